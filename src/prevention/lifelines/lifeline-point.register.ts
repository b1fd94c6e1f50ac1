import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, YES_OR_NO } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { boolean, decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { LIFELINE_KEEPERS, LIFELINE_KINDS, LIFELINE_READERS } from './lifeline-kinds.rules.ts';

const POINT_KINDS = [
  { id: 'source', label: { zh: '厂、源（水厂、热源、门站）', en: 'Works or source' } },
  { id: 'station', label: { zh: '站（变电、换热、调压、泵站）', en: 'Station' } },
  { id: 'cabinet', label: { zh: '箱、柜（开闭器、调压箱）', en: 'Cabinet' } },
  { id: 'valve', label: { zh: '阀门、闸井', en: 'Valve' } },
  { id: 'manhole', label: { zh: '检查井', en: 'Manhole' } },
  { id: 'hydrant', label: { zh: '消火栓、取水口', en: 'Hydrant' } },
  { id: 'base_station', label: { zh: '基站、机房', en: 'Base station' } },
] as const;

/** 生命线点位: a works, a station, a valve: where something is shut, or fails first. */
export const lifelinePoint = defineRegister('lifeline_point', {
  plural: 'lifelinePoints',
  label: { zh: '生命线点位', en: 'Lifeline point' },
  purpose: { zh: '抢修关断、次生灾害分析', en: 'To shut and repair; chains of failure' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    pointCode: text({ label: { zh: '设施编号', en: 'Code' }, max: 40 }),
    lifelineKind: choice({ label: { zh: '类别', en: 'Lifeline' }, options: LIFELINE_KINDS, required: true }),
    pointKind: choice({ label: { zh: '设施', en: 'Facility' }, options: POINT_KINDS, required: true }),
    operatorId: unit({ label: { zh: '权属（运营）单位', en: 'Operator' } }),
    address: text({ label: { zh: '地址', en: 'Address' }, max: 200 }),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    isKey: boolean({ label: { zh: '关键设施', en: 'Key facility' } }),
    serves: text({ label: { zh: '服务范围', en: 'Serves' }, max: 200 }),
    servedArea: area({ label: { zh: '影响范围', en: 'Area it serves' } }),
    servedHouseholds: whole({ label: { zh: '服务户数', en: 'Households served' }, unit: { zh: '户', en: '' } }),
    canBeShut: choice({ label: { zh: '可就地关断', en: 'Can be shut here' }, options: YES_OR_NO }),
    hasBackupPower: choice({ label: { zh: '有备用电源', en: 'Backup power' }, options: YES_OR_NO }),
    groundAboveFlood: decimal({
      label: { zh: '设备底高于地面', en: 'Equipment above ground' },
      unit: { zh: 'm', en: 'm' },
      min: -50,
      max: 50,
    }),
    dutyPhone: phone({ label: { zh: '抢修电话', en: 'Repair phone' } }),
    inspectedOn: day({ label: { zh: '最近检查', en: 'Last inspected' } }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  processing: contactsOf('lifeline_point'),
  title: 'name',
  list: ['name', 'lifelineKind', 'pointKind', 'operatorId', 'isKey', 'servedHouseholds', 'dutyPhone', 'inspectedOn'],
  map: { place: 'at', shape: 'triangle', colourBy: 'lifelineKind' },
});

export const lifelinePoints = defineFaces(lifelinePoint, {
  read: LIFELINE_READERS,
  keep: LIFELINE_KEEPERS,
  sections: [
    {
      title: { zh: '设施', en: 'Facility' },
      fields: ['name', 'pointCode', 'lifelineKind', 'pointKind', 'operatorId', 'isKey', 'dutyPhone'],
    },
    { title: { zh: '位置', en: 'Place' }, fields: ['address', 'at'] },
    { title: { zh: '影响', en: 'What hangs on it' }, fields: ['serves', 'servedHouseholds', 'servedArea'] },
    {
      title: { zh: '处置条件', en: 'In an emergency' },
      fields: ['canBeShut', 'hasBackupPower', 'groundAboveFlood', 'inspectedOn', 'photos'],
    },
  ],
  filters: ['lifelineKind', 'pointKind', 'operatorId', 'isKey', 'inspectedOn'],
  search: ['name', 'pointCode', 'address', 'serves'],
  keys: ['pointCode'],
  responsibility: 'work_safety',
});
