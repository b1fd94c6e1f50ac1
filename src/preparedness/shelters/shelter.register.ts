import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { FACILITIES, PEOPLE, SHELTER_CLASSES, SHELTER_GRADES, SPACES } from './shelter-standards.rules.ts';

const squareMetres = { unit: { zh: '平方米', en: 'm²' }, max: 10_000_000 } as const;

/** 应急避难场所 (应对法 第31条; GB 21734-2008, GB/T 44013-2024). How many it takes follows from its area and the rule. */
export const shelter = defineRegister('shelter', {
  plural: 'shelters',
  label: { zh: '避难场所', en: 'Shelter' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    grade: choice({ label: { zh: '分级', en: 'Grade' }, options: SHELTER_GRADES, required: true }),
    durationClass: choice({ label: { zh: '避难时长', en: 'Duration' }, options: SHELTER_CLASSES, required: true }),
    space: choice({ label: { zh: '空间类型', en: 'Space' }, options: SPACES, required: true }),
    address: text({ label: { zh: '地址', en: 'Address' }, required: true, max: 200 }),
    entrance: place({ label: { zh: '主入口位置', en: 'Main entrance' } }),
    outline: area({ label: { zh: '范围', en: 'Outline' } }),
    totalArea: decimal({ label: { zh: '总面积', en: 'Total area' }, required: true, ...squareMetres }),
    effectiveArea: decimal({ label: { zh: '有效避难面积', en: 'Effective area' }, required: true, ...squareMetres }),
    tentArea: decimal({ label: { zh: '篷宿区面积', en: 'Tent area' }, ...squareMetres }),
    facilities: choices({ label: { zh: '设施', en: 'Facilities' }, options: FACILITIES }),
    routes: text({ label: { zh: '到达路径', en: 'Ways there' }, max: 1000 }),
    fireAccess: text({ label: { zh: '消防通道', en: 'Fire access' }, max: 500 }),
    certifiedOn: day({ label: { zh: '认定日期', en: 'Certified on' } }),
    inspectedOn: day({ label: { zh: '最近检查', en: 'Inspected on' } }),
    keeper: text({ label: { zh: '管理责任人', en: 'Keeper' }, required: true, max: 40 }),
    keeperPhone: phone({ label: { zh: '责任人电话', en: 'Keeper’s phone' }, required: true }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
    openedFor: text({ label: { zh: '开放事由', en: 'Opened for' }, max: 300 }),
  },
  processing: contactsOf('shelter'),
  title: 'name',
  list: ['name', 'durationClass', 'space', 'effectiveArea', 'keeper', 'keeperPhone', 'inspectedOn'],
  map: { place: 'entrance', shape: 'triangle' },
  surroundings: { resources: [{ order: 30 }] },
  constraints: ['check (effective_area <= total_area)'],
});

/** Its street opens it, and so does the room (自然灾害救助条例 第11条). */
const OPENS = {
  duty_officer: 'all',
  duty_leader: 'all',
  commander: 'all',
  street_chief: 'area',
  street_officer: 'area',
} as const;

export const shelters = defineFaces(shelter, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
    community_worker: 'all',
    grid_worker: 'all',
    team_leader: 'all',
    wall: 'all',
  },
  keep: { duty_officer: 'all', department_officer: 'all', street_chief: 'area', street_officer: 'area' },
  sections: [
    { title: { zh: '场所', en: 'Shelter' }, fields: ['name', 'grade', 'durationClass', 'space', 'facilities'] },
    {
      title: { zh: '容量与在住', en: 'Room and people' },
      fields: ['capacity', 'occupancy', 'vacancy', 'totalArea', 'effectiveArea', 'tentArea', 'openedFor'],
    },
    {
      title: { zh: '位置与通道', en: 'Where and how' },
      fields: ['address', 'entrance', 'outline', 'routes', 'fireAccess'],
    },
    {
      title: { zh: '管护', en: 'Keeping' },
      fields: ['keeper', 'keeperPhone', 'certifiedOn', 'inspectedOn', 'photos'],
    },
  ],
  filters: ['grade', 'durationClass', 'space', 'facilities', 'inspectedOn'],
  search: ['name', 'address', 'keeper'],
  keys: ['name'],
  computed: {
    capacity: whole({ label: { zh: '可容纳', en: 'Capacity' }, ...PEOPLE }),
    occupancy: whole({ label: { zh: '在住', en: 'People there' }, ...PEOPLE }),
    vacancy: whole({ label: { zh: '余位', en: 'Room left' }, ...PEOPLE }),
  },
  states: {
    active: { zh: '平时', en: 'At rest' },
    preparing: { zh: '准备', en: 'Preparing' },
    open: { zh: '开放', en: 'Open' },
    full: { zh: '满员', en: 'Full' },
    closing: { zh: '关闭中', en: 'Closing' },
  },
  steps: {
    prepare: {
      label: { zh: '准备开放', en: 'Prepare' },
      from: ['active'],
      to: 'preparing',
      fact: 'prepared',
      may: OPENS,
      asks: ['openedFor'],
      requires: ['openedFor'],
    },
    open: {
      label: { zh: '开放', en: 'Open' },
      from: ['active', 'preparing', 'full', 'closing'],
      to: 'open',
      fact: 'opened',
      may: OPENS,
      asks: ['openedFor'],
      requires: ['openedFor'],
      cites: '自然灾害救助条例 第11条',
    },
    fill: { label: { zh: '标为满员', en: 'Mark as full' }, from: ['open'], to: 'full', fact: 'filled', may: OPENS },
    close: {
      label: { zh: '开始关闭', en: 'Begin to close' },
      from: ['open', 'full'],
      to: 'closing',
      fact: 'closing_begun',
      may: OPENS,
    },
    // Nobody is left behind: the command is the capability's own and looks whether people are still there.
    rest: {
      label: { zh: '恢复平时', en: 'Put to rest' },
      from: ['preparing', 'closing'],
      to: 'active',
      fact: 'rested',
      may: OPENS,
    },
  },
  check: ({ totalArea, effectiveArea }) =>
    Number(effectiveArea) > Number(totalArea)
      ? { field: 'effectiveArea', reason: { zh: '有效面积不能大于总面积', en: 'more than the total area' } }
      : undefined,
});
