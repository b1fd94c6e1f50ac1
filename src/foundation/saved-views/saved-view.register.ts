import { defineRegister } from '../registers/define.ts';
import { boolean } from '../registers/types/number.type.ts';
import { list } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 常用视图: filters, order and columns of a register's list under a name. */
export const savedView = defineRegister('saved_view', {
  plural: 'savedViews',
  label: { zh: '常用视图', en: 'Saved view' },
  fields: {
    listedRegister: text({ label: { zh: '台账', en: 'Register' }, required: true, max: 60 }),
    name: text({ label: { zh: '视图名称', en: 'Name of the view' }, required: true, max: 40 }),
    /** As it stands in the address after `?`, without what was typed into the search field: that may be a name or a phone. */
    query: text({ label: { zh: '筛选和排序', en: 'Filters and order' }, max: 2000 }),
    columns: list({ label: { zh: '显示的栏目', en: 'Columns shown' } }),
    isShared: boolean({ label: { zh: '本单位共用', en: 'Shared with my unit' } }),
  },
  title: 'name',
  list: ['listedRegister', 'name', 'isShared'],
});
