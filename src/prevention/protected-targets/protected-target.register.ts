import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { boolean, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { KIND_FIELDS, KIND_SECTIONS, TARGET_KINDS } from './target-kinds.rules.ts';

const PERSONS = { unit: { zh: '人', en: 'persons' }, max: 1_000_000 };

/** 重点防护目标: what is protected first and emptied last without help; one register, with fields of each kind. */
export const protectedTarget = defineRegister('protected_target', {
  plural: 'protectedTargets',
  label: { zh: '重点防护目标', en: 'Protected target' },
  purpose: { zh: '优先防护、叫应和疏散', en: 'To protect, call and evacuate first' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    targetKind: choice({ label: { zh: '类别', en: 'Kind' }, options: TARGET_KINDS, required: true }),
    address: text({ label: { zh: '地址', en: 'Address' }, required: true, max: 200 }),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    outline: area({ label: { zh: '范围', en: 'Outline' } }),
    buildingId: reference({ label: { zh: '所在建筑物', en: 'Building' }, to: 'building' }),
    mostPeople: whole({ label: { zh: '最多在场人数', en: 'Most people there' }, ...PERSONS }),
    isKeyFireUnit: boolean({ label: { zh: '消防安全重点单位', en: 'Key unit of fire safety' } }),
    assemblyPoint: place({ label: { zh: '疏散集合点', en: 'Assembly point' } }),
    responsible: text({ label: { zh: '安全责任人', en: 'Responsible' }, max: 40 }),
    responsiblePhone: phone({ label: { zh: '责任人电话', en: 'Their phone' } }),
    dutyPhone: phone({ label: { zh: '值班电话', en: 'Duty phone' } }),
    inspectedOn: day({ label: { zh: '最近检查', en: 'Last inspected' } }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
    ...KIND_FIELDS,
  },
  processing: contactsOf('protected_target'),
  title: 'name',
  list: ['name', 'targetKind', 'address', 'mostPeople', 'isKeyFireUnit', 'responsible', 'dutyPhone', 'inspectedOn'],
  map: { place: 'at', shape: 'square', colourBy: 'targetKind' },
  surroundings: {
    resources: [
      { order: 40, label: { zh: '医院', en: 'Hospital' }, only: { field: 'targetKind', values: ['hospital'] } },
    ],
    people: { order: 40, count: 'mostPeople', vulnerable: 'dependentResidents' },
  },
});

export const protectedTargets = defineFaces(protectedTarget, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    community_worker: 'area',
    grid_worker: 'area',
    wall: 'all',
  },
  keep: { duty_officer: 'all', department_officer: 'unit', street_officer: 'area' },
  sections: [
    {
      title: { zh: '目标', en: 'Target' },
      fields: ['name', 'targetKind', 'mostPeople', 'isKeyFireUnit', 'buildingId'],
    },
    ...KIND_SECTIONS,
    { title: { zh: '位置', en: 'Place' }, fields: ['address', 'at', 'outline', 'assemblyPoint'] },
    {
      title: { zh: '责任与检查', en: 'Responsibility' },
      fields: ['responsible', 'responsiblePhone', 'dutyPhone', 'inspectedOn', 'photos'],
    },
  ],
  filters: ['targetKind', 'mostPeople', 'isKeyFireUnit', 'inspectedOn', 'buildingId'],
  search: ['name', 'address', 'responsible'],
  keys: ['name'],
  responsibility: 'fire_protection',
});
