import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { creditCode } from '../../foundation/registers/types/credit-code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { VOLUNTEER_KEEPERS, VOLUNTEER_READERS, VOLUNTEER_SKILLS } from './volunteer-rights.rules.ts';

const ORGANISATION_KINDS = [
  { id: 'registered', label: { zh: '登记社会组织', en: 'Registered' } },
  { id: 'community', label: { zh: '社区社会组织（老街坊）', en: 'Community (laojiefang)' } },
  { id: 'enterprise', label: { zh: '企业志愿服务队', en: 'Of an enterprise' } },
  { id: 'school', label: { zh: '院校志愿服务队', en: 'Of a school' } },
] as const;

const PERSONS = { unit: { zh: '人', en: 'persons' }, max: 100_000 };

/** 志愿服务组织 (志愿服务条例 第6条). */
export const volunteerOrganisation = defineRegister('volunteer_organisation', {
  plural: 'volunteerOrganisations',
  label: { zh: '志愿服务组织', en: 'Volunteer organisation' },
  purpose: { zh: '社会力量动员', en: 'To call on volunteers' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    organisationKind: choice({ label: { zh: '类别', en: 'Kind' }, options: ORGANISATION_KINDS, required: true }),
    creditCode: creditCode({ label: { zh: '统一社会信用代码', en: 'Credit code' } }),
    skills: choices({ label: { zh: '服务方向', en: 'What they do' }, options: VOLUNTEER_SKILLS }),
    memberCount: whole({ label: { zh: '成员人数', en: 'Members' }, ...PERSONS }),
    callableCount: whole({ label: { zh: '可动员人数', en: 'Can be called' }, ...PERSONS }),
    leader: text({ label: { zh: '负责人', en: 'Leader' }, max: 40 }),
    leaderPhone: phone({ label: { zh: '负责人电话', en: 'Their phone' } }),
    at: place({ label: { zh: '驻地', en: 'Place' } }),
    registeredOn: day({ label: { zh: '备案日期', en: 'Registered on' } }),
  },
  processing: contactsOf('volunteer_organisation'),
  title: 'name',
  list: ['name', 'organisationKind', 'skills', 'memberCount', 'callableCount', 'leader', 'leaderPhone'],
  map: { shape: 'circle' },
});

export const volunteerOrganisations = defineFaces(volunteerOrganisation, {
  read: VOLUNTEER_READERS,
  keep: VOLUNTEER_KEEPERS,
  sections: [
    {
      title: { zh: '组织', en: 'Organisation' },
      fields: ['name', 'organisationKind', 'creditCode', 'skills', 'registeredOn'],
    },
    {
      title: { zh: '动员', en: 'Mobilisation' },
      fields: ['memberCount', 'volunteers', 'callableCount', 'leader', 'leaderPhone', 'at'],
    },
  ],
  filters: ['organisationKind', 'skills', 'memberCount'],
  search: ['name', 'leader'],
  keys: ['name'],
  computed: { volunteers: whole({ label: { zh: '在册志愿者', en: 'Volunteers registered' }, ...PERSONS }) },
  check: ({ memberCount, callableCount }) =>
    Number(callableCount ?? 0) > Number(memberCount ?? Number.POSITIVE_INFINITY)
      ? { field: 'callableCount', reason: TOO_MANY }
      : undefined,
});

const TOO_MANY = { zh: '不应多于成员人数', en: 'must not exceed the members' };
