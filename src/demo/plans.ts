import type { IncidentKindId, ResponseLevel } from '../foundation/incident-kinds/define.ts';
import { FLOOD_PLAN } from './flood-plan.ts';
import { type DemoPlanAction, GAS_PLAN_ACTIONS } from './gas-plan-actions.ts';
import { POWER_PLAN } from './power-plan.ts';
import { RESERVOIR_PLAN } from './reservoir-plan.ts';
import { FIRE_PLAN, TRAFFIC_PLAN } from './short-plans.ts';

export type { DemoPlanAction };

/** A digital plan in the words of `plans.adopt`, with unit keys instead of ids. */
export interface DemoPlan {
  readonly key: string;
  readonly name: string;
  readonly type: 'overall' | 'special' | 'department' | 'street';
  readonly incidentKind: IncidentKindId;
  /** The unit that issues it and in whose name it is adopted. */
  readonly issuedByUnitKey: string;
  readonly levels: readonly {
    readonly level: ResponseLevel;
    readonly conditions: string;
    readonly expectedHours: number;
    readonly measures: string;
  }[];
  /** What must be true before the response ends; the words of the law where a plan has none of its own. */
  readonly endConditions?: readonly string[];
  /** The command structure, in the order of the plan. */
  readonly groups: readonly {
    readonly name: string;
    readonly leadUnitKey: string;
    readonly unitKeys: readonly string[];
  }[];
  readonly actions: readonly DemoPlanAction[];
}

export const GAS_PLAN: DemoPlan = {
  key: 'gas-construction-damage',
  name: '石景山区施工破坏燃气管线突发事件应急处置预案（示例）',
  type: 'special',
  incidentKind: 'utility.gas',
  issuedByUnitKey: 'hq-gas',
  levels: [
    {
      level: 'I',
      conditions:
        '造成或可能造成 30 人以上死亡（含失踪），或 100 人以上重伤，或次高压以上管线破坏致全区大面积停气；市级启动一级响应时区级同步启动。',
      expectedHours: 72,
      measures:
        '在市应急委统一指挥下开展先期处置；全区力量待命，组织大范围疏散安置，关闭上级气源，实行区域交通管制，每小时续报。',
    },
    {
      level: 'II',
      conditions:
        '造成或可能造成 10 人以上 30 人以下死亡（含失踪），或 50 人以上 100 人以下重伤，或停气影响 1 万户以上。',
      expectedHours: 48,
      measures: '区应急委主任到场指挥先期处置，设立现场指挥部，各工作组到位，组织转移安置和生活保障，每小时续报。',
    },
    {
      level: 'III',
      conditions:
        '造成或可能造成 3 人以上 10 人以下死亡（含失踪），或 10 人以上 50 人以下重伤，或泄漏引发燃烧爆炸，或停气影响 1000 户以上 1 万户以下。',
      expectedHours: 24,
      measures: '专项应急指挥部总指挥到场，设立现场指挥部，扩大警戒和疏散范围，增调专业力量，每两小时续报。',
    },
    {
      level: 'IV',
      conditions:
        '施工破坏中低压燃气管线造成泄漏，未造成死亡或死亡 3 人以下、重伤 10 人以下，停气影响 1000 户以下，依靠区内力量可以控制。',
      expectedHours: 12,
      measures:
        '关阀断气，停止施工，划定警戒区并疏散人员，消除火源，交通绕行，抢修置换，安全复气，做好居民解释和信息报送。',
    },
  ],
  endConditions: [
    '泄漏点已修复或可靠隔离，气密试验合格',
    '警戒区内可燃气体浓度连续检测为零',
    '被困、失联人员全部查清，伤员全部送医',
    '疏散居民可以安全返回或已妥善安置',
  ],
  groups: [
    {
      name: '综合协调组',
      leadUnitKey: 'dept-emergency',
      unitKeys: ['dept-emergency', 'dept-urban', 'command-center', 'dept-government-office'],
    },
    {
      name: '抢险救援组',
      leadUnitKey: 'dept-urban',
      unitKeys: ['dept-urban', 'dept-fire', 'utility-gas', 'team-gas-repair', 'dept-housing', 'team-comprehensive'],
    },
    { name: '治安交通组', leadUnitKey: 'dept-police', unitKeys: ['dept-police', 'dept-traffic-police'] },
    { name: '医疗救治组', leadUnitKey: 'dept-health', unitKeys: ['dept-health'] },
    {
      name: '人员疏散安置组',
      leadUnitKey: 'dept-civil-affairs',
      unitKeys: ['dept-civil-affairs', 'dept-commerce', 'utility-bus'],
    },
    {
      name: '后勤保障组',
      leadUnitKey: 'dept-reform',
      unitKeys: ['dept-reform', 'utility-power', 'utility-water', 'dept-industry', 'team-communications'],
    },
    { name: '宣传舆情组', leadUnitKey: 'dept-publicity', unitKeys: ['dept-publicity', 'hq-information'] },
    { name: '监测善后组', leadUnitKey: 'dept-environment', unitKeys: ['dept-environment', 'dept-housing'] },
  ],
  actions: GAS_PLAN_ACTIONS,
};

export const DEMO_PLANS: readonly DemoPlan[] = [
  GAS_PLAN,
  FLOOD_PLAN,
  POWER_PLAN,
  RESERVOIR_PLAN,
  FIRE_PLAN,
  TRAFFIC_PLAN,
];
