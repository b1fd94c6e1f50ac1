import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { files, photos } from '../../foundation/registers/types/files.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { FLOOD_RESPONSIBLES, RESPONSIBLES_SECTION, WATER_KEEPERS, WATER_READERS } from './flood-responsibles.rules.ts';

const FLOOD_POINT_KINDS = [
  { id: 'road', label: { zh: '积水路段', en: 'Road' } },
  { id: 'estate', label: { zh: '积水院落', en: 'Yard' } },
  { id: 'flat_house', label: { zh: '低洼平房', en: 'Low house' } },
  { id: 'basement', label: { zh: '地下空间入口', en: 'Basement entrance' } },
  { id: 'village', label: { zh: '山洪威胁区', en: 'Under a gully' } },
  { id: 'slope', label: { zh: '边坡、挡墙', en: 'Slope or wall' } },
] as const;

/** What is done about a point before the flood season. */
const TREATMENTS = [
  { id: 'done', label: { zh: '已治理', en: 'Done' } },
  { id: 'under_way', label: { zh: '治理中', en: 'Under way' } },
  { id: 'none', label: { zh: '未治理，应急措施', en: 'Not yet: measures only' } },
] as const;

/** 易涝点: where water stands or comes down, with one plan for each point (一点一预案). */
export const floodPronePoint = defineRegister('flood_prone_point', {
  plural: 'floodPronePoints',
  label: { zh: '易涝点', en: 'Flood-prone point' },
  purpose: { zh: '汛前检查、值守和转移', en: 'Checks, watches and evacuation' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    pointKind: choice({ label: { zh: '类别', en: 'Kind' }, options: FLOOD_POINT_KINDS, required: true }),
    address: text({ label: { zh: '地址', en: 'Address' }, max: 200 }),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    floodedArea: area({ label: { zh: '积水（影响）范围', en: 'Area flooded' } }),
    worstDepth: whole({ label: { zh: '历史最大积水', en: 'Deepest so far' }, unit: { zh: 'cm', en: 'cm' }, max: 1000 }),
    cause: text({ label: { zh: '成因', en: 'Cause' }, max: 300 }),
    peopleThere: whole({
      label: { zh: '需转移人数', en: 'People to move' },
      unit: { zh: '人', en: 'persons' },
      max: 100_000,
    }),
    shelterName: text({ label: { zh: '转移安置地点', en: 'Moved to' }, max: 100 }),
    treatment: choice({ label: { zh: '治理情况', en: 'Treatment' }, options: TREATMENTS }),
    measures: text({ label: { zh: '应急措施', en: 'Measures' }, max: 500 }),
    plan: files({ label: { zh: '一点一预案', en: 'Plan of the point' } }),
    checkedOn: day({ label: { zh: '汛前检查', en: 'Checked before the season' } }),
    managedBy: unit({ label: { zh: '责任单位', en: 'Answers for it' } }),
    riverId: reference({ label: { zh: '相关河段', en: 'River' }, to: 'river' }),
    ...FLOOD_RESPONSIBLES,
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  processing: contactsOf('flood_prone_point'),
  title: 'name',
  list: ['name', 'pointKind', 'worstDepth', 'peopleThere', 'treatment', 'pointLead', 'pointLeadPhone', 'checkedOn'],
  map: { place: 'at', shape: 'triangle', colourBy: 'pointKind' },
});

export const floodPronePoints = defineFaces(floodPronePoint, {
  read: WATER_READERS,
  keep: WATER_KEEPERS,
  sections: [
    {
      title: { zh: '点位', en: 'Point' },
      fields: ['name', 'pointKind', 'address', 'at', 'floodedArea', 'worstDepth', 'cause', 'riverId'],
    },
    RESPONSIBLES_SECTION,
    { title: { zh: '转移', en: 'Moving people' }, fields: ['peopleThere', 'shelterName'] },
    {
      title: { zh: '治理与措施', en: 'Treatment' },
      fields: ['managedBy', 'treatment', 'measures', 'checkedOn', 'plan', 'photos'],
    },
  ],
  filters: ['pointKind', 'treatment', 'managedBy', 'worstDepth', 'checkedOn', 'riverId'],
  search: ['name', 'address', 'pointLead', 'communityLead', 'streetLead'],
  keys: ['name'],
  responsibility: 'flood_control',
});
