import type { ResponseLevel } from '../foundation/incident-kinds/define.ts';
import { DUTY_OFFICER, givenTo, officer, type To } from './full-plan.ts';
import type { DemoPlanAction } from './gas-plan-actions.ts';
import type { DemoPlan } from './plans.ts';

const EVERY_LEVEL: readonly ResponseLevel[] = ['I', 'II', 'III', 'IV'];

/** Clause, title, words, group, minutes after T0, and who: a unit with the role that answers for it, or the street's office. */
type Line = readonly [clause: string, title: string, content: string, groupName: string, offsetMinutes: number, to: To];

function actionOf([clause, title, content, groupName, offsetMinutes, to]: Line): DemoPlanAction {
  const words = {
    clause,
    title,
    content,
    groupName,
    offsetMinutes,
    priority: offsetMinutes <= 20 ? 'extra_urgent' : 'urgent',
    placeRule: 'incident',
    resources: [],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  } as const;
  return { ...words, ...givenTo(to) };
}

/** Conditions by deaths as 较大, 重大 and 特别重大 are graded; below them the district copes alone. */
const LEVELS: DemoPlan['levels'] = [
  ['I', '死亡（含失踪）30 人以上，或重伤 100 人以上；市级启动一级响应时同步启动。', 72],
  ['II', '死亡（含失踪）10 人以上 30 人以下，或重伤 50 人以上 100 人以下。', 48],
  ['III', '死亡（含失踪）3 人以上 10 人以下，或重伤 10 人以上 50 人以下。', 24],
  ['IV', '死亡（含失踪）3 人以下，或重伤 10 人以下，依靠区内力量可以控制。', 12],
].map(([level, conditions, expectedHours]) => ({
  level: level as ResponseLevel,
  conditions: String(conditions),
  expectedHours: Number(expectedHours),
  measures: '先期处置，救人第一，划定警戒区，交通绕行，救治伤员，安置群众，统一发布信息，按时续报。',
}));

const GROUPS: DemoPlan['groups'] = [
  { name: '综合协调组', leadUnitKey: 'dept-emergency', unitKeys: ['dept-emergency', 'command-center'] },
  {
    name: '抢险救援组',
    leadUnitKey: 'dept-fire',
    unitKeys: ['dept-fire', 'utility-gas', 'utility-power', 'dept-transport'],
  },
  { name: '治安交通组', leadUnitKey: 'dept-police', unitKeys: ['dept-police', 'dept-traffic-police'] },
  { name: '医疗救治组', leadUnitKey: 'dept-health', unitKeys: ['dept-health'] },
  { name: '人员疏散安置组', leadUnitKey: 'dept-civil-affairs', unitKeys: ['dept-civil-affairs'] },
  { name: '宣传舆情组', leadUnitKey: 'dept-publicity', unitKeys: ['dept-publicity'] },
];

const WORD_TO_THE_PUBLIC: Line = [
  '4.4.1',
  '发布信息',
  '按授权发布已核实的事实，监测舆情，不猜测原因。',
  '宣传舆情组',
  60,
  officer('dept-publicity'),
];

export const FIRE_PLAN: DemoPlan = {
  key: 'fire',
  name: '石景山区火灾事故应急处置预案（示例）',
  type: 'special',
  incidentKind: 'fire',
  issuedByUnitKey: 'hq-fire',
  levels: LEVELS,
  groups: GROUPS,
  actions: (
    [
      [
        '4.1.1',
        '核实火情并通报',
        '核实地点、燃烧物、被困和伤亡人数，通报各组和事发地街道。',
        '综合协调组',
        5,
        DUTY_OFFICER,
      ],
      [
        '4.2.1',
        '灭火和搜救',
        '救人第一，控制火势，逐层搜索被困人员，报告现场情况。',
        '抢险救援组',
        15,
        officer('dept-fire'),
      ],
      ['4.2.2', '疏散居民', '组织楼内和下风向居民撤离，登记去向，老幼病残孕优先。', '人员疏散安置组', 20, 'street'],
      [
        '4.2.3',
        '切断燃气',
        '关闭着火建筑燃气阀门，检测周边浓度。',
        '抢险救援组',
        20,
        ['utility-gas', 'utility_contact'],
      ],
      ['4.2.4', '切断电源', '切断着火区域电源，保障消防用电。', '抢险救援组', 20, ['utility-power', 'utility_contact']],
      ['4.2.5', '封控道路', '保障消防、急救通道，组织绕行。', '治安交通组', 20, officer('dept-traffic-police')],
      ['4.2.6', '维持秩序', '警戒火场外围，控制有关责任人员。', '治安交通组', 30, officer('dept-police')],
      ['4.2.7', '救治伤员', '急救力量到场，分级转送，报告人数和伤情。', '医疗救治组', 30, officer('dept-health')],
      [
        '4.3.1',
        '安置受灾居民',
        '安排临时住处和生活用品，做好安抚。',
        '人员疏散安置组',
        120,
        officer('dept-civil-affairs'),
      ],
      WORD_TO_THE_PUBLIC,
    ] satisfies Line[]
  ).map(actionOf),
};

export const TRAFFIC_PLAN: DemoPlan = {
  key: 'traffic',
  name: '石景山区道路交通事故应急处置预案（示例）',
  type: 'special',
  incidentKind: 'road_traffic',
  issuedByUnitKey: 'hq-road-traffic',
  levels: LEVELS,
  groups: GROUPS,
  actions: (
    [
      [
        '4.1.1',
        '核实事故并通报',
        '核实地点、车辆、所载货物、被困和伤亡人数，通报各组。',
        '综合协调组',
        5,
        DUTY_OFFICER,
      ],
      [
        '4.2.1',
        '保护现场、疏导交通',
        '封闭车道，设置绕行，防止二次事故。',
        '治安交通组',
        15,
        officer('dept-traffic-police'),
      ],
      ['4.2.2', '破拆救人', '救出被困人员，处置起火和泄漏。', '抢险救援组', 15, officer('dept-fire')],
      ['4.2.3', '救治伤员', '急救力量到场，分级转送，报告人数和伤情。', '医疗救治组', 20, officer('dept-health')],
      ['4.2.4', '现场秩序和家属接待', '维持周边秩序，开设家属接待点。', '人员疏散安置组', 30, 'street'],
      ['4.2.5', '控制责任人员', '控制肇事人员，固定证据。', '治安交通组', 30, officer('dept-police')],
      ['4.2.6', '转运乘客、清障', '调车转运乘客，清理障碍，恢复通行。', '抢险救援组', 60, officer('dept-transport')],
      ['4.3.1', '救助和善后', '对伤亡人员家属给予救助和安抚。', '人员疏散安置组', 120, officer('dept-civil-affairs')],
      WORD_TO_THE_PUBLIC,
    ] satisfies Line[]
  ).map(actionOf),
};
