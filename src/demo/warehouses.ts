import type { WAREHOUSE_KINDS } from '../preparedness/warehouses/warehouse.register.ts';
import { impossiblePhone, inventName } from './invented-names.ts';
import { seededRandom } from './random.ts';
import type { Spread } from './supply-items.ts';

interface DemoWarehouse {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly kind: (typeof WAREHOUSE_KINDS)[number]['id'];
  readonly unitKey: string;
  /** Whose goods they are, where not its own unit's: 企业代储. */
  readonly reserveOwnerKey?: string;
  readonly address: string;
  readonly place: { readonly lng: number; readonly lat: number };
  readonly capacity: number;
  readonly openHours: string;
  readonly keeper: string;
  readonly phone: string;
}

/** Ids of invented numbers from here on, so that nobody of the organisation has one of them. */
const FIRST_NUMBER = 910_000;

type Row = readonly [
  key: string,
  code: string,
  name: string,
  kind: DemoWarehouse['kind'],
  unitKey: string,
  address: string,
  place: readonly [number, number],
  capacity: number,
  reserveOwnerKey?: string,
];

const ROWS: readonly Row[] = [
  [
    'main',
    'SJS-01',
    '区应急物资储备中心库',
    'district',
    'dept-emergency',
    '鲁谷东路示例 1 号',
    [116.212, 39.886],
    6000,
  ],
  ['west', 'SJS-02', '区应急物资西部分库', 'district', 'dept-emergency', '金顶街示例 2 号', [116.158, 39.931], 2400],
  ['flood', 'SJS-03', '防汛物资储备库', 'department', 'dept-water', '古城南路示例 3 号', [116.186, 39.896], 3000],
  ['forest', 'SJS-04', '森林防火物资库', 'department', 'dept-forest', '五里坨示例 4 号', [116.138, 39.962], 800],
  [
    'gucheng',
    'SJS-05',
    '古城街道应急物资储备点',
    'street',
    'street-gucheng',
    '古城大街示例 5 号',
    [116.181, 39.905],
    180,
  ],
  ['bajiao', 'SJS-06', '八角街道应急物资储备点', 'street', 'street-bajiao', '八角西街示例 6 号', [116.2, 39.907], 180],
  [
    'wulituo',
    'SJS-07',
    '五里坨街道应急物资储备点',
    'street',
    'street-wulituo',
    '石府路示例 7 号',
    [116.128, 39.958],
    240,
  ],
  [
    'mall',
    'SJS-08',
    '古城商业中心代储点',
    'agreement',
    'enterprise-mall',
    '古城商业中心 B2',
    [116.184, 39.909],
    900,
    'dept-emergency',
  ],
  [
    'builder',
    'SJS-09',
    '西山管线工程机械代储场',
    'agreement',
    'enterprise-builder',
    '麻峪示例 9 号',
    [116.132, 39.929],
    4000,
    'dept-emergency',
  ],
];

/** All invented: addresses are no real ones, telephones cannot be assigned. */
export const DEMO_WAREHOUSES: readonly DemoWarehouse[] = ROWS.map(
  ([key, code, name, kind, unitKey, address, [lng, lat], capacity, reserveOwnerKey], index) => ({
    key,
    code,
    name,
    kind,
    unitKey,
    address,
    place: { lng, lat },
    capacity,
    openHours: kind === 'street' ? '工作日 9:00–18:00，夜间电话开库' : '24 小时值守',
    keeper: inventName(seededRandom(7300 + index)),
    phone: impossiblePhone(FIRST_NUMBER + index),
    ...(reserveOwnerKey ? { reserveOwnerKey } : {}),
  }),
);

/** Which share of an item lies where, in hundredths. */
export const SPREADS: Readonly<Record<Spread, readonly (readonly [warehouse: string, share: number])[]>> = {
  life: [
    ['main', 62],
    ['west', 24],
    ['gucheng', 5],
    ['bajiao', 5],
    ['wulituo', 4],
  ],
  street: [
    ['main', 40],
    ['gucheng', 20],
    ['bajiao', 20],
    ['wulituo', 20],
  ],
  rescue: [
    ['main', 75],
    ['west', 25],
  ],
  flood: [
    ['flood', 60],
    ['main', 22],
    ['gucheng', 9],
    ['bajiao', 9],
  ],
  forest: [
    ['forest', 80],
    ['wulituo', 20],
  ],
  agreement: [['mall', 100]],
  machines: [['builder', 100]],
};
