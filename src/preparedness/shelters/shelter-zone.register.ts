import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { boolean, decimal } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { shelters } from './shelter.register.ts';

export const ZONE_KINDS = [
  { id: 'tents', label: { zh: '篷宿区', en: 'Tents' } },
  { id: 'indoor', label: { zh: '室内安置区', en: 'Indoor' } },
  { id: 'medical', label: { zh: '医疗区', en: 'Medical' } },
  { id: 'supplies', label: { zh: '物资区', en: 'Supplies' } },
  { id: 'management', label: { zh: '管理区', en: 'Management' } },
  { id: 'toilets', label: { zh: '厕所洗消区', en: 'Toilets' } },
] as const;

/** 分区: a part of a shelter. Only those that take people count for its capacity. */
export const shelterZone = defineRegister('shelter_zone', {
  plural: 'shelterZones',
  label: { zh: '避难场所分区', en: 'Shelter zone' },
  fields: {
    shelterId: reference({ label: { zh: '避难场所', en: 'Shelter' }, to: 'shelter', required: true }),
    name: text({ label: { zh: '分区名称', en: 'Name' }, required: true, max: 60 }),
    zoneKind: choice({ label: { zh: '用途', en: 'Use' }, options: ZONE_KINDS, required: true }),
    takesPeople: boolean({ label: { zh: '安置人员', en: 'Takes people' } }),
    effectiveArea: decimal({
      label: { zh: '有效面积', en: 'Effective area' },
      unit: { zh: '平方米', en: 'm²' },
      required: true,
      max: 10_000_000,
    }),
  },
  title: 'name',
  list: ['name', 'zoneKind', 'shelterId', 'takesPeople', 'effectiveArea'],
});

export const shelterZones = defineFaces(shelterZone, {
  read: shelters.read.granted,
  keep: shelters.keep.granted,
  sections: [
    {
      title: { zh: '分区', en: 'Zone' },
      fields: ['shelterId', 'name', 'zoneKind', 'takesPeople', 'effectiveArea'],
    },
  ],
  filters: ['shelterId', 'zoneKind'],
  search: ['name'],
});
