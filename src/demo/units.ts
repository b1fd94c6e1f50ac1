import { COMMUNITIES } from './communities.ts';
import { DEPARTMENTS, ENTERPRISES, type NamedUnit, TEAMS, UTILITIES } from './departments.ts';
import { DISTRICT_CODE, STREETS } from './streets.ts';

export type DemoUnitKind =
  | 'committee'
  | 'command_center'
  | 'office'
  | 'special_headquarters'
  | 'street_sub_headquarters'
  | 'street_office'
  | 'community'
  | 'department'
  | 'enterprise'
  | 'utility'
  | 'team';

/** One unit of the 1+21+9+X tree. */
export interface DemoUnit {
  readonly key: string;
  /** Our own number for units, the division code for streets' offices and communities. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: DemoUnitKind;
  readonly parentKey: string | undefined;
  /** The area it answers for: 6, 9 or 12 digits. */
  readonly areaCode: string;
  /** True where the district plan gives no name: shown as assumed until the customer has named it. */
  readonly isAssumed: boolean;
}

/** 应急办、安办、防汛办、森防办、地震办: five hats that the same few people wear, each with its own seal and numbers. */
const OFFICES: readonly NamedUnit[] = [
  ['office-emergency', '石景山区突发事件应急委员会办公室', '应急办'],
  ['office-safety', '石景山区安全生产委员会办公室', '安办'],
  ['office-flood', '石景山区防汛抗旱指挥部办公室', '防汛办'],
  ['office-forest-fire', '石景山区森林防火指挥部办公室', '森防办'],
  ['office-earthquake', '石景山区抗震救灾指挥部办公室', '地震办'],
];

/** The plan says 21 and names none of them: these are typical. [key, what it is for, short name, leading department] */
export const SPECIAL_HEADQUARTERS: readonly (readonly [...NamedUnit, leadKey: string])[] = [
  ['hq-flood', '防汛抗旱', '防汛指挥部', 'dept-water'],
  ['hq-forest-fire', '森林防火', '森防指挥部', 'dept-forest'],
  ['hq-earthquake', '抗震救灾', '抗震指挥部', 'dept-emergency'],
  ['hq-construction', '建筑施工安全事故', '建筑施工指挥部', 'dept-housing'],
  ['hq-hazchem', '危险化学品事故', '危化品指挥部', 'dept-emergency'],
  ['hq-gas', '燃气事故', '燃气指挥部', 'dept-urban'],
  ['hq-heat', '供热事故', '供热指挥部', 'dept-urban'],
  ['hq-power', '电力事故', '电力指挥部', 'dept-reform'],
  ['hq-water', '供水排水突发事件', '供排水指挥部', 'dept-water'],
  ['hq-road-traffic', '道路交通突发事件', '道路交通指挥部', 'dept-traffic-police'],
  ['hq-rail', '轨道交通运营突发事件', '轨道交通指挥部', 'dept-transport'],
  ['hq-fire', '消防安全', '消防指挥部', 'dept-fire'],
  ['hq-special-equipment', '特种设备事故', '特种设备指挥部', 'dept-market'],
  ['hq-communications', '通信网络保障', '通信网络指挥部', 'dept-industry'],
  ['hq-air', '空气重污染', '空气重污染指挥部', 'dept-environment'],
  ['hq-health', '突发公共卫生事件', '公共卫生指挥部', 'dept-health'],
  ['hq-food-drug', '食品药品安全', '食药安全指挥部', 'dept-market'],
  ['hq-animal', '重大动物疫情', '动物疫情指挥部', 'dept-forest'],
  ['hq-foreign', '涉外突发事件', '涉外指挥部', 'dept-foreign'],
  ['hq-security', '反恐和社会安全', '社会安全指挥部', 'dept-police'],
  ['hq-information', '新闻发布和舆情应对', '新闻舆情指挥部', 'dept-publicity'],
];

type Row = Omit<DemoUnit, 'areaCode' | 'isAssumed'> & Partial<Pick<DemoUnit, 'areaCode' | 'isAssumed'>>;

const unit = (row: Row): DemoUnit => ({ areaCode: DISTRICT_CODE, isAssumed: false, ...row });
const numbered = (prefix: string, index: number) => `${prefix}${String(index + 1).padStart(2, '0')}`;

const named =
  (kind: DemoUnitKind, prefix: string, isAssumed: boolean) =>
  ([key, name, shortName]: NamedUnit, index: number): DemoUnit =>
    unit({ key, code: numbered(prefix, index), name, shortName, kind, parentKey: 'command-center', isAssumed });

/** A street's sub-headquarters, its office, its squad and its communities. */
function streetUnits({ id, code, name }: (typeof STREETS)[number], index: number): DemoUnit[] {
  const place = name.replace(/街道$/, '');
  const headquarters = `sub-${id}`;
  return [
    unit({
      key: headquarters,
      code: numbered('FZ', index),
      name: `${name}应急分指挥部`,
      shortName: `${place}分指挥部`,
      kind: 'street_sub_headquarters',
      parentKey: 'command-center',
      areaCode: code,
    }),
    unit({
      key: `street-${id}`,
      code,
      name: `${name}办事处`,
      shortName: name,
      kind: 'street_office',
      parentKey: headquarters,
      areaCode: code,
    }),
    unit({
      key: `squad-${id}`,
      code: numbered('XF', index),
      name: `${name}安全应急小分队`,
      shortName: `${place}小分队`,
      kind: 'team',
      parentKey: headquarters,
      areaCode: code,
    }),
    ...COMMUNITIES.filter(([community]) => community.startsWith(code)).map(([community, called]) =>
      unit({
        key: `community-${community}`,
        code: community,
        name: called,
        shortName: called.replace(/社区$/, ''),
        kind: 'community',
        parentKey: `street-${id}`,
        areaCode: community,
      }),
    ),
  ];
}

/**
 * The tree is the chain of command in an emergency, not the civil service: the command centre is the hub of the plan's
 * 1+21+9+X, so that whoever does not answer is followed upwards to a duty room. Parents come before their children.
 */
export const DEMO_UNITS: readonly DemoUnit[] = [
  unit({
    key: 'committee',
    code: 'YJW',
    name: '石景山区突发事件应急委员会',
    shortName: '区应急委',
    kind: 'committee',
    parentKey: undefined,
  }),
  unit({
    key: 'command-center',
    code: 'ZHZX',
    name: '石景山区应急指挥中心',
    shortName: '区应急指挥中心',
    kind: 'command_center',
    parentKey: 'committee',
  }),
  ...OFFICES.map(named('office', 'BG', false)),
  ...SPECIAL_HEADQUARTERS.map(([key, matter, shortName], index) =>
    named('special_headquarters', 'ZX', true)([key, `石景山区${matter}专项应急指挥部`, shortName], index),
  ),
  ...DEPARTMENTS.map(named('department', 'BM', false)),
  ...UTILITIES.map(named('utility', 'GY', true)),
  ...ENTERPRISES.map(named('enterprise', 'QY', true)),
  ...TEAMS.map(([key, name, shortName, parentKey], index) =>
    unit({ key, code: numbered('DW', index), name, shortName, kind: 'team', parentKey, isAssumed: true }),
  ),
  ...STREETS.flatMap(streetUnits),
];
