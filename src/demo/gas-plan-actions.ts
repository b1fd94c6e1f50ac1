import type { Role } from '../foundation/identity/define.ts';
import type { ResponseLevel } from '../foundation/incident-kinds/define.ts';
import type { Evidence, Fulfilment } from '../foundation/orders/define.ts';

interface ActionText {
  readonly clause: string;
  readonly title: string;
  readonly content: string;
  readonly groupName: string;
  readonly role: Role;
  /** Minutes after T0, the moment of activation, by which it is finished. */
  readonly offsetMinutes: number;
  /** 特急 · 紧急 · 一般 */
  readonly priority: 'extra_urgent' | 'urgent' | 'normal';
  readonly placeRule: 'incident' | 'command_center' | 'own_unit';
  readonly resources: readonly string[];
  readonly evidenceAsked: Evidence;
  readonly fulfilledBy?: Fulfilment;
  readonly levels: readonly ResponseLevel[];
}

/** One clause of a plan that becomes an order; a named unit or the office of the street where it happened. */
export type DemoPlanAction = ActionText &
  (
    | { readonly unitRule: 'named'; readonly unitKey: string }
    | { readonly unitRule: 'street_of_incident'; readonly unitKey?: never }
  );

const toUnit = (unitKey: string, role: Role) => ({ unitRule: 'named', unitKey, role }) as const;
const toStreet = (role: Role) => ({ unitRule: 'street_of_incident', role }) as const;

const EVERY_LEVEL: readonly ResponseLevel[] = ['I', 'II', 'III', 'IV'];
const FROM_III: readonly ResponseLevel[] = ['I', 'II', 'III'];
const FROM_II: readonly ResponseLevel[] = ['I', 'II'];

/** Our own wording; times follow the order of a real closure: gas, people, fire, traffic, repair, word to the public. */
export const GAS_PLAN_ACTIONS: readonly DemoPlanAction[] = [
  {
    clause: '4.1.1',
    title: '核实险情并通报各组',
    content:
      '向报警人和燃气单位核实地点、管径压力、有无着火和人员伤亡，5 分钟内通报各工作组和事发地街道，开通现场联络群。',
    groupName: '综合协调组',
    ...toUnit('command-center', 'duty_officer'),
    offsetMinutes: 5,
    priority: 'extra_urgent',
    placeRule: 'command_center',
    resources: ['值班电话', '800 兆电台'],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.1.2',
    title: '报送书面初报',
    content: '汇总各单位情况，30 分钟内形成书面初报报区领导和市级部门，事件原因未查清前只报事实。',
    groupName: '综合协调组',
    ...toUnit('command-center', 'duty_leader'),
    offsetMinutes: 30,
    priority: 'urgent',
    placeRule: 'command_center',
    resources: [],
    evidenceAsked: { text: 1 },
    fulfilledBy: 'initial_report',
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.1',
    title: '关闭上下游阀门',
    content: '查明破坏管段，关闭上下游阀门切断气源，读取并上报关阀时间和管段压力，通知受影响的调压站。',
    groupName: '抢险救援组',
    ...toUnit('utility-gas', 'utility_contact'),
    offsetMinutes: 15,
    priority: 'extra_urgent',
    placeRule: 'incident',
    resources: ['阀门钥匙', '管网图', '防爆对讲机 4 部'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.2',
    title: '划定警戒区并疏散居民',
    content:
      '以泄漏点为中心按检测结果划定警戒区，初期不小于 50 米；逐户通知下风向楼栋居民撤离，老幼病残孕优先并登记去向，楼内禁止动火和开关电器。',
    groupName: '人员疏散安置组',
    ...toStreet('street_officer'),
    offsetMinutes: 20,
    priority: 'extra_urgent',
    placeRule: 'incident',
    resources: ['警戒带', '扩音器', '街道小分队 20 人'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.3',
    title: '停止施工并撤出作业人员',
    content: '责令施工单位停止一切作业，机械就地熄火，清点并撤出作业人员，封存施工图纸和管线交底资料。',
    groupName: '抢险救援组',
    ...toUnit('dept-housing', 'department_officer'),
    offsetMinutes: 20,
    priority: 'extra_urgent',
    placeRule: 'incident',
    resources: [],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.4',
    title: '监护泄漏点并防范燃爆',
    content:
      '到场后测量可燃气体浓度，在上风向设水枪阵地稀释和监护，控制警戒区内一切火源；已着火的在关阀前控制燃烧，不盲目灭火。',
    groupName: '抢险救援组',
    ...toUnit('dept-fire', 'department_officer'),
    offsetMinutes: 15,
    priority: 'extra_urgent',
    placeRule: 'incident',
    resources: ['消防车 3 辆', '可燃气体检测仪', '防爆排风机'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.5',
    title: '封控路口并组织绕行',
    content: '在警戒区外围路口设卡，禁止无关车辆和人员进入，发布绕行路线，保证抢险和急救车辆通行。',
    groupName: '治安交通组',
    ...toUnit('dept-traffic-police', 'department_officer'),
    offsetMinutes: 20,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['锥筒 40 个', '警车 4 辆'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.6',
    title: '抢修队集结到场',
    content: '抢修队携带开挖、堵漏、焊接和置换装备到场，向现场指挥员报到，检测合格后进入作业面。',
    groupName: '抢险救援组',
    ...toUnit('team-gas-repair', 'team_leader'),
    offsetMinutes: 30,
    priority: 'extra_urgent',
    placeRule: 'incident',
    resources: ['抢修车 2 辆', '堵漏卡具', '正压式空气呼吸器 6 具'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.7',
    title: '维持现场秩序',
    content: '维护警戒区外围秩序，劝离围观人员，协助入户疏散，控制造成破坏的责任人员配合调查。',
    groupName: '治安交通组',
    ...toUnit('dept-police', 'department_officer'),
    offsetMinutes: 30,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['民警 12 人'],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.8',
    title: '急救力量到场待命',
    content: '指派急救车在警戒区外上风向待命，有伤员时现场检伤分类并转送，报告收治情况。',
    groupName: '医疗救治组',
    ...toUnit('dept-health', 'department_officer'),
    offsetMinutes: 30,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['急救车 2 辆'],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.9',
    title: '切断警戒区电源并排查相邻管线',
    content: '按现场指挥员要求在警戒区外切断受影响区域电源，排查同沟电缆受损和沟井内燃气积聚情况。',
    groupName: '后勤保障组',
    ...toUnit('utility-power', 'utility_contact'),
    offsetMinutes: 40,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['应急照明车 1 辆'],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.2.10',
    title: '扩散范围巡测',
    content:
      '对下风向楼栋、地下室、雨污水井和电力通信井逐点检测可燃气体浓度，每 15 分钟报一次结果，直至低于爆炸下限 20%。',
    groupName: '监测善后组',
    ...toUnit('dept-environment', 'department_officer'),
    offsetMinutes: 45,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['便携式检测仪 4 台'],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.3.1',
    title: '修复管线并置换',
    content: '修复破坏管段，做气密性试验和置换，会同街道逐户确认灶前阀关闭后分段复气。',
    groupName: '抢险救援组',
    ...toUnit('team-gas-repair', 'team_leader'),
    offsetMinutes: 360,
    priority: 'normal',
    placeRule: 'incident',
    resources: ['焊机', '氮气瓶组'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.3.2',
    title: '告知停气用户并保障生活',
    content: '张贴停气通知，逐户告知恢复时间，向独居老人等困难家庭送餐，收集并答复居民诉求。',
    groupName: '人员疏散安置组',
    ...toStreet('street_officer'),
    offsetMinutes: 90,
    priority: 'normal',
    placeRule: 'incident',
    resources: ['盒饭', '饮用水'],
    evidenceAsked: { photo: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.3.3',
    title: '监测舆情并发布信息',
    content: '监测网上信息，经指挥长同意发布停气范围、绕行和恢复时间，对不实信息及时澄清。',
    groupName: '宣传舆情组',
    ...toUnit('dept-publicity', 'department_officer'),
    offsetMinutes: 60,
    priority: 'normal',
    placeRule: 'own_unit',
    resources: [],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.3.4',
    title: '查明破坏原因',
    content: '会同区城管委、燃气单位查明管线交底、现场监护和机械作业情况，24 小时内提交初步调查意见。',
    groupName: '监测善后组',
    ...toUnit('dept-housing', 'department_officer'),
    offsetMinutes: 1440,
    priority: 'normal',
    placeRule: 'own_unit',
    resources: [],
    evidenceAsked: { text: 1 },
    levels: EVERY_LEVEL,
  },
  {
    clause: '4.4.1',
    title: '设立现场指挥部',
    content: '在警戒区外上风向设立现场指挥部，区城管委任执行指挥，接通与区应急指挥中心的视频，各组派员进驻。',
    groupName: '综合协调组',
    ...toUnit('dept-urban', 'department_officer'),
    offsetMinutes: 40,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['应急指挥车 1 辆'],
    evidenceAsked: { photo: 1 },
    levels: FROM_III,
  },
  {
    clause: '4.4.2',
    title: '综合救援队增援',
    content: '携带破拆、搜救和照明装备到场，按现场指挥部安排参加楼内搜救和扩大疏散。',
    groupName: '抢险救援组',
    ...toUnit('team-comprehensive', 'team_leader'),
    offsetMinutes: 40,
    priority: 'extra_urgent',
    placeRule: 'incident',
    resources: ['搜救装备', '应急照明'],
    evidenceAsked: { photo: 1 },
    levels: FROM_III,
  },
  {
    clause: '4.4.3',
    title: '开放临时安置点',
    content: '就近开放临时安置点，登记安置人员，保障饮食、御寒和医疗服务，每两小时报安置人数。',
    groupName: '人员疏散安置组',
    ...toUnit('dept-civil-affairs', 'department_officer'),
    offsetMinutes: 90,
    priority: 'urgent',
    placeRule: 'incident',
    resources: ['帐篷', '折叠床', '棉被'],
    evidenceAsked: { photo: 1 },
    levels: FROM_III,
  },
  {
    clause: '4.5.1',
    title: '协调市级力量支援',
    content: '向市级部门提出增援需求，明确集结地点和进场路线，派员引导，做好通信和后勤对接。',
    groupName: '综合协调组',
    ...toUnit('dept-emergency', 'department_officer'),
    offsetMinutes: 30,
    priority: 'extra_urgent',
    placeRule: 'command_center',
    resources: [],
    evidenceAsked: { text: 1 },
    levels: FROM_II,
  },
];
