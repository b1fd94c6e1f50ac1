import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { person, reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { DUTY_LAYERS, GRID_KEEPERS, GRID_READERS } from './duty-layers.rules.ts';

const PARTS = [
  { id: 'chief', label: { zh: '网格长', en: 'Chief' } },
  { id: 'worker', label: { zh: '专职网格员', en: 'Worker' } },
  { id: 'part_time', label: { zh: '兼职网格员', en: 'Part-time' } },
  { id: 'police', label: { zh: '社区民警', en: 'Police' } },
  { id: 'department', label: { zh: '部门下沉人员', en: 'Sent by a department' } },
] as const;

/** 网格人员: who walks the grid, and for which of its duties. */
export const gridMember = defineRegister('grid_member', {
  plural: 'gridMembers',
  label: { zh: '网格人员', en: 'Grid member' },
  fields: {
    gridId: reference({ label: { zh: '网格', en: 'Grid' }, to: 'grid', required: true }),
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 40 }),
    part: choice({ label: { zh: '身份', en: 'Part' }, options: PARTS, required: true }),
    dutyLayers: choices({ label: { zh: '责任层', en: 'Duty layers' }, options: DUTY_LAYERS, required: true }),
    phone: phone({ label: { zh: '手机', en: 'Phone' }, required: true }),
    unitId: unit({ label: { zh: '派出单位', en: 'Sent by' } }),
    /** Where the member has an account here: tracks and orders lead to the grid. */
    personId: person({ label: { zh: '平台人员', en: 'Person here' } }),
    since: day({ label: { zh: '上岗日期', en: 'Since' } }),
  },
  processing: {
    subjects: { zh: '网格长、网格员', en: 'People of grids' },
    purpose: { zh: '巡查、叫应、入户核实', en: 'To patrol, to be called, to knock at doors' },
    basis: ['duty', 'employment'],
    keeping: 'service',
    ended: endsWhenWithdrawn('grid_member'),
  },
  title: 'name',
  list: ['name', 'part', 'dutyLayers', 'gridId', 'phone', 'unitId'],
});

export const gridMembers = defineFaces(gridMember, {
  read: GRID_READERS,
  keep: GRID_KEEPERS,
  sections: [
    {
      title: { zh: '人员', en: 'Member' },
      fields: ['gridId', 'name', 'part', 'dutyLayers', 'phone', 'unitId', 'personId', 'since'],
    },
  ],
  filters: ['gridId', 'part', 'dutyLayers', 'unitId', 'personId'],
  search: ['name'],
});
