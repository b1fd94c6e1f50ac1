import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { boolean, decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** What a building is used for, as the natural-disaster census asks of 房屋建筑. */
export const BUILDING_USES = [
  { id: 'dwelling', label: { zh: '住宅', en: 'Dwelling' } },
  { id: 'office', label: { zh: '办公', en: 'Office' } },
  { id: 'commerce', label: { zh: '商业', en: 'Commerce' } },
  { id: 'education', label: { zh: '教育', en: 'Education' } },
  { id: 'health', label: { zh: '医疗卫生', en: 'Health' } },
  { id: 'culture', label: { zh: '文化体育', en: 'Culture and sport' } },
  { id: 'industry', label: { zh: '工业', en: 'Industry' } },
  { id: 'storage', label: { zh: '仓储', en: 'Storage' } },
  { id: 'other', label: { zh: '其他', en: 'Other' } },
] as const;

const STRUCTURES = [
  { id: 'masonry', label: { zh: '砌体结构', en: 'Masonry' } },
  { id: 'concrete', label: { zh: '钢筋混凝土结构', en: 'Reinforced concrete' } },
  { id: 'steel', label: { zh: '钢结构', en: 'Steel' } },
  { id: 'timber', label: { zh: '木结构', en: 'Timber' } },
  { id: 'other', label: { zh: '其他', en: 'Other' } },
] as const;

/** 房屋危险性等级 (JGJ 125-2016 危险房屋鉴定标准, 6.1.4). */
const DANGER_GRADES = [
  { id: 'a', label: { zh: 'A级（安全）', en: 'A (safe)' } },
  { id: 'b', label: { zh: 'B级（危险点）', en: 'B (dangerous parts)' } },
  { id: 'c', label: { zh: 'C级（局部危险）', en: 'C (partly dangerous)' } },
  { id: 'd', label: { zh: 'D级（整栋危险）', en: 'D (wholly dangerous)' } },
] as const;

const METRE = { zh: 'm', en: 'm' };
const FLOORS = { unit: { zh: '层', en: 'floors' }, max: 300 };

/** 建筑物: what stands on the ground and may fall, burn or have to be emptied. */
export const building = defineRegister('building', {
  plural: 'buildings',
  label: { zh: '建筑物', en: 'Building' },
  purpose: { zh: '房屋安全管理、灾害影响评估、疏散', en: 'Safety of buildings, assessment of damage, evacuation' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    buildingCode: code({
      label: { zh: '房屋编码', en: 'Building code' },
      pattern: /^\d{12}[A-Z0-9]{2,16}$/,
      example: '110107003007F0001',
    }),
    address: text({ label: { zh: '地址', en: 'Address' }, required: true, max: 200 }),
    buildingUse: choice({ label: { zh: '用途', en: 'Use' }, options: BUILDING_USES, required: true }),
    structure: choice({ label: { zh: '结构类型', en: 'Structure' }, options: STRUCTURES }),
    builtYear: whole({ label: { zh: '建成年份', en: 'Built in' }, min: 1400, max: 2200 }),
    floorsAbove: whole({ label: { zh: '地上层数', en: 'Floors above ground' }, ...FLOORS }),
    floorsBelow: whole({ label: { zh: '地下层数', en: 'Floors below ground' }, ...FLOORS, max: 20 }),
    height: decimal({ label: { zh: '建筑高度', en: 'Height' }, unit: METRE, max: 1000 }),
    floorArea: decimal({ label: { zh: '建筑面积', en: 'Floor area' }, unit: { zh: 'm²', en: 'm²' } }),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    outline: area({ label: { zh: '轮廓', en: 'Outline' } }),
    dangerGrade: choice({ label: { zh: '危险性等级', en: 'Danger grade' }, options: DANGER_GRADES }),
    appraisedOn: day({ label: { zh: '鉴定日期', en: 'Appraised on' } }),
    isOldEstate: boolean({ label: { zh: '老旧小区', en: 'Old estate' } }),
    hasGlassFacade: boolean({ label: { zh: '玻璃幕墙', en: 'Glass façade' } }),
    liftCount: whole({ label: { zh: '电梯', en: 'Lifts' }, unit: { zh: '部', en: '' }, max: 500 }),
    property: text({ label: { zh: '物业（管理）单位', en: 'Property manager' }, max: 100 }),
    propertyPhone: phone({ label: { zh: '物业值班电话', en: 'Their phone' } }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  processing: contactsOf('building'),
  title: 'name',
  list: ['name', 'address', 'buildingUse', 'structure', 'builtYear', 'floorsAbove', 'height', 'dangerGrade'],
  map: { place: 'at', shape: 'square', colourBy: 'buildingUse' },
});

export const buildings = defineFaces(building, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    community_worker: 'area',
    grid_worker: 'area',
  },
  keep: { duty_officer: 'all', department_officer: 'unit', street_officer: 'area', community_worker: 'area' },
  sections: [
    {
      title: { zh: '建筑', en: 'Building' },
      fields: [
        'name',
        'buildingCode',
        'buildingUse',
        'structure',
        'builtYear',
        'floorsAbove',
        'floorsBelow',
        'height',
        'floorArea',
      ],
    },
    { title: { zh: '位置', en: 'Place' }, fields: ['address', 'at', 'outline'] },
    {
      title: { zh: '安全状况', en: 'Safety' },
      fields: ['dangerGrade', 'appraisedOn', 'isOldEstate', 'hasGlassFacade', 'liftCount', 'photos'],
    },
    { title: { zh: '管理', en: 'Manager' }, fields: ['property', 'propertyPhone'] },
  ],
  filters: ['buildingUse', 'structure', 'dangerGrade', 'builtYear', 'height', 'isOldEstate', 'hasGlassFacade'],
  search: ['name', 'address', 'buildingCode', 'property'],
  keys: ['buildingCode'],
  responsibility: 'fire_protection',
  check: ({ dangerGrade, appraisedOn }) =>
    dangerGrade && !appraisedOn ? { field: 'appraisedOn', reason: NO_APPRAISAL } : undefined,
});

const NO_APPRAISAL = { zh: '填写危险性等级时须有鉴定日期', en: 'is needed beside a danger grade' };
