import type { NEEDS, STORAGE_CLASSES, SUPPLY_CLASSES } from '../preparedness/supplies/supply.register.ts';

type SupplyClass = (typeof SUPPLY_CLASSES)[number]['id'];
type Storage = (typeof STORAGE_CLASSES)[number]['id'];
type Need = (typeof NEEDS)[number]['id'];

/** Over which warehouses an item is spread: see `warehouses.ts`. */
export type Spread = 'life' | 'street' | 'flood' | 'forest' | 'rescue' | 'agreement' | 'machines';

export interface DemoItem {
  readonly name: string;
  readonly spec: string;
  readonly supplyClass: SupplyClass;
  readonly measure: string;
  readonly spread: Spread;
  /** How much the district should have at least, and how much it has: the one is not always below the other. */
  readonly minimum: number;
  readonly stock: number;
  readonly price: number;
  readonly shelfLifeMonths?: number;
  readonly rotationMonths?: number;
  readonly storage?: Storage;
  readonly need?: readonly [Need, each: number];
  readonly volume?: number;
  readonly weight?: number;
  readonly isHazardous?: boolean;
}

type Row = readonly [
  name: string,
  spec: string,
  measure: string,
  minimum: number,
  stock: number,
  price: number,
  more?: Partial<DemoItem>,
];

const of =
  (supplyClass: SupplyClass, spread: Spread) =>
  ([name, spec, measure, minimum, stock, price, more]: Row): DemoItem => ({
    name,
    spec,
    supplyClass,
    measure,
    spread,
    minimum,
    stock,
    price,
    ...more,
  });

const months = (shelfLifeMonths: number) => ({ shelfLifeMonths });

/** The starter catalogue: common things with round figures; makes, prices and quantities are invented. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  ...(
    [
      [
        '救灾帐篷',
        '12 m² 单帐篷',
        '顶',
        1700,
        1480,
        980,
        { need: ['tent', 1], volume: 0.25, weight: 48, rotationMonths: 96 },
      ],
      [
        '折叠床',
        '1.9×0.7 m 钢制',
        '张',
        6800,
        6100,
        165,
        { need: ['bed', 1], volume: 0.08, weight: 9, rotationMonths: 96 },
      ],
      [
        '棉被',
        '2.0×1.5 m 3 kg',
        '床',
        5000,
        5200,
        120,
        { need: ['quilt', 1], volume: 0.03, weight: 3.2, storage: 'dry', rotationMonths: 72 },
      ],
      [
        '毛毯',
        '2.0×1.5 m',
        '条',
        1500,
        1720,
        85,
        { need: ['quilt', 1], volume: 0.012, weight: 2, storage: 'dry', rotationMonths: 72 },
      ],
      ['睡袋', '−5 ℃ 信封式', '个', 600, 640, 150, { volume: 0.02, weight: 1.8, storage: 'dry' }],
      ['棉大衣', '通码', '件', 1500, 1380, 135, { volume: 0.02, weight: 2.5, storage: 'dry', rotationMonths: 60 }],
      ['雨衣', '连体 反光', '件', 2000, 2600, 45, { ...months(60), volume: 0.002, weight: 0.8 }],
      ['雨靴', '38–45 码', '双', 1200, 1300, 55, { ...months(60), volume: 0.006, weight: 2 }],
      [
        '饮用水',
        '550 ml×24 瓶',
        '箱',
        4650,
        4720,
        28,
        { ...months(12), storage: 'cool', need: ['water', 13.2], volume: 0.018, weight: 14 },
      ],
      [
        '桶装水',
        '18.9 L',
        '桶',
        300,
        340,
        18,
        { ...months(6), storage: 'cool', need: ['water', 18.9], volume: 0.03, weight: 20 },
      ],
      [
        '自热米饭',
        '360 g×12 份',
        '箱',
        2500,
        2680,
        168,
        { ...months(12), storage: 'cool', need: ['food', 12], volume: 0.03, weight: 6 },
      ],
      [
        '压缩饼干',
        '200 g×40 份',
        '箱',
        800,
        820,
        240,
        { ...months(36), storage: 'dry', need: ['food', 40], volume: 0.025, weight: 9 },
      ],
      [
        '方便面',
        '24 份',
        '箱',
        500,
        190,
        55,
        { ...months(6), storage: 'dry', need: ['food', 24], volume: 0.05, weight: 3 },
      ],
      ['火腿肠', '40 g×60 支', '箱', 200, 230, 70, { ...months(9), storage: 'cool', volume: 0.02, weight: 3 }],
      ['应急炉具', '野战炊事 50 人', '套', 20, 22, 6800, { volume: 1.2, weight: 180 }],
      ['移动厕所', '拼装单厕', '座', 60, 48, 2600, { volume: 2.2, weight: 95, storage: 'outdoor' }],
      ['手电筒', '强光 充电', '支', 2000, 2150, 68, { ...months(48), volume: 0.001, weight: 0.4 }],
      ['洗漱包', '毛巾 牙具 肥皂', '套', 3000, 3100, 32, { ...months(36), volume: 0.004, weight: 0.6 }],
    ] as const satisfies readonly Row[]
  ).map(of('life_support', 'life')),
  ...(
    [
      ['家庭应急包', '12 件套', '套', 900, 960, 180, { ...months(36), volume: 0.02, weight: 4 }],
      ['急救箱', '社区型 35 件', '个', 160, 150, 220, { ...months(24), storage: 'cool', volume: 0.01, weight: 3 }],
      ['AED', '公共场所用', '台', 40, 42, 15_800, { ...months(48), volume: 0.02, weight: 3 }],
      ['扩音喇叭', '手持 50 W', '个', 160, 168, 260, { volume: 0.01, weight: 2 }],
    ] as const satisfies readonly Row[]
  ).map(of('life_support', 'street')),
  ...(
    [
      ['正压式空气呼吸器', '6.8 L 碳瓶', '套', 60, 66, 4200, { ...months(180), volume: 0.1, weight: 16 }],
      ['防化服', 'A 级 全封闭', '套', 24, 20, 5600, { ...months(60), volume: 0.05, weight: 6 }],
      ['抢险救援头盔', '带灯', '顶', 300, 320, 280, { ...months(60), volume: 0.02, weight: 0.9 }],
      ['救生绳', '10.5 mm×100 m', '根', 80, 88, 620, { ...months(84), volume: 0.03, weight: 7 }],
      ['生命探测仪', '雷达式', '台', 4, 4, 380_000, { volume: 0.3, weight: 18 }],
      ['液压破拆工具组', '剪扩两用', '套', 8, 9, 68_000, { volume: 0.4, weight: 60 }],
      ['顶撑套具', '机械式', '套', 6, 6, 42_000, { volume: 0.6, weight: 90 }],
      ['有毒气体检测仪', '四合一', '台', 60, 58, 2800, { ...months(36), volume: 0.004, weight: 0.5 }],
      ['防爆强光工作灯', '移动升降 4×100 W', '台', 30, 34, 5200, { volume: 0.5, weight: 45 }],
      ['汽油发电机', '5 kW', '台', 36, 38, 4600, { volume: 0.25, weight: 85 }],
      ['柴油发电车', '200 kW', '辆', 2, 2, 860_000, { storage: 'outdoor' }],
      ['卫星电话', '手持', '部', 20, 20, 8800, { ...months(96), volume: 0.003, weight: 0.4 }],
      ['自组网电台', '单兵', '部', 40, 36, 12_600, { ...months(96), volume: 0.01, weight: 2 }],
      ['无人机', '测绘 变焦 喊话', '架', 6, 7, 46_000, { ...months(60), volume: 0.1, weight: 8 }],
      ['担架', '铲式 折叠', '副', 80, 96, 780, { volume: 0.06, weight: 7 }],
      [
        '医用防护口罩',
        'N95 20 只',
        '盒',
        1500,
        1450,
        60,
        { ...months(36), storage: 'dry', volume: 0.003, weight: 0.2 },
      ],
      [
        '消毒片',
        '含氯 100 片',
        '瓶',
        800,
        860,
        15,
        { ...months(24), storage: 'dry', isHazardous: true, volume: 0.001, weight: 0.2 },
      ],
      ['吸附棉', '化学品 通用型', '箱', 60, 55, 360, { ...months(60), volume: 0.08, weight: 9 }],
    ] as const satisfies readonly Row[]
  ).map(of('equipment', 'rescue')),
  ...(
    [
      ['抽水泵', '柴油 200 m³/h', '台', 24, 26, 18_000, { volume: 0.8, weight: 220 }],
      ['移动排水车', '1000 m³/h', '辆', 3, 3, 980_000, { storage: 'outdoor' }],
      ['冲锋舟', '4.2 m 带机', '艘', 6, 5, 36_000, { volume: 6, weight: 160 }],
      ['救生衣', '成人 150 N', '件', 500, 540, 160, { ...months(60), volume: 0.02, weight: 1 }],
      [
        '防汛沙袋',
        '50×80 cm 装填',
        '袋',
        12_000,
        12_800,
        6,
        { ...months(36), storage: 'outdoor', volume: 0.02, weight: 25 },
      ],
      ['吸水膨胀袋', '40×60 cm', '只', 6000, 6400, 12, { ...months(36), storage: 'dry', volume: 0.001, weight: 0.4 }],
      ['挡水板', '组合式 0.8 m', '米', 800, 860, 480, { volume: 0.04, weight: 12 }],
      ['警戒带', '100 m', '卷', 400, 460, 12, { volume: 0.001, weight: 0.3 }],
      ['防汛铁锹', '尖头', '把', 800, 820, 28, { volume: 0.01, weight: 2 }],
    ] as const satisfies readonly Row[]
  ).map(of('equipment', 'flood')),
  ...(
    [
      ['风力灭火机', '背负式', '台', 90, 96, 3200, { volume: 0.1, weight: 11 }],
      ['灭火水枪', '背负 20 L', '支', 160, 170, 260, { volume: 0.03, weight: 3 }],
      ['油锯', '20 寸', '台', 40, 44, 1900, { volume: 0.05, weight: 7 }],
      ['二号工具', '橡胶拍', '把', 400, 420, 35, { ...months(36), volume: 0.01, weight: 2 }],
      [
        '灭火弹',
        '水基 5 kg',
        '枚',
        200,
        210,
        320,
        { ...months(36), storage: 'dangerous', isHazardous: true, volume: 0.01, weight: 5 },
      ],
      ['防火服', '阻燃 四件套', '套', 150, 150, 860, { ...months(60), volume: 0.03, weight: 4 }],
    ] as const satisfies readonly Row[]
  ).map(of('equipment', 'forest')),
  ...(
    [
      ['编织袋', '50×80 cm', '条', 40_000, 96_000, 1.2, { ...months(24), storage: 'dry', volume: 0.0004, weight: 0.1 }],
      ['土工布', '200 g/m² 4 m 宽', '平方米', 8000, 8600, 6, { storage: 'dry', volume: 0.002, weight: 0.2 }],
      ['钢板桩', '拉森 IV 6 m', '根', 200, 200, 2400, { storage: 'outdoor', volume: 0.1, weight: 450 }],
      ['砂石料', '级配', '吨', 600, 640.5, 110, { storage: 'outdoor', volume: 0.6, weight: 1000 }],
      ['融雪剂', '环保型 25 kg', '袋', 4000, 4100, 45, { ...months(24), storage: 'dry', volume: 0.03, weight: 25 }],
    ] as const satisfies readonly Row[]
  ).map(of('engineering', 'flood')),
  ...(
    [
      ['挖掘机', '20 t', '台', 6, 6, 0, { storage: 'outdoor' }],
      ['装载机', '3 m³', '台', 6, 5, 0, { storage: 'outdoor' }],
      ['汽车吊', '50 t', '台', 2, 2, 0, { storage: 'outdoor' }],
    ] as const satisfies readonly Row[]
  ).map(of('engineering', 'machines')),
  ...(
    [
      [
        '协议储备饮用水',
        '550 ml×24 瓶',
        '箱',
        1000,
        1200,
        26,
        { ...months(12), need: ['water', 13.2], volume: 0.018, weight: 14 },
      ],
      [
        '协议储备方便食品',
        '面包牛奶组合 24 份',
        '箱',
        600,
        640,
        96,
        { ...months(3), need: ['food', 24], volume: 0.04, weight: 7 },
      ],
    ] as const satisfies readonly Row[]
  ).map(of('life_support', 'agreement')),
];
