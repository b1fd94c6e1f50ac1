import { defineExternal } from '../../foundation/external/define.ts';
import { definePermission } from '../../foundation/identity/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { creditCode } from '../../foundation/registers/types/credit-code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 法人: who is behind a credit code. The records are the district data platform's (法人库); no table of ours holds them. */
export const legalPerson = defineRegister('legal_person', {
  plural: 'legalPersons',
  label: { zh: '法人', en: 'Legal person' },
  fields: {
    creditCode: creditCode({ label: { zh: '统一社会信用代码', en: 'Credit code' } }),
    name: text({ label: { zh: '名称', en: 'Name' }, max: 200 }),
    address: text({ label: { zh: '住所', en: 'Address' }, max: 300 }),
    representative: text({ label: { zh: '法定代表人', en: 'Legal representative' }, max: 60 }),
    establishedOn: day({ label: { zh: '成立日期', en: 'Established on' } }),
    status: text({ label: { zh: '登记状态', en: 'Status' }, max: 40 }),
  },
  title: 'name',
  list: ['creditCode', 'name', 'representative'],
});

export const lookUpLegalPerson = definePermission('legal_person.look_up', {
  label: { zh: '查询法人库', en: 'Look up legal persons' },
  granted: { duty_leader: 'all', duty_officer: 'all', department_officer: 'all', street_officer: 'all' },
});

export const legalPersons = defineExternal({
  register: legalPerson,
  key: 'creditCode',
  holder: { zh: '区大数据平台法人库', en: 'Legal persons of the district data platform' },
  lookUp: lookUpLegalPerson,
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
