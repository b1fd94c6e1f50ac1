import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, YES_OR_NO } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { files, photos } from '../../foundation/registers/types/files.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { FLOOD_RESPONSIBLES, RESPONSIBLES_SECTION, WATER_KEEPERS, WATER_READERS } from './flood-responsibles.rules.ts';

const METRE = { zh: 'm', en: 'm' };

/** 下凹式立交桥: a road that goes under, and fills first. */
export const sunkenOverpass = defineRegister('sunken_overpass', {
  plural: 'sunkenOverpasses',
  label: { zh: '下凹式立交桥', en: 'Sunken overpass' },
  purpose: { zh: '积水值守和断路', en: 'Watching and closing flooded roads' },
  fields: {
    name: text({ label: { zh: '桥名', en: 'Name' }, required: true, max: 100 }),
    roadName: text({ label: { zh: '所在道路', en: 'Road' }, max: 100 }),
    at: place({ label: { zh: '最低点', en: 'Lowest point' }, required: true }),
    clearance: decimal({ label: { zh: '净空', en: 'Clearance' }, unit: METRE, max: 20 }),
    lowestLevel: decimal({ label: { zh: '最低点高程', en: 'Level there' }, unit: METRE, min: -50, max: 2000 }),
    catchment: decimal({ label: { zh: '汇水面积', en: 'Catchment' }, unit: { zh: '公顷', en: 'ha' }, max: 10_000 }),
    worstDepth: whole({ label: { zh: '历史最大积水', en: 'Deepest so far' }, unit: { zh: 'cm', en: 'cm' }, max: 1000 }),
    pumpStationId: reference({ label: { zh: '排水泵站', en: 'Pump station' }, to: 'pump_station' }),
    hasGauge: choice({ label: { zh: '有积水监测', en: 'Water gauge' }, options: YES_OR_NO }),
    hasBarrier: choice({ label: { zh: '有断路设施', en: 'Road barrier' }, options: YES_OR_NO }),
    detour: text({ label: { zh: '绕行路线', en: 'Detour' }, max: 300 }),
    managedBy: unit({ label: { zh: '责任单位', en: 'Answers for it' } }),
    ...FLOOD_RESPONSIBLES,
    plan: files({ label: { zh: '一桥一预案', en: 'Plan of the bridge' } }),
    checkedOn: day({ label: { zh: '汛前检查', en: 'Checked before the season' } }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  processing: contactsOf('sunken_overpass'),
  title: 'name',
  list: ['name', 'roadName', 'worstDepth', 'pumpStationId', 'hasGauge', 'hasBarrier', 'pointLead', 'pointLeadPhone'],
  map: { place: 'at', shape: 'diamond' },
});

export const sunkenOverpasses = defineFaces(sunkenOverpass, {
  read: WATER_READERS,
  keep: WATER_KEEPERS,
  sections: [
    { title: { zh: '桥', en: 'Bridge' }, fields: ['name', 'roadName', 'at', 'clearance', 'lowestLevel', 'managedBy'] },
    {
      title: { zh: '排水', en: 'Drainage' },
      fields: ['catchment', 'worstDepth', 'pumpStationId', 'hasGauge', 'hasBarrier', 'detour'],
    },
    RESPONSIBLES_SECTION,
    { title: { zh: '预案与检查', en: 'Plan and check' }, fields: ['plan', 'checkedOn', 'photos'] },
  ],
  filters: ['hasGauge', 'hasBarrier', 'worstDepth', 'pumpStationId', 'managedBy', 'checkedOn'],
  search: ['name', 'roadName', 'pointLead'],
  keys: ['name'],
  responsibility: 'flood_control',
});
