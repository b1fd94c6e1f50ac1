import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { identityNumber } from '../../foundation/registers/types/identity-number.type.ts';
import { decimal } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { VOLUNTEER_KEEPERS, VOLUNTEER_READERS, VOLUNTEER_SKILLS } from './volunteer-rights.rules.ts';

const AVAILABILITIES = [
  { id: 'any_time', label: { zh: '随时', en: 'Any time' } },
  { id: 'evenings', label: { zh: '夜间、周末', en: 'Evenings and weekends' } },
  { id: 'workdays', label: { zh: '工作日', en: 'Workdays' } },
] as const;

/** 志愿者: somebody who said they would come (志愿服务条例 第7条). */
export const volunteer = defineRegister('volunteer', {
  plural: 'volunteers',
  label: { zh: '志愿者', en: 'Volunteer' },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 40 }),
    organisationId: reference({ label: { zh: '所属组织', en: 'Organisation' }, to: 'volunteer_organisation' }),
    phone: phone({ label: { zh: '手机', en: 'Phone' }, required: true }),
    identityNumber: identityNumber({ label: { zh: '身份证号', en: 'Identity number' } }),
    skills: choices({ label: { zh: '专长', en: 'Skills' }, options: VOLUNTEER_SKILLS }),
    certificate: text({ label: { zh: '资格证书', en: 'Certificate' }, max: 100 }),
    communityId: unit({ label: { zh: '所在社区', en: 'Community' } }),
    availability: choice({ label: { zh: '可服务时间', en: 'Available' }, options: AVAILABILITIES }),
    serviceHours: decimal({
      label: { zh: '累计服务', en: 'Hours served' },
      unit: { zh: '小时', en: 'h' },
      max: 100_000,
    }),
    trainedOn: day({ label: { zh: '最近培训', en: 'Trained on' } }),
    insuredTo: day({ label: { zh: '保险期至', en: 'Insured to' } }),
    registeredOn: day({ label: { zh: '登记日期', en: 'Registered on' } }),
  },
  processing: {
    subjects: { zh: '应急志愿者', en: 'Emergency volunteers' },
    purpose: { zh: '动员、派遣、办理保险、记录服务', en: 'To call, send and insure them, and to record their service' },
    basis: ['consent'],
    keeping: 'service',
    ended: endsWhenWithdrawn('volunteer'),
  },
  title: 'name',
  list: ['name', 'organisationId', 'skills', 'availability', 'communityId', 'phone', 'serviceHours'],
});

export const volunteers = defineFaces(volunteer, {
  read: VOLUNTEER_READERS,
  keep: VOLUNTEER_KEEPERS,
  sections: [
    {
      title: { zh: '志愿者', en: 'Volunteer' },
      fields: ['name', 'organisationId', 'communityId', 'phone', 'identityNumber', 'registeredOn'],
    },
    { title: { zh: '专长', en: 'Skills' }, fields: ['skills', 'certificate', 'availability', 'trainedOn'] },
    { title: { zh: '服务', en: 'Service' }, fields: ['serviceHours', 'insuredTo'] },
  ],
  filters: ['skills', 'organisationId', 'availability', 'communityId', 'serviceHours', 'insuredTo'],
  search: ['name', 'certificate'],
});
