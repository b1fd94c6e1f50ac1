import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, YES_OR_NO } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { WATER_KEEPERS, WATER_READERS } from './flood-responsibles.rules.ts';

const PUMP_KINDS = [
  { id: 'rain', label: { zh: '雨水泵站', en: 'Rain water' } },
  { id: 'combined', label: { zh: '合流泵站', en: 'Combined' } },
  { id: 'overpass', label: { zh: '立交泵站', en: 'Overpass' } },
  { id: 'mobile', label: { zh: '移动泵（排水车）', en: 'Mobile' } },
] as const;

/** 泵站: what lifts the water out, as long as it has power. */
export const pumpStation = defineRegister('pump_station', {
  plural: 'pumpStations',
  label: { zh: '泵站', en: 'Pump station' },
  purpose: { zh: '排水调度', en: 'Drainage' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    pumpKind: choice({ label: { zh: '类别', en: 'Kind' }, options: PUMP_KINDS, required: true }),
    address: text({ label: { zh: '地址', en: 'Address' }, max: 200 }),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    pumps: whole({ label: { zh: '水泵', en: 'Pumps' }, unit: { zh: '台', en: '' }, max: 200 }),
    capacity: decimal({ label: { zh: '排水能力', en: 'Capacity' }, unit: { zh: 'm³/h', en: 'm³/h' }, max: 1_000_000 }),
    hasSecondSupply: choice({ label: { zh: '双路供电', en: 'Second supply' }, options: YES_OR_NO }),
    hasGenerator: choice({ label: { zh: '有发电机', en: 'Generator' }, options: YES_OR_NO }),
    managedBy: unit({ label: { zh: '运行单位', en: 'Run by' } }),
    keeper: text({ label: { zh: '值守人', en: 'Keeper' }, max: 40 }),
    keeperPhone: phone({ label: { zh: '值守电话', en: 'Their phone' } }),
    testedOn: day({ label: { zh: '最近试车', en: 'Last tested' } }),
  },
  processing: contactsOf('pump_station'),
  title: 'name',
  list: [
    'name',
    'pumpKind',
    'pumps',
    'capacity',
    'hasSecondSupply',
    'hasGenerator',
    'keeper',
    'keeperPhone',
    'testedOn',
  ],
  map: { shape: 'square' },
});

export const pumpStations = defineFaces(pumpStation, {
  read: WATER_READERS,
  keep: WATER_KEEPERS,
  sections: [
    { title: { zh: '泵站', en: 'Station' }, fields: ['name', 'pumpKind', 'address', 'at', 'managedBy'] },
    {
      title: { zh: '能力', en: 'Capacity' },
      fields: ['pumps', 'capacity', 'hasSecondSupply', 'hasGenerator', 'testedOn'],
    },
    { title: { zh: '值守', en: 'Keeper' }, fields: ['keeper', 'keeperPhone'] },
  ],
  filters: ['pumpKind', 'capacity', 'hasSecondSupply', 'managedBy', 'testedOn'],
  search: ['name', 'address', 'keeper'],
  keys: ['name'],
  responsibility: 'flood_control',
});
