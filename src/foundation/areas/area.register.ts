import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { boolean } from '../registers/types/number.type.ts';
import { polygon } from '../registers/types/polygon.type.ts';
import { text } from '../registers/types/text.type.ts';

export const AREA_KINDS = [
  { id: 'district', label: { zh: '区', en: 'District' } },
  { id: 'street', label: { zh: '街道', en: 'Street' } },
  { id: 'community', label: { zh: '社区', en: 'Community' } },
] as const;

/** 行政区域: codes of GB/T 2260 and below (6, 9, 12 digits); a code's prefix is the code of what it lies in. */
export const area = defineRegister('area', {
  plural: 'areas',
  label: { zh: '行政区域', en: 'Area' },
  fields: {
    code: text({ label: { zh: '区划代码', en: 'Code' }, required: true, max: 12 }),
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 60 }),
    kind: choice({ label: { zh: '级别', en: 'Kind' }, options: AREA_KINDS, required: true }),
    parentCode: text({ label: { zh: '上级代码', en: 'Parent code' }, max: 12 }),
    outline: polygon({ label: { zh: '范围', en: 'Outline' } }),
    /** 示意: drawn for orientation; not a surveyed boundary. */
    isSchematic: boolean({ label: { zh: '示意', en: 'Schematic' } }),
  },
  title: 'name',
  list: ['code', 'name', 'kind'],
  constraints: ['unique (code)'],
  isPublicInside: true,
  map: { ground: 'outline' },
});
