import { COPY_FIELDS, COPY_SECTION, copyFault, defineExternal } from '../../foundation/external/define.ts';
import { definePermission } from '../../foundation/identity/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { creditCode } from '../../foundation/registers/types/credit-code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** Firms are public; the streets see their own. */
export const LEGAL_PERSON_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  department_officer: 'all',
  street_officer: 'area',
} as const;

const HOLDER = { zh: '区大数据平台法人库', en: 'Legal persons of the district data platform' };

/** 法人: who is behind a credit code. The records are the district data platform's (法人库); ours are copies that expire. */
export const legalPerson = defineRegister('legal_person', {
  plural: 'legalPersons',
  label: { zh: '法人', en: 'Legal person' },
  heldBy: HOLDER,
  purpose: { zh: '监管对象核验、涉事企业核实', en: 'To verify who is supervised and who is concerned' },
  fields: {
    creditCode: creditCode({ label: { zh: '统一社会信用代码', en: 'Credit code' } }),
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 200 }),
    address: text({ label: { zh: '住所', en: 'Address' }, max: 300 }),
    representative: text({ label: { zh: '法定代表人', en: 'Legal representative' }, max: 60 }),
    establishedOn: day({ label: { zh: '成立日期', en: 'Established on' } }),
    status: text({ label: { zh: '登记状态', en: 'Status' }, max: 40 }),
    industry: text({ label: { zh: '行业', en: 'Industry' }, max: 100 }),
    at: place({ label: { zh: '位置', en: 'Place' } }),
    ...COPY_FIELDS,
  },
  title: 'name',
  list: ['name', 'creditCode', 'representative', 'status', 'industry', 'address', 'copiedUntil'],
  map: { shape: 'square' },
});

export const legalPersonCopies = defineFaces(legalPerson, {
  read: { ...LEGAL_PERSON_READERS, commander: 'all', street_chief: 'area' },
  keep: { duty_officer: 'all', department_officer: 'unit', street_officer: 'area' },
  sections: [
    {
      title: { zh: '法人', en: 'Legal person' },
      fields: ['name', 'creditCode', 'representative', 'establishedOn', 'status', 'industry'],
    },
    { title: { zh: '住所', en: 'Address' }, fields: ['address', 'at'] },
    COPY_SECTION,
  ],
  filters: ['establishedOn', 'copiedUntil'],
  search: ['name', 'creditCode', 'representative', 'address'],
  keys: ['creditCode'],
  check: copyFault,
});

export const lookUpLegalPerson = definePermission('legal_person.look_up', {
  label: { zh: '查询法人库', en: 'Look up legal persons' },
  granted: { duty_leader: 'all', duty_officer: 'all', department_officer: 'all', street_officer: 'all' },
});

export const legalPersons = defineExternal({
  register: legalPerson,
  key: 'creditCode',
  holder: HOLDER,
  lookUp: lookUpLegalPerson,
  copies: legalPersonCopies,
  connectors: [
    {
      kind: 'http',
      addressIn: 'LEGAL_PERSON_URL',
      secret: { header: 'authorization', valueIn: 'LEGAL_PERSON_AUTHORIZATION' },
      fields: {
        creditCode: 'data.creditCode',
        name: 'data.name',
        address: 'data.address',
        representative: 'data.legalRepresentative.name',
        establishedOn: 'data.establishedOn',
        status: 'data.status',
      },
    },
    {
      kind: 'view',
      addressIn: 'LEGAL_PERSON_DATABASE_URL',
      view: 'public.legal_person_view',
      key: 'uscc',
      fields: {
        creditCode: 'uscc',
        name: 'entity_name',
        address: 'domicile',
        representative: 'legal_rep',
        establishedOn: 'established_on',
        status: 'reg_status',
      },
    },
  ],
});
