import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const VEHICLE_KINDS = [
  { id: 'command', label: { zh: '指挥通信车', en: 'Command' } },
  { id: 'fire', label: { zh: '消防车', en: 'Fire engine' } },
  { id: 'rescue', label: { zh: '抢险救援车', en: 'Rescue' } },
  { id: 'drainage', label: { zh: '排水车', en: 'Drainage' } },
  { id: 'power', label: { zh: '应急发电车', en: 'Power' } },
  { id: 'ambulance', label: { zh: '救护车', en: 'Ambulance' } },
  { id: 'bus', label: { zh: '转移客车', en: 'Bus' } },
  { id: 'truck', label: { zh: '物资运输车', en: 'Truck' } },
  { id: 'plant', label: { zh: '工程机械', en: 'Plant' } },
] as const;

/** 应急车辆: what brings people and things there, and who sits at the wheel. */
export const vehicle = defineRegister('vehicle', {
  plural: 'vehicles',
  label: { zh: '应急车辆', en: 'Vehicle' },
  purpose: { zh: '车辆调度', en: 'To send vehicles' },
  fields: {
    plate: code({
      // GA 36-2018: province, office, five places or six of a new-energy vehicle; 应急 plates end so.
      label: { zh: '车牌号', en: 'Plate' },
      required: true,
      pattern: /^\p{Script=Han}[A-Z][A-Z0-9]{4,5}([A-Z0-9]|\p{Script=Han}{1,2})?$/u,
      example: '京A12345',
    }),
    vehicleKind: choice({ label: { zh: '类型', en: 'Kind' }, options: VEHICLE_KINDS, required: true }),
    model: text({ label: { zh: '品牌型号', en: 'Model' }, max: 100 }),
    teamId: reference({ label: { zh: '所属队伍', en: 'Team' }, to: 'team' }),
    seats: whole({ label: { zh: '载客', en: 'Seats' }, unit: { zh: '人', en: 'persons' }, max: 200 }),
    load: decimal({ label: { zh: '载重', en: 'Load' }, unit: { zh: 't', en: 't' }, max: 200 }),
    ability: text({ label: { zh: '作业能力', en: 'What it can do' }, max: 200 }),
    base: place({ label: { zh: '停放位置', en: 'Where it stands' } }),
    driver: text({ label: { zh: '驾驶员', en: 'Driver' }, max: 40 }),
    driverPhone: phone({ label: { zh: '驾驶员电话', en: 'Their phone' } }),
    terminalNumber: code({
      label: { zh: '车载终端号', en: 'Terminal' },
      pattern: /^\d{11,20}$/,
      example: '013800138000',
    }),
    inspectedTo: day({ label: { zh: '检验有效期至', en: 'Inspection valid to' } }),
    insuredTo: day({ label: { zh: '保险期至', en: 'Insured to' } }),
    outFor: text({ label: { zh: '出车事由', en: 'Out for' }, max: 200 }),
  },
  processing: contactsOf('vehicle'),
  title: 'plate',
  list: ['plate', 'vehicleKind', 'model', 'teamId', 'seats', 'load', 'driver', 'driverPhone', 'inspectedTo'],
  map: { shape: 'square', colourBy: 'vehicleKind' },
});

const MOVES = {
  duty_officer: 'all',
  duty_leader: 'all',
  commander: 'all',
  street_officer: 'area',
  team_leader: 'unit',
  utility_contact: 'unit',
} as const;

export const vehicles = defineFaces(vehicle, {
  read: { ...MOVES, department_officer: 'all', street_chief: 'all', street_officer: 'all', team_member: 'unit' },
  keep: {
    duty_officer: 'all',
    department_officer: 'unit',
    street_officer: 'area',
    team_leader: 'unit',
    utility_contact: 'unit',
  },
  sections: [
    { title: { zh: '车辆', en: 'Vehicle' }, fields: ['plate', 'vehicleKind', 'model', 'teamId', 'terminalNumber'] },
    { title: { zh: '能力', en: 'Ability' }, fields: ['seats', 'load', 'ability', 'base'] },
    { title: { zh: '驾驶员', en: 'Driver' }, fields: ['driver', 'driverPhone', 'outFor'] },
    { title: { zh: '检验与保险', en: 'Inspection and insurance' }, fields: ['inspectedTo', 'insuredTo'] },
  ],
  filters: ['vehicleKind', 'teamId', 'seats', 'load', 'inspectedTo', 'insuredTo'],
  search: ['plate', 'model', 'driver'],
  keys: ['plate'],
  states: {
    active: { zh: '待命', en: 'Standing by' },
    out: { zh: '出车', en: 'Out' },
    in_repair: { zh: '维修', en: 'In repair' },
  },
  steps: {
    send: {
      label: { zh: '出车', en: 'Send out' },
      from: ['active'],
      to: 'out',
      fact: 'sent',
      may: MOVES,
      asks: ['outFor'],
      requires: ['outFor'],
    },
    comeBack: { label: { zh: '归队', en: 'Back' }, from: ['out'], to: 'active', fact: 'came_back', may: MOVES },
    repair: {
      label: { zh: '送修', en: 'To repair' },
      from: ['active', 'out'],
      to: 'in_repair',
      fact: 'sent_to_repair',
      may: MOVES,
      needsReason: true,
    },
    repaired: {
      label: { zh: '修复', en: 'Repaired' },
      from: ['in_repair'],
      to: 'active',
      fact: 'repaired',
      may: MOVES,
    },
  },
});
