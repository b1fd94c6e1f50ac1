import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { boolean, decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 大类 of GB/T 38565-2020, the first digit of its code. */
export const SUPPLY_CLASSES = [
  { id: 'life_support', label: { zh: '基本生活保障物资', en: 'Basic life support' } },
  { id: 'equipment', label: { zh: '应急装备及配套物资', en: 'Emergency equipment' } },
  { id: 'engineering', label: { zh: '工程材料与机械加工设备', en: 'Engineering materials and machines' } },
] as const;

export const STORAGE_CLASSES = [
  { id: 'ordinary', label: { zh: '常温', en: 'Ordinary' } },
  { id: 'cool', label: { zh: '阴凉', en: 'Cool' } },
  { id: 'dry', label: { zh: '防潮', en: 'Dry' } },
  { id: 'dangerous', label: { zh: '危化品', en: 'Dangerous goods' } },
  { id: 'outdoor', label: { zh: '露天', en: 'Outdoor' } },
] as const;

/** 储备方式: 突发事件应对法 第45–46条; 北京市实施办法 第33条. */
export const RESERVE_MODES = [
  { id: 'physical', label: { zh: '实物储备', en: 'Physical' } },
  { id: 'agreement', label: { zh: '协议储备', en: 'By agreement' } },
  { id: 'capacity', label: { zh: '生产能力储备', en: 'Production capacity' } },
  { id: 'household', label: { zh: '家庭储备', en: 'Household' } },
  { id: 'social', label: { zh: '社会储备', en: 'Social' } },
] as const;

/** What people need of a life-support item; the reserve target is counted in these. */
export const NEEDS = [
  { id: 'water', label: { zh: '饮用水（升）', en: 'Drinking water (L)' } },
  { id: 'food', label: { zh: '食品（份）', en: 'Food (portions)' } },
  { id: 'tent', label: { zh: '帐篷（顶）', en: 'Tents' } },
  { id: 'quilt', label: { zh: '被褥（床）', en: 'Quilts' } },
  { id: 'bed', label: { zh: '床（张）', en: 'Beds' } },
] as const;

const MONTHS = { zh: '月', en: 'months' };

/** 应急物资: an item of the catalogue. How much of it lies where is the stock's business. */
export const supply = defineRegister('supply', {
  plural: 'supplies',
  label: { zh: '应急物资', en: 'Supply' },
  fields: {
    itemNo: text({ label: { zh: '物资编号', en: 'Item number' }, required: true, max: 40 }),
    name: text({ label: { zh: '品名', en: 'Name' }, required: true, max: 200 }),
    spec: text({ label: { zh: '规格型号', en: 'Specification' }, max: 200 }),
    supplyClass: choice({ label: { zh: '大类', en: 'Class' }, options: SUPPLY_CLASSES }),
    // GB/T 38565-2020: seven digits, the first says 大类. What the official table does not name yet gets a code of our own.
    code: code({
      label: { zh: '分类代码', en: 'Classification code' },
      pattern: /^(?:[123]\d{6}|X-[A-Z0-9]{1,20}(?:-[A-Z0-9]{1,20}){0,3})$/,
      example: '1010101（GB/T 38565）、X-TENT（自编）',
    }),
    measure: text({ label: { zh: '计量单位', en: 'Measured in' }, required: true, max: 20 }),
    shelfLifeMonths: whole({ label: { zh: '保质期', en: 'Shelf life' }, min: 1, max: 600, unit: MONTHS }),
    rotationMonths: whole({ label: { zh: '轮换周期', en: 'Rotation' }, min: 1, max: 600, unit: MONTHS }),
    safetyStock: quantity({ label: { zh: '安全库存', en: 'Safety stock' } }),
    minStock: quantity({ label: { zh: '库存下限', en: 'Minimum' } }),
    maxStock: quantity({ label: { zh: '库存上限', en: 'Maximum' } }),
    storageClass: {
      ...choice({ label: { zh: '存放要求', en: 'Storage' }, options: STORAGE_CLASSES, required: true }),
      startsAs: 'ordinary',
    },
    isHazardous: boolean({ label: { zh: '危险品', en: 'Hazardous' } }),
    unitVolume: decimal({ label: { zh: '单件体积', en: 'Volume each' }, max: 1000, unit: { zh: 'm³', en: 'm³' } }),
    unitWeight: decimal({ label: { zh: '单件重量', en: 'Weight each' }, max: 100_000, unit: { zh: 'kg', en: 'kg' } }),
    reserveMode: {
      ...choice({ label: { zh: '储备方式', en: 'Reserve mode' }, options: RESERVE_MODES, required: true }),
      startsAs: 'physical',
    },
    need: choice({ label: { zh: '保障用途', en: 'Need it serves' }, options: NEEDS }),
    needEach: decimal({ label: { zh: '每件保障量', en: 'Serves, each' }, max: 1_000_000 }),
  },
  title: 'name',
  list: ['itemNo', 'name', 'spec', 'measure', 'supplyClass', 'minStock', 'maxStock', 'shelfLifeMonths', 'reserveMode'],
});

const SEEN = 'all';

export const supplies = defineFaces(supply, {
  read: {
    duty_leader: SEEN,
    duty_officer: SEEN,
    commander: SEEN,
    department_officer: SEEN,
    street_chief: SEEN,
    street_officer: SEEN,
    team_leader: SEEN,
    utility_contact: SEEN,
  },
  keep: { duty_officer: 'all', duty_leader: 'all', department_officer: 'unit' },
  sections: [
    {
      title: { zh: '物资', en: 'Item' },
      fields: ['itemNo', 'name', 'spec', 'supplyClass', 'code', 'measure', 'reserveMode'],
    },
    {
      title: { zh: '库存标准', en: 'Stock limits' },
      fields: ['safetyStock', 'minStock', 'maxStock', 'need', 'needEach'],
    },
    {
      title: { zh: '保管', en: 'Keeping' },
      fields: ['shelfLifeMonths', 'rotationMonths', 'storageClass', 'isHazardous', 'unitVolume', 'unitWeight'],
    },
  ],
  filters: ['supplyClass', 'reserveMode', 'storageClass', 'need'],
  search: ['itemNo', 'name', 'spec', 'code'],
  keys: ['itemNo'],
  check: ({ safetyStock, minStock, maxStock }) => {
    const [safety, least, most] = [safetyStock, minStock, maxStock].map((one) => one as number | null | undefined);
    if (safety != null && least != null && safety > least) {
      return { field: 'safetyStock', reason: { zh: '高于库存下限', en: 'lies above the minimum' } };
    }
    if (least != null && most != null && least > most) {
      return { field: 'minStock', reason: { zh: '高于库存上限', en: 'lies above the maximum' } };
    }
    return undefined;
  },
});
