import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { identityNumber } from '../../foundation/registers/types/identity-number.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { personName } from '../../foundation/registers/types/person-name.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText, text } from '../../foundation/registers/types/text.type.ts';

/** What became of somebody; the first five are the figures of an incident. */
export const CONDITIONS = [
  { id: 'dead', label: { zh: '死亡', en: 'Dead' } },
  { id: 'missing', label: { zh: '失踪（失联）', en: 'Missing' } },
  { id: 'seriously_injured', label: { zh: '重伤', en: 'Seriously injured' } },
  { id: 'slightly_injured', label: { zh: '轻伤', en: 'Slightly injured' } },
  { id: 'trapped', label: { zh: '被困', en: 'Trapped' } },
  { id: 'safe', label: { zh: '脱险', en: 'Safe' } },
] as const;

const SEXES = [
  { id: 'male', label: { zh: '男', en: 'Male' } },
  { id: 'female', label: { zh: '女', en: 'Female' } },
] as const;

export const CASUALTY_SOURCES = [
  { id: 'hospital', label: { zh: '医院', en: 'Hospital' } },
  { id: 'emergency_120', label: { zh: '120 急救', en: 'Ambulance 120' } },
  { id: 'police', label: { zh: '公安', en: 'Police' } },
  { id: 'rescue', label: { zh: '救援队伍', en: 'Rescue team' } },
  { id: 'street', label: { zh: '街道社区', en: 'Street or community' } },
  { id: 'unit', label: { zh: '事发单位', en: 'Unit concerned' } },
  { id: 'family', label: { zh: '家属', en: 'Family' } },
] as const;

/**
 * 伤亡失联人员: by name, with where it is known from. What names them serves its incident and is destroyed after it (应对法
 * 第85条); somebody whose name is not known is listed all the same.
 */
export const casualty = defineRegister('casualty', {
  plural: 'casualties',
  label: { zh: '伤亡失联人员', en: 'Casualty' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    description: text({
      label: { zh: '特征', en: 'Description' },
      required: true,
      max: 120,
    }),
    name: personName({ label: { zh: '姓名', en: 'Name' } }),
    sex: choice({ label: { zh: '性别', en: 'Sex' }, options: SEXES }),
    age: whole({ label: { zh: '年龄', en: 'Age' }, max: 130 }),
    identityNumber: identityNumber({ label: { zh: '身份证号', en: 'Identity number' } }),
    condition: choice({ label: { zh: '情况', en: 'Condition' }, options: CONDITIONS, required: true }),
    conditionAt: instant({ label: { zh: '截至', en: 'As of' }, required: true }),
    source: choice({ label: { zh: '信息来源', en: 'Source' }, options: CASUALTY_SOURCES, required: true }),
    whereabouts: text({ label: { zh: '所在医院（地点）', en: 'Hospital or place' }, max: 120 }),
    familyContact: personalText({ label: { zh: '家属', en: 'Family' }, class: 'narrative', max: 120 }),
    familyPhone: phone({ label: { zh: '家属电话', en: "Family's phone" } }),
    liaison: text({ label: { zh: '对接联系人', en: 'Liaison' }, max: 60 }),
  },
  processing: {
    subjects: {
      zh: '突发事件中的伤亡、失联、被困人员及其家属',
      en: 'People hurt, missing or trapped, and their families',
    },
    purpose: {
      zh: '搜救、救治、核对人数、联系家属',
      en: 'To search, treat and count them, and to reach their families',
    },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    serves: `select id, 'incident' as cause_register, incident_id as cause_id from casualty`,
  },
  title: 'description',
  list: ['description', 'name', 'condition', 'conditionAt', 'source', 'whereabouts', 'liaison'],
  numbered: { prefix: '员' },
});

const DESK = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;

export const casualties = defineFaces(casualty, {
  read: DESK,
  keep: DESK,
  sections: [
    {
      title: { zh: '情况', en: 'Condition' },
      fields: ['incidentId', 'description', 'condition', 'conditionAt', 'source', 'whereabouts'],
    },
    { title: { zh: '身份', en: 'Identity' }, fields: ['name', 'sex', 'age', 'identityNumber'] },
    { title: { zh: '家属对接', en: 'Family' }, fields: ['familyContact', 'familyPhone', 'liaison'] },
  ],
  filters: ['incidentId', 'condition', 'source'],
  search: ['description', 'whereabouts'],
});
