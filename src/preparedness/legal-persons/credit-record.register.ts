import { COPY_FIELDS, COPY_SECTION, copyFault, defineExternal } from '../../foundation/external/define.ts';
import { definePermission } from '../../foundation/identity/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { creditCode } from '../../foundation/registers/types/credit-code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { LEGAL_PERSON_READERS } from './legal-person.register.ts';

/** 公共信用信息 by kind (全国公共信用信息基础目录). */
export const CREDIT_KINDS = [
  { id: 'penalty', label: { zh: '行政处罚', en: 'Penalty' } },
  { id: 'licence', label: { zh: '行政许可', en: 'Licence' } },
  { id: 'inspection', label: { zh: '行政检查', en: 'Inspection' } },
  { id: 'abnormal', label: { zh: '经营异常名录', en: 'Abnormal operation' } },
  { id: 'untrustworthy', label: { zh: '严重失信主体名单', en: 'Seriously untrustworthy' } },
  { id: 'enforcement', label: { zh: '失信被执行人', en: 'Judgment defaulter' } },
  { id: 'honour', label: { zh: '守信激励', en: 'Honour' } },
] as const;

const HOLDER = { zh: '区大数据平台信用信息库', en: 'Credit base of the district data platform' };

/** 信用信息: what some authority has said of a legal person; a copy, for a purpose and until a day. */
export const creditRecord = defineRegister('credit_record', {
  plural: 'creditRecords',
  label: { zh: '信用信息', en: 'Credit record' },
  heldBy: HOLDER,
  purpose: { zh: '差异化监管', en: 'Supervision by risk' },
  fields: {
    recordNumber: text({ label: { zh: '文书（信息）编号', en: 'Number' }, required: true, max: 80 }),
    creditCode: creditCode({ label: { zh: '统一社会信用代码', en: 'Credit code' } }),
    legalPersonId: reference({ label: { zh: '法人', en: 'Legal person' }, to: 'legal_person' }),
    creditKind: choice({ label: { zh: '类别', en: 'Kind' }, options: CREDIT_KINDS, required: true }),
    subject: text({ label: { zh: '事由', en: 'Subject' }, max: 300 }),
    authority: text({ label: { zh: '认定机关', en: 'Authority' }, max: 100 }),
    decidedOn: day({ label: { zh: '认定日期', en: 'Decided on' } }),
    publicUntil: day({ label: { zh: '公示截止', en: 'Public until' } }),
    ...COPY_FIELDS,
  },
  title: 'recordNumber',
  list: [
    'recordNumber',
    'creditKind',
    'legalPersonId',
    'creditCode',
    'subject',
    'authority',
    'decidedOn',
    'copiedUntil',
  ],
});

export const creditRecords = defineFaces(creditRecord, {
  read: LEGAL_PERSON_READERS,
  keep: { duty_officer: 'all', department_officer: 'unit' },
  sections: [
    {
      title: { zh: '信用信息', en: 'Credit record' },
      fields: ['recordNumber', 'creditKind', 'legalPersonId', 'creditCode', 'subject'],
    },
    { title: { zh: '认定', en: 'Decision' }, fields: ['authority', 'decidedOn', 'publicUntil'] },
    COPY_SECTION,
  ],
  filters: ['creditKind', 'legalPersonId', 'decidedOn', 'copiedUntil'],
  search: ['recordNumber', 'creditCode'],
  keys: ['recordNumber'],
  check: copyFault,
});

export const lookUpCreditRecord = definePermission('credit_record.look_up', {
  label: { zh: '查询信用信息', en: 'Look up credit records' },
  granted: { duty_leader: 'all', duty_officer: 'all', department_officer: 'all' },
});

/** 信用信息库 of the district data platform. */
export const creditBase = defineExternal({
  register: creditRecord,
  key: 'recordNumber',
  holder: HOLDER,
  lookUp: lookUpCreditRecord,
  copies: creditRecords,
  connectors: [
    {
      kind: 'http',
      addressIn: 'CREDIT_URL',
      secret: { header: 'authorization', valueIn: 'CREDIT_AUTHORIZATION' },
      fields: {
        recordNumber: 'data.recordNumber',
        creditCode: 'data.creditCode',
        creditKind: 'data.kind',
        subject: 'data.subject',
        authority: 'data.authority',
        decidedOn: 'data.decidedOn',
        publicUntil: 'data.publicUntil',
      },
    },
    {
      kind: 'view',
      addressIn: 'CREDIT_DATABASE_URL',
      view: 'public.credit_view',
      key: 'record_number',
      fields: {
        recordNumber: 'record_number',
        creditCode: 'uscc',
        creditKind: 'kind',
        subject: 'subject',
        authority: 'authority',
        decidedOn: 'decided_on',
        publicUntil: 'public_until',
      },
    },
  ],
});
