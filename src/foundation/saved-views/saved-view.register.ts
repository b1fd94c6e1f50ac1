import type { Processing } from '../personal-data/define.ts';
import { defineRegister } from '../registers/define.ts';
import { boolean } from '../registers/types/number.type.ts';
import { list } from '../registers/types/reference.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';

const PROCESSING: Processing = {
  subjects: { zh: '常用视图中查找的人', en: 'People whom a saved view looks for' },
  purpose: { zh: '重复查阅同一范围的台账', en: 'To look up the same part of a register again' },
  basis: ['duty'],
  keeping: 'work',
  ended: `select id, changed_at as ended_at from "saved_view" where state = 'removed'`,
};

/** 常用视图: filters, search text, order and columns of a register's list under a name. */
export const savedView = defineRegister('saved_view', {
  plural: 'savedViews',
  label: { zh: '常用视图', en: 'Saved view' },
  fields: {
    listedRegister: text({ label: { zh: '台账', en: 'Register' }, required: true, max: 60 }),
    name: text({ label: { zh: '视图名称', en: 'Name of the view' }, required: true, max: 40 }),
    /** As it stands in the address after `?`, without what was typed into the search field. */
    query: text({ label: { zh: '筛选和排序', en: 'Filters and order' }, max: 2000 }),
    /** What was typed into the search field: that may be a name or a phone, so it is sealed. */
    searchText: personalText({ label: { zh: '查找的文字', en: 'Text searched for' }, class: 'narrative', max: 100 }),
    columns: list({ label: { zh: '显示的栏目', en: 'Columns shown' } }),
    isShared: boolean({ label: { zh: '本单位共用', en: 'Shared with my unit' } }),
  },
  processing: PROCESSING,
  title: 'name',
  list: ['listedRegister', 'name', 'isShared'],
});
