import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { boolean } from '../registers/types/number.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

export const UNIT_KINDS = [
  { id: 'committee', label: { zh: '应急委', en: 'Emergency committee' } },
  { id: 'command_center', label: { zh: '应急指挥中心', en: 'Command centre' } },
  { id: 'office', label: { zh: '办公室', en: 'Office' } },
  { id: 'special_headquarters', label: { zh: '专项应急指挥部', en: 'Special headquarters' } },
  { id: 'street_sub_headquarters', label: { zh: '街道分指挥部', en: 'Street sub-headquarters' } },
  { id: 'street_office', label: { zh: '街道办事处', en: 'Street office' } },
  { id: 'community', label: { zh: '社区', en: 'Community' } },
  { id: 'department', label: { zh: '部门', en: 'Department' } },
  { id: 'enterprise', label: { zh: '企业', en: 'Enterprise' } },
  { id: 'utility', label: { zh: '公用事业单位', en: 'Utility' } },
  { id: 'team', label: { zh: '应急队伍', en: 'Team' } },
] as const;

/** 单位: the 1+21+9+X tree. `path` is made of the units above, so that a subtree is one prefix. */
export const unit = defineRegister('unit', {
  plural: 'units',
  label: { zh: '单位', en: 'Unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    shortName: text({ label: { zh: '简称', en: 'Short name' }, required: true, max: 40 }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, options: UNIT_KINDS, required: true }),
    parentId: reference({ label: { zh: '上级单位', en: 'Parent unit' }, to: 'unit' }),
    path: text({ label: { zh: '层级', en: 'Path' }, required: true, max: 400 }),
    /** The name is a working assumption and not from an official list. */
    isAssumed: boolean({ label: { zh: '名称待确认', en: 'Name assumed' } }),
    validFrom: instant({ label: { zh: '设立时间', en: 'Exists from' }, required: true }),
    validTo: instant({ label: { zh: '撤销时间', en: 'Exists until' } }),
  },
  title: 'name',
  list: ['name', 'kind', 'validFrom'],
  constraints: ['unique (path)'],
  isPublicInside: true,
});
