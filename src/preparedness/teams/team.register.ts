import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { duration } from '../../foundation/registers/types/duration.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** Whose team it is (应对法 第39条), from the fire service to neighbours. */
export const TEAM_CLASSES = [
  { id: 'fire', label: { zh: '国家综合性消防救援', en: 'Fire and rescue service' } },
  { id: 'comprehensive', label: { zh: '区综合应急', en: 'District comprehensive' } },
  { id: 'forest', label: { zh: '森林消防', en: 'Forest fire' } },
  { id: 'professional', label: { zh: '专业队伍', en: 'Professional' } },
  { id: 'military', label: { zh: '武警、民兵预备役', en: 'Armed police and militia' } },
  { id: 'enterprise', label: { zh: '企业专兼职', en: 'Enterprise' } },
  { id: 'street', label: { zh: '街道应急小分队', en: 'Street squad' } },
  { id: 'volunteer', label: { zh: '社会力量、老街坊', en: 'Volunteers and neighbours' } },
] as const;

export const TEAM_SPECIALITIES = [
  { id: 'fire_fighting', label: { zh: '灭火', en: 'Fire fighting' } },
  { id: 'collapse_rescue', label: { zh: '地震及建筑坍塌救援', en: 'Collapse rescue' } },
  { id: 'mountain_rescue', label: { zh: '高空山岳救援', en: 'Height and mountain rescue' } },
  { id: 'water_rescue', label: { zh: '水域救援', en: 'Water rescue' } },
  { id: 'drainage', label: { zh: '防汛排水', en: 'Drainage' } },
  { id: 'forest_fire', label: { zh: '森林火灾扑救', en: 'Forest fire' } },
  { id: 'hazardous_chemicals', label: { zh: '危化品处置', en: 'Hazardous chemicals' } },
  { id: 'gas', label: { zh: '燃气抢修', en: 'Gas repair' } },
  { id: 'water_supply', label: { zh: '供水抢修', en: 'Water repair' } },
  { id: 'heat', label: { zh: '供热抢修', en: 'Heat repair' } },
  { id: 'power', label: { zh: '电力抢修', en: 'Power repair' } },
  { id: 'communications', label: { zh: '通信保障', en: 'Communications' } },
  { id: 'road_bridge', label: { zh: '道桥抢险', en: 'Roads and bridges' } },
  { id: 'medical', label: { zh: '医疗救护', en: 'Medical aid' } },
  { id: 'evacuation', label: { zh: '疏散引导', en: 'Evacuation' } },
  { id: 'public_order', label: { zh: '秩序维护', en: 'Public order' } },
] as const;

/** What keeps a team from being sent with a quiet mind. */
export const TEAM_GAPS = [
  { id: 'people', label: { zh: '人数不足', en: 'Too few people' } },
  { id: 'equipment', label: { zh: '装备未达标', en: 'Equipment below standard' } },
  { id: 'training', label: { zh: '久未训练', en: 'Not trained lately' } },
  { id: 'insurance', label: { zh: '保险缺失或过期', en: 'Insurance missing or expired' } },
] as const;

/** 应急救援队伍. Its states are those of a night: standing by, sent, on the way, there, coming back. */
export const team = defineRegister('team', {
  plural: 'teams',
  label: { zh: '应急队伍', en: 'Team' },
  fields: {
    name: text({ label: { zh: '队伍名称', en: 'Name' }, required: true, max: 100 }),
    teamClass: choice({ label: { zh: '队伍类别', en: 'Class' }, options: TEAM_CLASSES, required: true }),
    specialities: choices({ label: { zh: '专长', en: 'Specialities' }, options: TEAM_SPECIALITIES, required: true }),
    captain: text({ label: { zh: '队长', en: 'Captain' }, required: true, max: 40 }),
    dutyPhone: phone({ label: { zh: '值班电话', en: 'Duty phone' }, required: true }),
    partyLead: text({ label: { zh: '党组织负责人', en: 'Party lead' }, max: 40 }),
    establishedStrength: whole({
      label: { zh: '编制人数', en: 'Established strength' },
      unit: { zh: '人', en: 'people' },
      required: true,
      min: 1,
      max: 10_000,
    }),
    base: place({ label: { zh: '驻地位置', en: 'Base' } }),
    baseAddress: text({ label: { zh: '驻地地址', en: 'Address of the base' }, max: 200 }),
    turnoutTime: duration({ label: { zh: '出动时间', en: 'Turnout time' } }),
    qualification: text({ label: { zh: '资质', en: 'Qualification' }, max: 300 }),
    insuredTo: day({ label: { zh: '人身意外伤害保险期至', en: 'Insured to' } }),
    dispatchedFor: text({ label: { zh: '出动事由', en: 'Sent for' }, max: 300 }),
  },
  processing: contactsOf('team'),
  title: 'name',
  list: ['name', 'teamClass', 'specialities', 'captain', 'dutyPhone', 'turnoutTime'],
  map: { shape: 'diamond', colourBy: 'teamClass' },
  surroundings: { resources: [{ order: 10 }] },
});

/** Who moves a team from state to state: whoever commands it, and the room that sends it. */
const SENDS = { duty_officer: 'all', duty_leader: 'all', commander: 'all', street_chief: 'area' } as const;
const MOVES = { ...SENDS, street_officer: 'area', team_leader: 'unit', utility_contact: 'unit' } as const;
const OUT = ['dispatched', 'en_route', 'on_site', 'returning'] as const;
const step = (label: Phrase, from: readonly (TeamState | 'active')[], to: TeamState | 'active', fact: string) => ({
  label,
  from,
  to,
  fact,
  may: MOVES,
});
type TeamState = (typeof OUT)[number] | 'offline';

export const teams = defineFaces(team, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
    team_leader: 'unit',
    team_member: 'unit',
    utility_contact: 'unit',
    wall: 'all',
  },
  keep: {
    duty_officer: 'all',
    department_officer: 'unit',
    street_officer: 'area',
    team_leader: 'unit',
    utility_contact: 'unit',
  },
  sections: [
    {
      title: { zh: '队伍', en: 'Team' },
      fields: ['name', 'teamClass', 'specialities', 'captain', 'dutyPhone', 'partyLead', 'qualification'],
    },
    {
      title: { zh: '可用状况', en: 'Readiness' },
      fields: [
        'gaps',
        'strength',
        'establishedStrength',
        'equipmentRate',
        'lastTrainedOn',
        'insuredTo',
        'dispatchedFor',
      ],
    },
    { title: { zh: '驻地', en: 'Base' }, fields: ['base', 'baseAddress', 'turnoutTime'] },
  ],
  filters: ['teamClass', 'specialities', 'insuredTo'],
  search: ['name', 'captain', 'baseAddress'],
  keys: ['name'],
  computed: {
    gaps: choices({ label: { zh: '差距', en: 'Gaps' }, options: TEAM_GAPS }),
    strength: whole({ label: { zh: '现有人数', en: 'People' }, unit: { zh: '人', en: 'people' } }),
    equipmentRate: whole({ label: { zh: '装备达标率', en: 'Equipment to standard' }, unit: { zh: '%', en: '%' } }),
    lastTrainedOn: day({ label: { zh: '最近训练', en: 'Last trained' } }),
  },
  states: {
    active: { zh: '待命', en: 'Standing by' },
    dispatched: { zh: '已派出', en: 'Sent' },
    en_route: { zh: '途中', en: 'On the way' },
    on_site: { zh: '到场', en: 'On the scene' },
    returning: { zh: '返回', en: 'Coming back' },
    offline: { zh: '停勤', en: 'Off duty' },
  },
  steps: {
    dispatch: {
      label: { zh: '派出', en: 'Send' },
      from: ['active'],
      to: 'dispatched',
      fact: 'dispatched',
      may: SENDS,
      asks: ['dispatchedFor'],
      requires: ['dispatchedFor'],
    },
    depart: step({ zh: '出发', en: 'Depart' }, ['dispatched'], 'en_route', 'departed'),
    arrive: step({ zh: '到场', en: 'Arrive' }, ['dispatched', 'en_route'], 'on_site', 'arrived'),
    leave: step({ zh: '撤离', en: 'Leave' }, ['on_site'], 'returning', 'left'),
    standBy: step({ zh: '归队待命', en: 'Stand by again' }, [...OUT], 'active', 'stood_by'),
    standDown: {
      ...step({ zh: '停勤', en: 'Take off duty' }, ['active'], 'offline', 'stood_down'),
      needsReason: true,
    },
    resume: step({ zh: '恢复勤务', en: 'Back on duty' }, ['offline'], 'active', 'resumed'),
  },
});
