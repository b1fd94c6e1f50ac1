import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 工程规模 by total capacity, from … up to in 万 m³ (SL 252-2017, 表3.0.1). */
export const SIZES = [
  { id: 'small_2', label: { zh: '小（2）型', en: 'Small (2)' }, from: 10, to: 100 },
  { id: 'small_1', label: { zh: '小（1）型', en: 'Small (1)' }, from: 100, to: 1000 },
  { id: 'medium', label: { zh: '中型', en: 'Medium' }, from: 1000, to: 10_000 },
  { id: 'large_2', label: { zh: '大（2）型', en: 'Large (2)' }, from: 10_000, to: 100_000 },
  { id: 'large_1', label: { zh: '大（1）型', en: 'Large (1)' }, from: 100_000, to: Number.POSITIVE_INFINITY },
] as const;

const DAMS = [
  { id: 'earth', label: { zh: '均质土坝', en: 'Homogeneous earth' } },
  { id: 'core', label: { zh: '心墙坝', en: 'Core wall' } },
  { id: 'rockfill', label: { zh: '面板堆石坝', en: 'Concrete-faced rockfill' } },
  { id: 'masonry', label: { zh: '浆砌石坝', en: 'Masonry' } },
  { id: 'gravity', label: { zh: '混凝土重力坝', en: 'Concrete gravity' } },
  { id: 'arch', label: { zh: '拱坝', en: 'Arch' } },
] as const;

/** 大坝安全类别 (水库大坝安全鉴定办法 第6条). */
const SAFETY = [
  { id: 'class_1', label: { zh: '一类坝', en: 'Class 1' } },
  { id: 'class_2', label: { zh: '二类坝', en: 'Class 2' } },
  { id: 'class_3', label: { zh: '三类坝', en: 'Class 3' } },
] as const;

const METRE = { zh: 'm', en: 'm' };
const level = (zh: string, en: string) => decimal({ label: { zh, en }, unit: METRE, min: -500, max: 9000 });

/** 水库, with the three persons who answer for it in the flood season (水利部《小型水库防汛“三个责任人”履职手册》). */
export const reservoir = defineRegister('reservoir', {
  plural: 'reservoirs',
  label: { zh: '水库', en: 'Reservoir' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 60 }),
    registerCode: code({
      label: { zh: '注册登记号', en: 'Register code' },
      pattern: /^\d{11}-[A-Z]\d$/,
      example: '11010700012-A4',
    }),
    river: text({ label: { zh: '所在河流', en: 'River' }, max: 60 }),
    size: choice({ label: { zh: '工程规模', en: 'Size' }, options: SIZES, required: true }),
    capacity: decimal({
      label: { zh: '总库容', en: 'Total capacity' },
      unit: { zh: '万m³', en: '10⁴ m³' },
      required: true,
      min: 0.1,
    }),
    floodLimitLevel: level('汛限水位', 'Flood-limit level'),
    designLevel: level('设计洪水位', 'Design flood level'),
    checkLevel: level('校核洪水位', 'Check flood level'),
    restrictedLevel: level('限制运行水位', 'Restricted level'),
    damType: choice({ label: { zh: '坝型', en: 'Dam' }, options: DAMS }),
    damHeight: decimal({ label: { zh: '坝高', en: 'Dam height' }, unit: METRE, max: 400 }),
    at: place({ label: { zh: '坝址', en: 'Dam site' }, required: true }),
    floodedArea: area({ label: { zh: '溃坝影响范围', en: 'Area a breach would flood' } }),
    peopleBelow: whole({ label: { zh: '影响人口', en: 'People below' }, unit: { zh: '人', en: 'persons' } }),
    administrator: text({ label: { zh: '行政责任人', en: 'Administrative' }, max: 40 }),
    administratorPhone: phone({ label: { zh: '行政责任人电话', en: 'Their phone' } }),
    engineer: text({ label: { zh: '技术责任人', en: 'Technical' }, max: 40 }),
    engineerPhone: phone({ label: { zh: '技术责任人电话', en: 'Their phone' } }),
    patroller: text({ label: { zh: '巡查责任人', en: 'Patrol' }, max: 40 }),
    patrollerPhone: phone({ label: { zh: '巡查责任人电话', en: 'Their phone' } }),
    managedBy: unit({ label: { zh: '管理单位', en: 'Managed by' } }),
    appraisedOn: day({ label: { zh: '安全鉴定日期', en: 'Safety appraised on' } }),
    safetyClass: choice({ label: { zh: '安全类别', en: 'Safety class' }, options: SAFETY }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  processing: contactsOf('reservoir'),
  title: 'name',
  list: ['name', 'river', 'size', 'capacity', 'floodLimitLevel', 'administrator', 'appraisedOn', 'safetyClass'],
});

export const reservoirs = defineFaces(reservoir, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    wall: 'all',
  },
  keep: { duty_officer: 'all', department_officer: 'unit' },
  sections: [
    {
      title: { zh: '工程', en: 'Works' },
      fields: ['name', 'registerCode', 'river', 'size', 'capacity', 'damType', 'damHeight', 'managedBy'],
    },
    {
      title: { zh: '特征水位', en: 'Levels' },
      fields: ['floodLimitLevel', 'designLevel', 'checkLevel', 'restrictedLevel'],
    },
    {
      title: { zh: '三个责任人', en: 'Three responsible persons' },
      fields: ['administrator', 'administratorPhone', 'engineer', 'engineerPhone', 'patroller', 'patrollerPhone'],
    },
    { title: { zh: '位置与影响', en: 'Place and reach' }, fields: ['at', 'floodedArea', 'peopleBelow'] },
    {
      title: { zh: '安全鉴定', en: 'Safety appraisal' },
      fields: ['appraisedOn', 'safetyClass', 'daysSinceAppraisal', 'photos'],
    },
  ],
  filters: ['size', 'capacity', 'safetyClass', 'appraisedOn', 'managedBy'],
  search: ['name', 'river', 'registerCode', 'administrator', 'engineer', 'patroller'],
  keys: ['registerCode'],
  responsibility: 'flood_control',
  computed: {
    daysSinceAppraisal: whole({ label: { zh: '距上次鉴定', en: 'Since appraisal' }, unit: { zh: '天', en: 'days' } }),
  },
  states: {
    active: { zh: '正常运行', en: 'In operation' },
    restricted: { zh: '限制运行', en: 'Restricted' },
  },
  steps: {
    restrict: {
      label: { zh: '限制运行', en: 'Restrict' },
      from: ['active'],
      to: 'restricted',
      fact: 'restricted',
      asks: ['restrictedLevel'],
      requires: ['restrictedLevel'],
      needsReason: true,
      cites: '水库大坝安全鉴定办法 第21条',
    },
    release: {
      label: { zh: '解除限制', en: 'Release' },
      from: ['restricted'],
      to: 'active',
      fact: 'released',
      needsReason: true,
    },
  },
  check: ({ size, capacity, floodLimitLevel, designLevel, checkLevel }) => {
    const { from = 0, to = 0, label } = SIZES.find(({ id }) => id === size) ?? {};
    if (label && (Number(capacity) < from || Number(capacity) >= to)) {
      const reason = {
        zh: `${label.zh}水库总库容应为 ${from}～${to} 万m³`,
        en: `${label.en} means ${from} to ${to} × 10⁴ m³`,
      };
      return { field: 'capacity', reason };
    }
    const levels = [floodLimitLevel, designLevel, checkLevel].filter((one): one is number => typeof one === 'number');
    const isRising = levels.every((one, at) => at === 0 || one >= (levels[at - 1] ?? one));
    return isRising ? undefined : { field: 'checkLevel', reason: NOT_RISING };
  },
});

const NOT_RISING = {
  zh: '汛限水位、设计洪水位、校核洪水位应依次不低于前者',
  en: 'flood-limit, design and check level do not fall in this order',
};
