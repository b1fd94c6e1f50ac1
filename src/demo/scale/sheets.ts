import { creditCodeCheck } from '../../foundation/registers/types/credit-code.type.ts';
import type { Polygon } from '../../kernel/geometry.ts';
import { dayFrom } from '../day-from.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { type Ground, groundsWithin, pointOn } from './grounds.ts';

/** What the district's plan counts; buildings and households follow from the people. */
export const TRUE_SCALE = {
  residents: 570_000,
  households: 220_000,
  buildings: 12_000,
  legalPersons: 50_000,
  creditRecords: 250_000,
  cameras: 3000,
} as const;
export type Scale = Readonly<Record<keyof typeof TRUE_SCALE, number>>;

type Cell = string | number | null;

/** Rows of one register as a sheet: the head names fields, each row is made from its number alone. */
export interface ScaleSheet {
  readonly register: string;
  readonly count: number;
  readonly head: readonly string[];
  row(number: number): readonly Cell[];
}

interface Making {
  readonly scale: Scale;
  readonly now: Date;
  readonly boundary: readonly Polygon[] | undefined;
  /** The unit that keeps what lies in a community. */
  unitOf(areaCode: string): string;
}

const VULNERABLE = ['lone_elderly', 'dependent', 'disabled', 'minor', 'pregnant', 'patient', 'powered_device'] as const;
const TRADES = ['餐饮', '商贸', '物业', '建筑安装', '机械制造', '医药', '仓储物流', '信息技术', '文化传媒', '教育咨询'];
const FINDINGS = [
  ['penalty', '未按规定设置安全警示标志', '区应急管理局'],
  ['licence', '食品经营许可', '区市场监督管理局'],
  ['inspection', '消防安全检查', '区消防救援支队'],
  ['abnormal', '通过登记的住所无法联系', '区市场监督管理局'],
  ['honour', '诚信经营示范', '区市场监督管理局'],
] as const;
const USES = ['dwelling', 'dwelling', 'dwelling', 'dwelling', 'office', 'commerce'] as const;
const CAMERAS = [
  ['dome', 'public_order', 120, 80],
  ['bullet', 'traffic', 60, 120],
  ['bullet', 'flood_control', 75, 60],
  ['panoramic', 'public_order', 360, 50],
] as const;

/** Which of `parts` the one of `count` belongs to, when they are dealt out in order. */
const share = (number: number, count: number, parts: number) => Math.floor((number * parts) / count);
const padded = (value: number, length: number) => String(value).padStart(length, '0');
const random = (salt: number, number: number) => seededRandom(salt * 1_000_003 + number);

/** Everything of the true scale, in the order in which it is filled: what is referred to comes first. */
export function scaleSheets({ scale, now, boundary, unitOf }: Making): ScaleSheet[] {
  const grounds = groundsWithin(boundary);
  if (grounds.length === 0) throw new Error('no community of the demo lies within the boundary');
  const day = dayFrom(now);
  const copied = (purpose: string) => [purpose, day(-20), day(345)];
  const COPIED = ['copiedFor', 'copiedOn', 'copiedUntil'];
  // Row by row through one community after the other, as lists of communities come: what is written together has one reach and is one fact.
  const groundOf = (number: number, count: number) => grounds[share(number, count, grounds.length)] as Ground;
  const at = (ground: Ground, seed: number) => {
    const { lng, lat } = pointOn(ground, seed, boundary);
    return `${lng}, ${lat}`;
  };
  const building = (number: number) => {
    const ground = groundOf(number, scale.buildings);
    const inside = number - Math.ceil((grounds.indexOf(ground) * scale.buildings) / grounds.length);
    return {
      ground,
      code: `${ground.code}F${padded(number, 6)}`,
      address: `${ground.name.replace('社区', '')}${1 + inside}号楼（示例）`,
      place: at(ground, 31 * number + 7),
    };
  };
  const household = (number: number) => {
    const of = building(share(number, scale.households, scale.buildings));
    return { of, code: `${of.ground.code}H${padded(number, 8)}` };
  };
  const creditCode = (number: number) => {
    const body = `91110107MA9${padded(number, 6)}`;
    return `${body}${creditCodeCheck(body)}`;
  };
  return [
    {
      register: 'building',
      count: scale.buildings,
      head: [
        'name',
        'buildingCode',
        'address',
        'buildingUse',
        'builtYear',
        'floorsAbove',
        'height',
        'at',
        'isOldEstate',
        'hasGlassFacade',
        'ownerUnit',
      ],
      row(number) {
        const { ground, code, address, place } = building(number);
        const chance = random(1, number);
        const [year, floors] = [1960 + Math.floor(chance() * 64), 1 + Math.floor(chance() * 24)];
        const isOld = year < 1990 ? '是' : '否';
        return [
          address,
          code,
          address,
          USES[number % USES.length] ?? 'dwelling',
          year,
          floors,
          floors * 3,
          place,
          isOld,
          '否',
          unitOf(ground.code),
        ];
      },
    },
    {
      register: 'household',
      count: scale.households,
      head: ['householdCode', 'address', 'buildingId', 'door', 'floor', 'tenure', 'livingThere', 'at', 'ownerUnit'],
      row(number) {
        const { of, code } = household(number);
        const floor = 1 + (number % 18);
        const tenure = number % 5 === 4 ? 'let' : 'owned';
        return [
          code,
          of.address,
          of.code,
          `1单元${floor}0${1 + (number % 4)}`,
          floor,
          tenure,
          1 + (number % 4),
          of.place,
          unitOf(of.ground.code),
        ];
      },
    },
    {
      register: 'resident',
      count: scale.residents,
      head: [
        'personCode',
        'name',
        'phone',
        'sex',
        'birthYear',
        'residence',
        'householdId',
        'relation',
        'home',
        'vulnerabilities',
        ...COPIED,
        'ownerUnit',
      ],
      row(number) {
        const chance = random(3, number);
        const home = share(number, scale.residents, scale.households);
        const { of, code } = household(home);
        const isHead = number === 0 || share(number - 1, scale.residents, scale.households) !== home;
        // One in fourteen is vulnerable in some way.
        const vulnerable = chance() < 1 / 14 ? (VULNERABLE[number % VULNERABLE.length] ?? null) : null;
        return [
          `RK110107${padded(300_000 + number, 6)}`,
          inventName(chance),
          impossiblePhone(100_000 + number),
          chance() < 0.5 ? 'male' : 'female',
          1935 + Math.floor(chance() * 88),
          number % 5 === 4 ? 'migrant' : 'registered',
          code,
          isHead ? 'head' : 'child',
          of.place,
          vulnerable,
          ...copied('防汛转移避险名单'),
          unitOf(of.ground.code),
        ];
      },
    },
    {
      register: 'legal_person',
      count: scale.legalPersons,
      head: [
        'creditCode',
        'name',
        'address',
        'representative',
        'establishedOn',
        'status',
        'industry',
        'at',
        ...COPIED,
        'ownerUnit',
      ],
      row(number) {
        const chance = random(5, number);
        const ground = groundOf(number, scale.legalPersons);
        const trade = TRADES[number % TRADES.length] ?? '商贸';
        const name = `${inventName(chance)}${trade}${number + 1}号有限公司（示例）`;
        const address = `${ground.name}${1 + Math.floor(chance() * 300)}号（示例地址）`;
        const since = day(-200 - Math.floor(chance() * 9000));
        const place = at(ground, 37 * number + 11);
        return [
          creditCode(number),
          name,
          address,
          inventName(chance),
          since,
          '存续',
          trade,
          place,
          ...copied('监管对象核验'),
          unitOf(ground.code),
        ];
      },
    },
    {
      register: 'credit_record',
      count: scale.creditRecords,
      head: [
        'recordNumber',
        'creditCode',
        'legalPersonId',
        'creditKind',
        'subject',
        'authority',
        'decidedOn',
        'publicUntil',
        ...COPIED,
        'ownerUnit',
      ],
      row(number) {
        const [kind, subject, authority] = FINDINGS[number % FINDINGS.length] ?? FINDINGS[0];
        const firm = share(number, scale.creditRecords, scale.legalPersons);
        const code = creditCode(firm);
        const decided = day(-1 - (number % 1400));
        return [
          `示例规模〔2026〕${number + 1}号`,
          code,
          code,
          kind,
          subject,
          authority,
          decided,
          day(365),
          ...copied('差异化监管频次'),
          unitOf(groundOf(firm, scale.legalPersons).code),
        ];
      },
    },
    {
      register: 'camera',
      count: scale.cameras,
      head: [
        'name',
        'deviceCode',
        'cameraKind',
        'watches',
        'address',
        'at',
        'mountHeight',
        'azimuth',
        'viewAngle',
        'range',
        'hasSign',
        'ownerUnit',
      ],
      row(number) {
        const ground = groundOf(number, scale.cameras);
        const [kind, watches, angle, range] = CAMERAS[number % CAMERAS.length] ?? CAMERAS[0];
        const name = `${ground.name.replace('社区', '')}${1 + number}号点位（示例）`;
        // Network 0 and a number from 910001: no gateway hands these out.
        const device = `11010700001320${910_001 + number}`;
        return [
          name,
          device,
          kind,
          watches,
          `${ground.name}（示例地址）`,
          at(ground, 41 * number + 13),
          6,
          (number * 37) % 360,
          angle,
          range,
          'yes',
          unitOf(ground.code),
        ];
      },
    },
  ];
}
