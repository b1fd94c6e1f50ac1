import type { IncidentGrade, IncidentKindId } from '../foundation/incident-kinds/define.ts';

/** One call as the officer gets it: pasted, dictated or told. Who rings and what they say are invented. */
export interface StoryCall {
  readonly sourceChannel: string;
  /** Who files it: a user name of the demo. */
  readonly by: string;
  /** Minutes after the first call. */
  readonly after: number;
  readonly text: string;
  readonly kind: IncidentKindId;
  readonly placeText: string;
  /** Longitude first. */
  readonly place: { readonly lng: number; readonly lat: number };
  readonly callerPhone?: string;
  readonly damage?: string;
}

export interface IncidentStory {
  readonly key: 'yongle' | 'water' | 'power' | 'reservoir' | 'gas';
  /** As the district plan names it; it tells no more than this, everything else is ours. */
  readonly title: string;
  readonly kind: IncidentKindId;
  readonly grade: IncidentGrade;
  readonly gradeReason: string;
  /** All are of one matter; the third comes when the incident is open. */
  readonly calls: readonly StoryCall[];
  /** Which of the first two stands for both: the one whose kind is the matter's. */
  readonly head: 0 | 1;
  readonly closing: string;
}

const YONGLE = { lng: 116.2205, lat: 39.8985 };
const HEAT_CENTRE = { lng: 116.133, lat: 39.935 };
const LUGU = { lng: 116.2185, lat: 39.9005 };
const RESERVOIR = { lng: 116.143, lat: 39.957 };
const CROSSING = { lng: 116.18, lat: 39.906 };

/** A point so many metres to the east. */
const east = (of: { lng: number; lat: number }, metres: number) => ({
  lng: Math.round((of.lng + metres / 85_400) * 1e6) / 1e6,
  lat: of.lat,
});

/**
 * The five incidents that the district's plan names, as the calls of that hour would come: several callers, several channels, other
 * words, some of them wrong in a number.
 */
export const INCIDENT_STORIES: readonly IncidentStory[] = [
  {
    key: 'yongle',
    title: '永乐西小区35号楼「12·7」事故',
    kind: 'fire',
    grade: 'general',
    gradeReason: '两人轻伤，无人死亡，火势限于一户',
    head: 0,
    calls: [
      {
        sourceChannel: '119',
        by: 'zhiban',
        after: 0,
        kind: 'fire',
        text: '永乐西小区35号楼4层居民家中起火，有明火，楼道里都是烟，两名老人被困，消防已出动两车。',
        placeText: '永乐西小区35号楼',
        place: YONGLE,
      },
      {
        sourceChannel: 'street',
        by: 'lugu',
        after: 4,
        kind: 'fire',
        text: '永乐西35号楼着火了，社区正在敲门疏散，已经下来二十多户，有2人呛着烟了。',
        placeText: '永乐西小区35号楼下',
        place: east(YONGLE, 60),
        damage: '一户室内烧毁，楼道熏黑',
      },
      {
        sourceChannel: '12345',
        by: 'zhiban',
        after: 9,
        kind: 'fire',
        text: '市民反映永乐小区那边楼上冒黑烟，闻着有糊味，问要不要关窗。',
        placeText: '永乐西小区北门',
        place: east(YONGLE, 180),
        callerPhone: '13900002222',
      },
    ],
    closing: '明火扑灭，两名老人救出，24 户返回，起火户由街道安置。',
  },
  {
    key: 'water',
    title: '西北热电中心供水管线故障',
    kind: 'utility.water',
    grade: 'general',
    gradeReason: '无人员伤亡，供水中断不超过 12 小时',
    head: 0,
    calls: [
      {
        sourceChannel: 'department',
        by: 'zhiban',
        after: 0,
        kind: 'utility.water',
        text: '西北热电中心来电，厂外供水管线爆管，路面大量跑水，机组补水只够四小时。',
        placeText: '西北热电中心南侧道路',
        place: HEAT_CENTRE,
        damage: '路面塌陷约 3 平方米',
      },
      {
        sourceChannel: '12345',
        by: 'zhiban',
        after: 6,
        kind: 'utility.water',
        text: '居民来电说家里没水了，楼下马路上往外冒水，车都过不去。',
        placeText: '热电中心门口',
        place: east(HEAT_CENTRE, 120),
        callerPhone: '13900003333',
      },
      {
        sourceChannel: 'video',
        by: 'yingji',
        after: 8,
        kind: 'utility.water',
        text: '视频巡查发现热电中心南侧路面积水，一条车道已淹没。',
        placeText: '西北热电中心南侧',
        place: east(HEAT_CENTRE, 40),
      },
    ],
    closing: '抢修完成恢复供水，机组未停，路面回填完毕。',
  },
  {
    key: 'power',
    title: '鲁谷大面积停电事故',
    kind: 'energy_outage',
    grade: 'general',
    gradeReason: '停电 6,200 户，未造成伤亡',
    head: 0,
    calls: [
      {
        sourceChannel: 'street',
        by: 'lugu',
        after: 0,
        kind: 'energy_outage',
        text: '鲁谷好几个小区停电，社区说电话打不完，有电梯困人1人，养老院用的是备用发电机。',
        placeText: '鲁谷街道',
        place: LUGU,
        damage: '停电约 6200 户',
      },
      {
        sourceChannel: '12345',
        by: 'zhiban',
        after: 5,
        kind: 'utility.power',
        text: '七星园一带全没电了，红绿灯也灭了，十字路口堵成一团。',
        placeText: '鲁谷东街与鲁谷路路口',
        place: east(LUGU, 260),
        callerPhone: '13900004444',
      },
      {
        sourceChannel: 'department',
        by: 'zhiban',
        after: 12,
        kind: 'energy_outage',
        text: '供电公司报告鲁谷110千伏变电站一段母线失压，正在转供，预计两小时恢复大部分负荷。',
        placeText: '鲁谷变电站',
        place: east(LUGU, 150),
      },
    ],
    closing: '负荷全部转供，被困人员已救出，交通信号恢复。',
  },
  {
    key: 'reservoir',
    title: '「11·3」南马场水库货车侧翻事故',
    kind: 'reservoir_danger',
    grade: 'general',
    gradeReason: '一人受伤，油品入库，坝体未受损',
    head: 1,
    calls: [
      {
        sourceChannel: '122',
        by: 'zhiban',
        after: 0,
        kind: 'road_traffic',
        text: '南马场水库坝前公路一辆罐车侧翻，驾驶员受伤，油箱破了，油往水库方向流。',
        placeText: '南马场水库坝前公路',
        place: RESERVOIR,
      },
      {
        sourceChannel: 'department',
        by: 'yingji',
        after: 3,
        kind: 'reservoir_danger',
        text: '水库管理所报告坝前公路货车翻了，护坡被撞开一段，水面有油膜，库水位高出汛限0.4米。',
        placeText: '南马场水库大坝',
        place: east(RESERVOIR, 90),
        damage: '护坡损坏约 12 米',
      },
      {
        sourceChannel: 'phone',
        by: 'zhiban',
        after: 11,
        kind: 'reservoir_danger',
        text: '村里人打电话说大坝背水坡渗水，水是浑的，越来越大。',
        placeText: '南马场水库坝下',
        place: east(RESERVOIR, 200),
        callerPhone: '13900005555',
      },
    ],
    closing: '渗漏封堵，油膜清除，下游群众返回，库水位降至汛限以下。',
  },
  {
    key: 'gas',
    title: '「6·11」施工破坏燃气管线事故',
    kind: 'utility.gas',
    grade: 'general',
    gradeReason: '两人轻伤，未发生爆燃',
    head: 0,
    calls: [
      {
        sourceChannel: '12345',
        by: 'zhiban',
        after: 0,
        kind: 'utility.gas',
        text: '石景山路附近施工挖断燃气管，气味很大，两人头晕不适，施工队已停工撤出。',
        placeText: '古城大街与石景山路交口',
        place: CROSSING,
        callerPhone: '10000001234',
      },
      {
        sourceChannel: '119',
        by: 'zhiban',
        after: 3,
        kind: 'utility.gas',
        text: '古城大街有燃气味，消防到场检测，浓度偏高，已设警戒。',
        placeText: '古城大街',
        place: east(CROSSING, 120),
      },
      {
        sourceChannel: 'street',
        by: 'gucheng',
        after: 6,
        kind: 'utility.gas',
        text: '施工挖破燃气管，旁边是小学，正在组织疏散，2人轻伤送医。',
        placeText: '石景山路工地',
        place: east(CROSSING, 40),
        damage: '约 412 户停气',
      },
    ],
    closing: '阀门关闭，管线修复，38 人返回，两名伤者已出院。',
  },
];

/** One of the five. @throws when there is none of that name */
export function incidentStory(key: IncidentStory['key']): IncidentStory {
  const story = INCIDENT_STORIES.find((one) => one.key === key);
  if (!story) throw new Error(`no story ${key}`);
  return story;
}
