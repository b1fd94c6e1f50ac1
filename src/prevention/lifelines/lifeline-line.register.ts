import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { line } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { LIFELINE_KEEPERS, LIFELINE_KINDS, LIFELINE_READERS } from './lifeline-kinds.rules.ts';

const MATERIALS = [
  { id: 'steel', label: { zh: '钢', en: 'Steel' } },
  { id: 'ductile_iron', label: { zh: '球墨铸铁', en: 'Ductile iron' } },
  { id: 'cast_iron', label: { zh: '灰口铸铁', en: 'Cast iron' } },
  { id: 'polyethylene', label: { zh: '聚乙烯', en: 'Polyethylene' } },
  { id: 'concrete', label: { zh: '混凝土', en: 'Concrete' } },
  { id: 'cable', label: { zh: '电缆、光缆', en: 'Cable' } },
  { id: 'overhead', label: { zh: '架空线', en: 'Overhead line' } },
] as const;

/** 城镇燃气设计压力 (GB 50028-2006, 6.1.6). */
const PRESSURES = [
  { id: 'high_a', label: { zh: '高压A', en: 'High A' } },
  { id: 'high_b', label: { zh: '高压B', en: 'High B' } },
  { id: 'sub_high_a', label: { zh: '次高压A', en: 'Sub-high A' } },
  { id: 'sub_high_b', label: { zh: '次高压B', en: 'Sub-high B' } },
  { id: 'medium_a', label: { zh: '中压A', en: 'Medium A' } },
  { id: 'medium_b', label: { zh: '中压B', en: 'Medium B' } },
  { id: 'low', label: { zh: '低压', en: 'Low' } },
] as const;

/** 生命线管线: a main, a cable, a tunnel; of each what decides how it breaks. */
export const lifelineLine = defineRegister('lifeline_line', {
  plural: 'lifelineLines',
  label: { zh: '生命线管线', en: 'Lifeline line' },
  purpose: { zh: '抢修关断、次生灾害分析', en: 'To shut and repair; chains of failure' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    lineCode: text({ label: { zh: '管线编号', en: 'Code' }, max: 40 }),
    lifelineKind: choice({ label: { zh: '类别', en: 'Lifeline' }, options: LIFELINE_KINDS, required: true }),
    operatorId: unit({ label: { zh: '权属（运营）单位', en: 'Operator' } }),
    course: line({ label: { zh: '走向', en: 'Course' } }),
    length: decimal({ label: { zh: '长度', en: 'Length' }, unit: { zh: 'm', en: 'm' }, max: 1_000_000 }),
    material: choice({ label: { zh: '材质', en: 'Material' }, options: MATERIALS }),
    diameter: whole({ label: { zh: '管径', en: 'Diameter' }, unit: { zh: 'mm', en: 'mm' }, max: 10_000 }),
    depth: decimal({ label: { zh: '埋深', en: 'Depth' }, unit: { zh: 'm', en: 'm' }, min: -50, max: 100 }),
    builtYear: whole({ label: { zh: '敷设年份', en: 'Laid in' }, min: 1900, max: 2200 }),
    gasPressure: choice({ label: { zh: '压力级制', en: 'Pressure' }, options: PRESSURES }),
    voltage: decimal({ label: { zh: '电压等级', en: 'Voltage' }, unit: { zh: 'kV', en: 'kV' }, max: 1100 }),
    fromPointId: reference({ label: { zh: '起点设施', en: 'From' }, to: 'lifeline_point' }),
    toPointId: reference({ label: { zh: '终点设施', en: 'To' }, to: 'lifeline_point' }),
    dutyPhone: phone({ label: { zh: '抢修电话', en: 'Repair phone' } }),
  },
  processing: contactsOf('lifeline_line'),
  title: 'name',
  list: ['name', 'lifelineKind', 'operatorId', 'length', 'material', 'diameter', 'builtYear', 'dutyPhone'],
  map: { colourBy: 'lifelineKind' },
});

export const lifelineLines = defineFaces(lifelineLine, {
  read: LIFELINE_READERS,
  keep: LIFELINE_KEEPERS,
  sections: [
    {
      title: { zh: '管线', en: 'Line' },
      fields: [
        'name',
        'lineCode',
        'lifelineKind',
        'operatorId',
        'material',
        'diameter',
        'depth',
        'builtYear',
        'dutyPhone',
      ],
    },
    { title: { zh: '燃气', en: 'Gas' }, fields: ['gasPressure'], when: { field: 'lifelineKind', in: ['gas'] } },
    { title: { zh: '供电', en: 'Power' }, fields: ['voltage'], when: { field: 'lifelineKind', in: ['power'] } },
    { title: { zh: '走向', en: 'Course' }, fields: ['course', 'length', 'fromPointId', 'toPointId'] },
  ],
  filters: [
    'lifelineKind',
    'operatorId',
    'material',
    'diameter',
    'builtYear',
    'gasPressure',
    'fromPointId',
    'toPointId',
  ],
  search: ['name', 'lineCode'],
  keys: ['lineCode'],
});
