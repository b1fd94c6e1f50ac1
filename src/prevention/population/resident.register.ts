import { COPY_FIELDS, COPY_SECTION, copyFault, defineExternal } from '../../foundation/external/define.ts';
import { definePermission } from '../../foundation/identity/define.ts';
import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { identityNumber } from '../../foundation/registers/types/identity-number.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { personName } from '../../foundation/registers/types/person-name.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText } from '../../foundation/registers/types/text.type.ts';
import { POPULATION_KEEPERS, POPULATION_READERS, VULNERABILITIES } from './vulnerabilities.rules.ts';

const SEXES = [
  { id: 'male', label: { zh: '男', en: 'Male' } },
  { id: 'female', label: { zh: '女', en: 'Female' } },
] as const;

const RELATIONS = [
  { id: 'head', label: { zh: '户主', en: 'Head' } },
  { id: 'spouse', label: { zh: '配偶', en: 'Spouse' } },
  { id: 'child', label: { zh: '子女', en: 'Child' } },
  { id: 'parent', label: { zh: '父母', en: 'Parent' } },
  { id: 'relative', label: { zh: '其他亲属', en: 'Relative' } },
  { id: 'other', label: { zh: '非亲属', en: 'Other' } },
] as const;

const RESIDENCES = [
  { id: 'registered', label: { zh: '户籍人口', en: 'Registered here' } },
  { id: 'separated', label: { zh: '人户分离', en: 'Registered elsewhere in the city' } },
  { id: 'migrant', label: { zh: '流动人口', en: 'From elsewhere' } },
  { id: 'overseas', label: { zh: '境外人员', en: 'From abroad' } },
] as const;

const HOLDER = { zh: '区大数据平台人口库', en: 'Population base of the district data platform' };

/**
 * 居民: somebody of the population base, copied for a purpose and until a day. Who it is lies sealed; the code of the base names
 * a record in lists, and without its key nothing leads from it to a person.
 */
export const resident = defineRegister('resident', {
  plural: 'residents',
  label: { zh: '居民', en: 'Resident' },
  heldBy: HOLDER,
  fields: {
    personCode: code({
      label: { zh: '人员编号', en: 'Code of the base' },
      required: true,
      pattern: /^RK\d{12}$/,
      example: 'RK110107000123',
    }),
    name: personName({ label: { zh: '姓名', en: 'Name' } }),
    identityNumber: identityNumber({ label: { zh: '身份证号', en: 'Identity number' } }),
    phone: phone({ label: { zh: '手机', en: 'Phone' } }),
    sex: choice({ label: { zh: '性别', en: 'Sex' }, options: SEXES }),
    birthYear: whole({ label: { zh: '出生年份', en: 'Born in' }, min: 1890, max: 2200 }),
    residence: choice({ label: { zh: '人口类别', en: 'Residence' }, options: RESIDENCES }),
    householdId: reference({ label: { zh: '所在户', en: 'Household' }, to: 'household' }),
    relation: choice({ label: { zh: '与户主关系', en: 'To the head' }, options: RELATIONS }),
    home: place({ label: { zh: '住处', en: 'Home' } }),
    vulnerabilities: choices({ label: { zh: '重点人员类别', en: 'Vulnerable as' }, options: VULNERABILITIES }),
    careNote: personalText({ label: { zh: '转移照护要求', en: 'Care on the way' }, class: 'narrative', max: 300 }),
    helperId: person({ label: { zh: '帮扶责任人', en: 'Helper' } }),
    ...COPY_FIELDS,
  },
  processing: {
    subjects: { zh: '辖区居民', en: 'Residents' },
    purpose: {
      zh: '转移避险、入户核实、帮扶重点人员',
      en: 'To lead people out, to knock at every door, to help those who need it',
    },
    basis: ['emergency', 'duty'],
    keeping: 'service',
    ended: endsWhenWithdrawn('resident'),
  },
  title: 'personCode',
  list: ['personCode', 'name', 'sex', 'birthYear', 'vulnerabilities', 'householdId', 'helperId', 'phone'],
  map: { shape: 'circle' },
  surroundings: { people: { order: 10, vulnerable: 'vulnerabilities' } },
});

export const residents = defineFaces(resident, {
  read: POPULATION_READERS,
  keep: POPULATION_KEEPERS,
  sections: [
    {
      title: { zh: '居民', en: 'Resident' },
      fields: ['personCode', 'name', 'identityNumber', 'phone', 'sex', 'birthYear', 'residence'],
    },
    { title: { zh: '住处', en: 'Home' }, fields: ['householdId', 'relation', 'home'] },
    { title: { zh: '重点人员', en: 'Vulnerable' }, fields: ['vulnerabilities', 'careNote', 'helperId'] },
    COPY_SECTION,
  ],
  filters: ['vulnerabilities', 'birthYear', 'sex', 'residence', 'householdId', 'helperId', 'copiedUntil'],
  search: ['personCode'],
  keys: ['personCode'],
  check: copyFault,
});

export const lookUpResident = definePermission('resident.look_up', {
  label: { zh: '查询人口库', en: 'Look up residents' },
  granted: { duty_leader: 'all', duty_officer: 'all', street_officer: 'all' },
});

/** 人口库 of the district data platform: one person by the identity number, for a stated purpose. */
export const populationBase = defineExternal({
  register: resident,
  key: 'identityNumber',
  holder: HOLDER,
  lookUp: lookUpResident,
  copies: residents,
  connectors: [
    {
      kind: 'http',
      addressIn: 'POPULATION_URL',
      secret: { header: 'authorization', valueIn: 'POPULATION_AUTHORIZATION' },
      fields: {
        personCode: 'data.personCode',
        name: 'data.name',
        identityNumber: 'data.identityNumber',
        phone: 'data.phone',
        sex: 'data.sex',
        birthYear: 'data.birthYear',
        residence: 'data.residence',
      },
    },
    {
      kind: 'view',
      addressIn: 'POPULATION_DATABASE_URL',
      view: 'public.population_view',
      key: 'identity_number',
      fields: {
        personCode: 'person_code',
        name: 'name',
        identityNumber: 'identity_number',
        phone: 'phone',
        sex: 'sex',
        birthYear: 'birth_year',
        residence: 'residence',
      },
    },
  ],
});
