import type { IncidentKindId } from '../foundation/incident-kinds/define.ts';
import type { ResponsibilityCategory } from '../foundation/responsibilities/responsibility.register.ts';
import { DISTRICT_CODE, STREETS } from './streets.ts';

/** Who answers for what, made up in the shape of the district plan: no row describes a real unit's duties. */

interface DemoResponsibility {
  readonly areaCode: string;
  readonly category: ResponsibilityCategory;
  readonly unitKey: string;
  readonly validFrom: string;
  readonly basis: string;
}

const PLAN = '石景山区突发事件总体应急预案（演示）';
const LISTS = '街道职责清单（演示）';

const named = (
  areaCode: string,
  category: ResponsibilityCategory,
  unitKey: string,
  basis = PLAN,
): DemoResponsibility => ({
  areaCode,
  category,
  unitKey,
  validFrom: '2026-01-01',
  basis,
});

/** The district names a department for almost everything — relief is left open, so that the table has a gap to show. */
export const DEMO_RESPONSIBILITIES: readonly DemoResponsibility[] = [
  named(DISTRICT_CODE, 'general', 'command-center'),
  named(DISTRICT_CODE, 'work_safety', 'dept-emergency'),
  named(DISTRICT_CODE, 'fire_protection', 'dept-fire'),
  named(DISTRICT_CODE, 'flood_control', 'dept-water'),
  named(DISTRICT_CODE, 'forest_fire_prevention', 'dept-forest'),
  named(DISTRICT_CODE, 'earthquake', 'dept-emergency'),
  named(DISTRICT_CODE, 'hazardous_chemicals', 'dept-emergency'),
  named(DISTRICT_CODE, 'gas', 'dept-urban'),
  ...STREETS.flatMap(({ id, code }) => [
    named(code, 'general', `street-${id}`, LISTS),
    named(code, 'flood_control', `street-${id}`, LISTS),
    named(code, 'fire_protection', `street-${id}`, LISTS),
  ]),
];

/** Handed over in the course of the year: [area, category, to whom, from which day, why]. */
export const DEMO_HANDOVERS = [
  {
    areaCode: DISTRICT_CODE,
    category: 'earthquake',
    unitKey: 'dept-planning',
    from: '2026-05-01',
    reason: '机构职责调整（演示）',
  },
] as const;

type Duties = readonly [duty: string, source: string, validFrom: string][];

export const DEMO_DUTY_LISTS: Readonly<Record<string, Duties>> = {
  'dept-emergency': [
    [
      '组织编制区总体应急预案和安全生产类、自然灾害类专项预案，综合协调应急预案衔接',
      '三定方案（2019，演示）',
      '2019-03-01',
    ],
    ['牵头建立统一的应急管理信息系统，统筹突发事件信息报送', '三定方案（2019，演示）', '2019-03-01'],
    ['依法行使安全生产综合监督管理职权，指导协调各部门、各街道安全生产工作', '三定方案（2019，演示）', '2019-03-01'],
    ['组织灾情核查、损失评估、救灾捐赠，管理、分配救灾款物', '三定方案（2019，演示）', '2019-03-01'],
  ],
  'dept-water': [
    ['负责防汛抗旱指挥部日常工作', '三定方案（2019，演示）', '2019-03-01'],
    ['负责水情监测预警、洪水调度和防汛抢险技术支撑', '三定方案（2019，演示）', '2019-03-01'],
  ],
  'dept-fire': [['承担综合性消防救援、火灾预防和消防监督执法', '三定方案（2019，演示）', '2019-03-01']],
  'dept-urban': [['负责燃气、供热、环境卫生行业管理和运行保障', '三定方案（2019，演示）', '2019-03-01']],
  'street-gucheng': [
    ['统筹辖区内应急力量，先期处置突发事件，组织人员疏散和转移安置', '街道职责清单（演示）', '2020-01-01'],
  ],
};

/** One duty was moved by a later document, so that the list has a change to show. */
export const DEMO_DUTY_CHANGE = {
  unitKey: 'dept-water',
  index: 0,
  duty: '承担水旱灾害防御工作，配合防汛抗旱指挥部办公室',
  source: '机构改革方案（2024，演示）',
  from: '2024-06-01',
} as const;

interface DemoHazard {
  readonly hazard: IncidentKindId;
  readonly lead: string;
  readonly sense?: string;
  readonly support?: readonly string[];
}

/** Hazards with the department that leads; sensing may lie with another. Others of the table stay empty on purpose. */
const HAZARDS: readonly DemoHazard[] = [
  { hazard: 'flood', lead: 'dept-water', sense: 'dept-weather', support: ['dept-urban', 'dept-armed-forces'] },
  { hazard: 'waterlogging', lead: 'dept-water', support: ['dept-transport', 'dept-traffic-police'] },
  { hazard: 'flash_flood', lead: 'dept-water', sense: 'dept-weather', support: ['dept-planning'] },
  { hazard: 'rainstorm', lead: 'dept-water', sense: 'dept-weather' },
  { hazard: 'snowstorm', lead: 'dept-urban', sense: 'dept-weather', support: ['dept-transport'] },
  { hazard: 'gale', lead: 'dept-city-enforcement', sense: 'dept-weather' },
  { hazard: 'earthquake', lead: 'dept-emergency', support: ['dept-housing', 'dept-civil-defence', 'dept-health'] },
  { hazard: 'landslide', lead: 'dept-planning', sense: 'dept-planning', support: ['dept-emergency'] },
  { hazard: 'debris_flow', lead: 'dept-planning', support: ['dept-emergency'] },
  { hazard: 'forest_fire', lead: 'dept-forest', sense: 'dept-forest', support: ['dept-police', 'dept-emergency'] },
  { hazard: 'fire', lead: 'dept-fire', support: ['dept-police', 'dept-health'] },
  { hazard: 'road_traffic', lead: 'dept-traffic-police', support: ['dept-transport', 'dept-health'] },
  { hazard: 'construction', lead: 'dept-housing', support: ['dept-emergency'] },
  { hazard: 'hazchem', lead: 'dept-emergency', support: ['dept-fire', 'dept-environment'] },
  { hazard: 'special_equipment', lead: 'dept-market' },
  { hazard: 'utility.gas', lead: 'dept-urban', sense: 'utility-gas', support: ['dept-fire', 'utility-gas'] },
  { hazard: 'utility.heat', lead: 'dept-urban', sense: 'utility-heat' },
  { hazard: 'utility.power', lead: 'dept-reform', sense: 'utility-power' },
  { hazard: 'utility.water', lead: 'dept-water', sense: 'utility-water' },
  { hazard: 'environment', lead: 'dept-environment' },
  { hazard: 'health.infectious', lead: 'dept-health', sense: 'dept-disease-control' },
  { hazard: 'health.food_drug', lead: 'dept-market', support: ['dept-health'] },
  { hazard: 'health.animal', lead: 'dept-forest' },
  { hazard: 'security.gathering', lead: 'dept-police', support: ['dept-letters'] },
];

export interface DemoHazardDuty {
  readonly unitKey: string;
  readonly hazard: IncidentKindId;
  readonly phase: 'sense' | 'report' | 'prevent' | 'fight' | 'rescue' | 'rebuild';
  readonly part: 'lead' | 'support';
}

function dutiesOf({ hazard, lead, sense = lead, support = [] }: DemoHazard): DemoHazardDuty[] {
  const duty = (unitKey: string, phase: DemoHazardDuty['phase'], part: DemoHazardDuty['part'] = 'lead') => ({
    unitKey,
    hazard,
    phase,
    part,
  });
  return [
    duty(sense, 'sense'),
    duty('command-center', 'report'),
    duty(lead, 'prevent'),
    duty(lead, 'fight'),
    ...support.map((unitKey) => duty(unitKey, 'fight', 'support')),
    // Nobody was named for the rescue in accidents of traffic and the rebuilding after storms: gaps to be seen.
    ...(hazard === 'road_traffic' ? [] : [duty('dept-fire', 'rescue')]),
    ...(sense === 'dept-weather' ? [duty('dept-finance', 'rebuild', 'support')] : [duty(lead, 'rebuild')]),
  ];
}

/** The cube of the plan: departments lead, weather and utilities sense; a double lead at forest fires is left in sight. */
export const DEMO_HAZARD_DUTIES: readonly DemoHazardDuty[] = [
  ...HAZARDS.flatMap(dutiesOf),
  { unitKey: 'dept-emergency', hazard: 'forest_fire', phase: 'prevent', part: 'lead' },
];

/** The five hats and the bureau: under what name and series each signs. */
export const DEMO_LETTERHEADS = [
  { unitKey: 'office-emergency', officialName: '石景山区突发事件应急委员会办公室', series: '石应急办发' },
  { unitKey: 'office-safety', officialName: '石景山区安全生产委员会办公室', series: '石安办发' },
  { unitKey: 'office-flood', officialName: '石景山区防汛抗旱指挥部办公室', series: '石汛办发' },
  { unitKey: 'office-forest-fire', officialName: '石景山区森林防火指挥部办公室', series: '石森防办发' },
  { unitKey: 'office-earthquake', officialName: '石景山区抗震救灾指挥部办公室', series: '石震办发' },
  { unitKey: 'dept-emergency', officialName: '石景山区应急管理局', series: '石应急发' },
] as const;

export const DEMO_ORDER_TEMPLATES = [
  {
    name: '低洼处人员转移',
    title: '转移{地点}低洼处人员',
    content: '立即组织转移{地点}低洼处人员约 {人数} 人，安置到{安置点}，逐户确认，完成后上报人数。',
    priority: 'extra_urgent',
    evidenceAsked: { photo: 2, paper: 1 },
    finishMinutes: 60,
    addresseeKinds: ['street_office', 'community'],
  },
  {
    name: '防汛值守到岗',
    title: '防汛值守到岗（{预警级别}）',
    content: '按{预警级别}预警要求，值守人员和抢险队伍立即到岗待命，检查排水泵和物资，30 分钟内反馈到岗人数。',
    priority: 'urgent',
    evidenceAsked: { text: 1 },
    finishMinutes: 30,
    addresseeKinds: ['street_office', 'department', 'team'],
  },
  {
    name: '现场警戒和交通管制',
    title: '{地点}警戒和交通管制',
    content: '在{地点}设置警戒区，劝离无关人员，疏导交通，为救援车辆留出通道。',
    priority: 'extra_urgent',
    evidenceAsked: { photo: 1 },
    finishMinutes: 30,
    addresseeKinds: ['department'],
  },
  {
    name: '隐患排查',
    title: '{类别}隐患排查',
    content: '对辖区{类别}开展拉网式排查，建立台账，{期限}前上报排查数、隐患数和整改情况。',
    priority: 'normal',
    evidenceAsked: { text: 1 },
    finishMinutes: 4320,
    addresseeKinds: ['street_office', 'department'],
  },
] as const;
