import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { boolean } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** What experts are called for: the four kinds of emergencies and what all of them need. */
export const EXPERT_FIELDS = [
  { id: 'meteorology', label: { zh: '气象', en: 'Meteorology' } },
  { id: 'hydraulics', label: { zh: '水利', en: 'Hydraulics' } },
  { id: 'geology', label: { zh: '地质', en: 'Geology' } },
  { id: 'earthquake', label: { zh: '地震', en: 'Earthquake' } },
  { id: 'forest_fire', label: { zh: '林火', en: 'Forest fire' } },
  { id: 'hazardous_chemicals', label: { zh: '危化', en: 'Hazardous chemicals' } },
  { id: 'construction', label: { zh: '建筑', en: 'Construction' } },
  { id: 'mechanical', label: { zh: '机械', en: 'Mechanical engineering' } },
  { id: 'electrical', label: { zh: '电气', en: 'Electrical engineering' } },
  { id: 'fire_protection', label: { zh: '消防', en: 'Fire protection' } },
  { id: 'special_equipment', label: { zh: '特种设备', en: 'Special equipment' } },
  { id: 'gas', label: { zh: '燃气', en: 'Gas' } },
  { id: 'traffic', label: { zh: '交通', en: 'Traffic' } },
  { id: 'confined_space', label: { zh: '有限空间', en: 'Confined space' } },
  { id: 'public_health', label: { zh: '公共卫生', en: 'Public health' } },
  { id: 'social_security', label: { zh: '社会安全', en: 'Public security' } },
  { id: 'law', label: { zh: '法律', en: 'Law' } },
  { id: 'psychology', label: { zh: '心理', en: 'Psychology' } },
  { id: 'public_opinion', label: { zh: '舆情', en: 'Public opinion' } },
  { id: 'communications', label: { zh: '通信', en: 'Communications' } },
  { id: 'information_technology', label: { zh: '信息化', en: 'Information technology' } },
  { id: 'evaluation', label: { zh: '评估', en: 'Evaluation' } },
] as const;

export const PROFESSIONAL_TITLES = [
  { id: 'senior', label: { zh: '正高级', en: 'Senior' } },
  { id: 'associate_senior', label: { zh: '副高级', en: 'Associate senior' } },
  { id: 'intermediate', label: { zh: '中级', en: 'Intermediate' } },
  { id: 'other', label: { zh: '其他', en: 'Other' } },
] as const;

/** 专家: who is asked for advice on a risk, a plan, an incident, an acceptance, a review (应对法 第57条). */
export const expert = defineRegister('expert', {
  plural: 'experts',
  label: { zh: '专家', en: 'Expert' },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 40 }),
    fields: choices({ label: { zh: '专业领域', en: 'Fields' }, options: EXPERT_FIELDS, required: true }),
    organisation: text({ label: { zh: '工作单位', en: 'Organisation' }, required: true, max: 100 }),
    professionalTitle: choice({ label: { zh: '职称', en: 'Professional title' }, options: PROFESSIONAL_TITLES }),
    speciality: text({ label: { zh: '专长', en: 'Speciality' }, max: 500 }),
    phone: phone({ label: { zh: '电话', en: 'Phone' } }),
    /** Who signs in for them, where they have a login: a call reaches them by the system. */
    personId: reference({ label: { zh: '系统人员', en: 'Person of the system' }, to: 'person' }),
    isOnCall: boolean({ label: { zh: '可随时到场', en: 'Comes at any hour' } }),
    base: place({ label: { zh: '常驻位置', en: 'Where usually found' } }),
    appointedOn: day({ label: { zh: '聘任日期', en: 'Appointed on' }, required: true }),
    termEndsOn: day({ label: { zh: '聘期截止', en: 'Term ends on' }, required: true }),
  },
  processing: {
    subjects: { zh: '专家', en: 'Experts' },
    purpose: { zh: '需要时请专家到场或咨询', en: 'To ask them for advice and to the scene' },
    basis: ['consent', 'duty'],
    keeping: 'service',
    ended: endsWhenWithdrawn('expert'),
  },
  title: 'name',
  list: ['name', 'fields', 'organisation', 'professionalTitle', 'phone', 'isOnCall', 'termEndsOn'],
  map: { shape: 'diamond', colourBy: 'professionalTitle' },
});

const SEEN = 'all';

export const experts = defineFaces(expert, {
  read: {
    duty_leader: SEEN,
    duty_officer: SEEN,
    commander: SEEN,
    department_officer: SEEN,
    street_chief: SEEN,
    street_officer: SEEN,
  },
  keep: { duty_officer: 'all', duty_leader: 'all', department_officer: 'unit' },
  sections: [
    {
      title: { zh: '专家', en: 'Expert' },
      fields: ['name', 'organisation', 'professionalTitle', 'fields', 'speciality'],
    },
    { title: { zh: '联系与到场', en: 'Reaching them' }, fields: ['phone', 'personId', 'isOnCall', 'base'] },
    { title: { zh: '聘期', en: 'Term' }, fields: ['appointedOn', 'termEndsOn'] },
  ],
  filters: ['fields', 'professionalTitle', 'isOnCall', 'termEndsOn'],
  search: ['name', 'organisation', 'speciality'],
});
