import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { decimal } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { line } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { WATER_KEEPERS, WATER_READERS } from './flood-responsibles.rules.ts';

const RIVER_KINDS = [
  { id: 'river', label: { zh: '河道', en: 'River' } },
  { id: 'gully', label: { zh: '山洪沟', en: 'Flood gully' } },
  { id: 'canal', label: { zh: '引水渠', en: 'Canal' } },
  { id: 'ditch', label: { zh: '排水沟', en: 'Ditch' } },
] as const;

const METRE = { zh: 'm', en: 'm' };
const level = (zh: string, en: string) => decimal({ label: { zh, en }, unit: METRE, min: -500, max: 9000 });

/** 河道（河段）: a reach with its levels and its 河长. */
export const river = defineRegister('river', {
  plural: 'rivers',
  label: { zh: '河道', en: 'River' },
  purpose: { zh: '防洪调度和巡查', en: 'Flood control and patrols' },
  fields: {
    name: text({ label: { zh: '河段名称', en: 'Reach' }, required: true, max: 100 }),
    riverName: text({ label: { zh: '所在河流', en: 'River' }, max: 60 }),
    riverKind: choice({ label: { zh: '类别', en: 'Kind' }, options: RIVER_KINDS, required: true }),
    course: line({ label: { zh: '走向', en: 'Course' } }),
    length: decimal({ label: { zh: '长度', en: 'Length' }, unit: { zh: 'km', en: 'km' }, max: 1000 }),
    warningLevel: level('警戒水位', 'Warning level'),
    guaranteeLevel: level('保证水位', 'Guaranteed level'),
    designFlow: decimal({
      label: { zh: '设计流量', en: 'Design flow' },
      unit: { zh: 'm³/s', en: 'm³/s' },
      max: 100_000,
    }),
    embankment: text({ label: { zh: '堤防及险工险段', en: 'Dikes and weak reaches' }, max: 300 }),
    chief: text({ label: { zh: '河长', en: 'River chief' }, max: 40 }),
    chiefPhone: phone({ label: { zh: '河长电话', en: 'Their phone' } }),
    managedBy: unit({ label: { zh: '管理单位', en: 'Managed by' } }),
  },
  processing: contactsOf('river'),
  title: 'name',
  list: ['name', 'riverName', 'riverKind', 'length', 'warningLevel', 'guaranteeLevel', 'chief', 'managedBy'],
  map: { ground: 'water' },
});

export const rivers = defineFaces(river, {
  read: WATER_READERS,
  keep: WATER_KEEPERS,
  sections: [
    { title: { zh: '河段', en: 'Reach' }, fields: ['name', 'riverName', 'riverKind', 'course', 'length', 'managedBy'] },
    { title: { zh: '防洪', en: 'Floods' }, fields: ['warningLevel', 'guaranteeLevel', 'designFlow', 'embankment'] },
    { title: { zh: '河长', en: 'River chief' }, fields: ['chief', 'chiefPhone'] },
  ],
  filters: ['riverKind', 'managedBy'],
  search: ['name', 'riverName', 'chief'],
  keys: ['name'],
  responsibility: 'flood_control',
  check: ({ warningLevel, guaranteeLevel }) =>
    typeof warningLevel === 'number' && typeof guaranteeLevel === 'number' && guaranteeLevel < warningLevel
      ? { field: 'guaranteeLevel', reason: TOO_LOW }
      : undefined,
});

const TOO_LOW = { zh: '保证水位不应低于警戒水位', en: 'must not be below the warning level' };
