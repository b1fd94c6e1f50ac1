import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { decimal, group } from '../../foundation/rule-sets/leaf.type.ts';

export const PEOPLE = { unit: { zh: '人', en: 'people' } } as const;

/** By who manages it (GB/T 44013-2024). */
export const SHELTER_GRADES = [
  { id: 'province', label: { zh: '省级', en: 'Province' } },
  { id: 'city', label: { zh: '市级', en: 'City' } },
  { id: 'county', label: { zh: '区级', en: 'District' } },
  { id: 'street', label: { zh: '街道级', en: 'Street' } },
  { id: 'community', label: { zh: '社区级', en: 'Community' } },
] as const;

/** By how long people may stay. */
export const SHELTER_CLASSES = [
  { id: 'emergency', label: { zh: '紧急（1 天内）', en: 'Emergency (a day)' } },
  { id: 'short', label: { zh: '短期（2–15 天）', en: 'Short (2–15 days)' } },
  { id: 'long', label: { zh: '长期（15–100 天）', en: 'Long (15–100 days)' } },
] as const;

export type ShelterClass = (typeof SHELTER_CLASSES)[number]['id'];

export const SPACES = [
  { id: 'outdoor', label: { zh: '室外', en: 'Outdoor' } },
  { id: 'indoor', label: { zh: '室内', en: 'Indoor' } },
  { id: 'mixed', label: { zh: '混合', en: 'Mixed' } },
] as const;

/** GB 21734-2008: basic, general and comprehensive facilities. */
export const FACILITIES = [
  { id: 'tents', label: { zh: '救灾帐篷', en: 'Tents' } },
  { id: 'medical', label: { zh: '医疗救护', en: 'Medical aid' } },
  { id: 'water', label: { zh: '应急供水', en: 'Water' } },
  { id: 'power', label: { zh: '应急供电', en: 'Power' } },
  { id: 'sewage', label: { zh: '应急排污', en: 'Sewage' } },
  { id: 'toilets', label: { zh: '应急厕所', en: 'Toilets' } },
  { id: 'waste', label: { zh: '垃圾储运', en: 'Waste' } },
  { id: 'passages', label: { zh: '应急通道', en: 'Passages' } },
  { id: 'signs', label: { zh: '应急标志', en: 'Signs' } },
  { id: 'fire_fighting', label: { zh: '应急消防', en: 'Fire fighting' } },
  { id: 'supplies', label: { zh: '物资储备', en: 'Supplies' } },
  { id: 'command', label: { zh: '指挥管理', en: 'Command' } },
  { id: 'parking', label: { zh: '停车场', en: 'Parking' } },
  { id: 'helipad', label: { zh: '停机坪', en: 'Helipad' } },
  { id: 'washing', label: { zh: '洗浴', en: 'Washing' } },
  { id: 'ventilation', label: { zh: '通风', en: 'Ventilation' } },
] as const;

const perPerson = (label: { zh: string; en: string }) =>
  decimal({ label, unit: { zh: '平方米/人', en: 'm² each' }, min: 0.3, max: 20 });

/** Assumed: GB/T 44013-2024 was not at hand with its figures. */
export const SHELTER_STANDARDS = defineRuleSet('shelter_standards', {
  label: { zh: '避难场所人均面积', en: 'Room for each person in shelters' },
  about: {
    zh: '各类避难场所按人均多少有效面积核算可容纳人数',
    en: 'By how much effective area a person the capacity of a shelter is reckoned',
  },
  citation: 'GB/T 44013-2024；GB 21734-2008',
  ownerRole: 'duty_leader',
  schema: group({
    areaPerPerson: group(
      {
        emergency: perPerson(SHELTER_CLASSES[0].label),
        short: perPerson(SHELTER_CLASSES[1].label),
        long: perPerson(SHELTER_CLASSES[2].label),
      },
      { zh: '人均有效面积', en: 'Effective area each' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '紧急 1.0、短期 2.0、长期 3.0 平方米/人（暂定）',
    values: { areaPerPerson: { emergency: 1, short: 2, long: 3 } },
  },
});

/** People a piece of effective area takes: `floor(area / area per person)`. */
export const capacityOf = (effectiveArea: number, areaPerPerson: number): number =>
  Math.floor(effectiveArea / areaPerPerson);
