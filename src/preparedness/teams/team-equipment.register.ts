import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { KEEPERS, READERS } from './team-rights.rules.ts';

export const EQUIPMENT_KINDS = [
  { id: 'protection', label: { zh: '个人防护', en: 'Personal protection' } },
  { id: 'rescue', label: { zh: '搜救破拆', en: 'Search and rescue' } },
  { id: 'fire', label: { zh: '灭火', en: 'Fire fighting' } },
  { id: 'drainage', label: { zh: '排水', en: 'Drainage' } },
  { id: 'medical', label: { zh: '医疗救护', en: 'Medical' } },
  { id: 'communications', label: { zh: '通信', en: 'Communications' } },
  { id: 'lighting', label: { zh: '照明发电', en: 'Light and power' } },
  { id: 'vehicle', label: { zh: '车辆', en: 'Vehicle' } },
  { id: 'machine', label: { zh: '大型机械', en: 'Large machine' } },
  { id: 'drone', label: { zh: '无人机', en: 'Drone' } },
] as const;

const pieces = { unit: { zh: '件', en: 'pieces' }, max: 1_000_000 } as const;

/** 装备: what a team has, against what its standard asks for. */
export const teamEquipment = defineRegister('team_equipment', {
  plural: 'teamEquipment',
  label: { zh: '队伍装备', en: 'Team equipment' },
  fields: {
    teamId: reference({ label: { zh: '所在队伍', en: 'Team' }, to: 'team', required: true }),
    name: text({ label: { zh: '装备名称', en: 'Name' }, required: true, max: 100 }),
    equipmentKind: choice({ label: { zh: '类别', en: 'Kind' }, options: EQUIPMENT_KINDS, required: true }),
    specification: text({ label: { zh: '规格型号', en: 'Specification' }, max: 200 }),
    standardQuantity: whole({ label: { zh: '标准应配', en: 'Asked by the standard' }, required: true, ...pieces }),
    quantity: whole({ label: { zh: '实有', en: 'There' }, required: true, ...pieces }),
    serviceable: whole({ label: { zh: '完好', en: 'Serviceable' }, required: true, ...pieces }),
    inspectedOn: day({ label: { zh: '检查日期', en: 'Inspected on' } }),
    nextInspectionOn: day({ label: { zh: '下次检查', en: 'Next inspection' } }),
  },
  title: 'name',
  list: ['name', 'equipmentKind', 'teamId', 'standardQuantity', 'quantity', 'serviceable', 'nextInspectionOn'],
});

export const teamEquipments = defineFaces(teamEquipment, {
  read: READERS,
  keep: KEEPERS,
  sections: [
    { title: { zh: '装备', en: 'Equipment' }, fields: ['teamId', 'name', 'equipmentKind', 'specification'] },
    { title: { zh: '数量', en: 'How many' }, fields: ['standardQuantity', 'quantity', 'serviceable'] },
    { title: { zh: '检查', en: 'Inspection' }, fields: ['inspectedOn', 'nextInspectionOn'] },
  ],
  filters: ['teamId', 'equipmentKind', 'nextInspectionOn'],
  search: ['name', 'specification'],
  check: ({ quantity, serviceable }) =>
    Number(serviceable) > Number(quantity)
      ? { field: 'serviceable', reason: { zh: '完好数不能多于实有数', en: 'more serviceable than there are' } }
      : undefined,
});
