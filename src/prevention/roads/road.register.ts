import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { boolean, decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { line } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ROAD_KEEPERS, ROAD_READERS } from './road-rights.rules.ts';

/** 城市道路等级 (CJJ 37-2012, 3.1.1), and what leads out of the city. */
export const ROAD_CLASSES = [
  { id: 'motorway', label: { zh: '高速公路', en: 'Motorway' } },
  { id: 'expressway', label: { zh: '快速路', en: 'Expressway' } },
  { id: 'arterial', label: { zh: '主干路', en: 'Arterial' } },
  { id: 'secondary', label: { zh: '次干路', en: 'Secondary' } },
  { id: 'branch', label: { zh: '支路', en: 'Branch' } },
  { id: 'mountain', label: { zh: '山区、林区道路', en: 'Mountain or forest road' } },
] as const;

const METRE = { zh: 'm', en: 'm' };

/** 道路: a road by its name. How one gets from here to there is the graph of nodes and edges. */
export const road = defineRegister('road', {
  plural: 'roads',
  label: { zh: '道路', en: 'Road' },
  purpose: { zh: '通行条件和应急通道', en: 'What may pass; emergency routes' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    roadClass: choice({ label: { zh: '等级', en: 'Class' }, options: ROAD_CLASSES, required: true }),
    course: line({ label: { zh: '走向', en: 'Course' } }),
    width: decimal({ label: { zh: '宽度', en: 'Width' }, unit: METRE, max: 200 }),
    lanes: whole({ label: { zh: '车道', en: 'Lanes' }, max: 20 }),
    clearance: decimal({ label: { zh: '限高', en: 'Clearance' }, unit: METRE, max: 20 }),
    weightLimit: decimal({ label: { zh: '限重', en: 'Weight limit' }, unit: { zh: 't', en: 't' }, max: 200 }),
    isEmergencyRoute: boolean({ label: { zh: '应急疏散通道', en: 'Emergency route' } }),
    maintainerId: unit({ label: { zh: '养护单位', en: 'Maintained by' } }),
  },
  title: 'name',
  list: ['name', 'roadClass', 'width', 'clearance', 'weightLimit', 'isEmergencyRoute', 'maintainerId'],
  map: { colourBy: 'roadClass', ground: 'road' },
});

export const roads = defineFaces(road, {
  read: ROAD_READERS,
  keep: ROAD_KEEPERS,
  sections: [
    { title: { zh: '道路', en: 'Road' }, fields: ['name', 'roadClass', 'isEmergencyRoute', 'maintainerId', 'course'] },
    { title: { zh: '通行条件', en: 'What may pass' }, fields: ['width', 'lanes', 'clearance', 'weightLimit'] },
  ],
  filters: ['roadClass', 'isEmergencyRoute', 'maintainerId', 'clearance', 'weightLimit'],
  search: ['name'],
  keys: ['name'],
});
