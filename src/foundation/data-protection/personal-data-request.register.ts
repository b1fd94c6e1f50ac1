import type { Processing } from '../personal-data/define.ts';
import { defineFaces, defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { boolean } from '../registers/types/number.type.ts';
import { phone } from '../registers/types/phone.type.ts';
import { list } from '../registers/types/reference.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';

export const REQUEST_KINDS = [
  { id: 'access', label: { zh: '查阅、复制（第45条）', en: 'Access or copy (art. 45)' } },
  { id: 'correction', label: { zh: '更正、补充（第46条）', en: 'Correction (art. 46)' } },
  { id: 'deletion', label: { zh: '删除（第47条）', en: 'Deletion (art. 47)' } },
  { id: 'explanation', label: { zh: '解释说明处理规则（第48条）', en: 'Explanation (art. 48)' } },
] as const;

const processing: Processing = {
  subjects: { zh: '提出请求的个人', en: 'Persons who ask' },
  purpose: { zh: '核验身份、答复个人请求', en: 'To know who asks, and to answer' },
  basis: ['duty'],
  keeping: 'work',
  ended: `select id, answered_at as ended_at from personal_data_request where state in ('answered', 'refused')`,
};

/** 个人信息请求: what a person asks about their own data, and what was answered, in time (个保法 第45–50条). */
export const personalDataRequest = defineRegister('personal_data_request', {
  plural: 'personalDataRequests',
  label: { zh: '个人信息请求', en: 'Personal data request' },
  fields: {
    kind: choice({ label: { zh: '请求事项', en: 'Asks for' }, options: REQUEST_KINDS, required: true }),
    receivedAt: instant({ label: { zh: '收到时间', en: 'Received at' }, required: true }),
    personName: personalText({ label: { zh: '请求人', en: 'Person' }, class: 'narrative', max: 60 }),
    contact: phone({ label: { zh: '联系电话', en: 'Phone' } }),
    description: personalText({ label: { zh: '请求内容', en: 'What is asked' }, class: 'narrative', max: 2000 }),
    isIdentityChecked: boolean({ label: { zh: '已核验身份', en: 'Identity checked' } }),
    /** Where the person's data stand: numbers such as 〔2026〕接12号, so that the accesses to them can be told. */
    recordNumbers: list({ label: { zh: '所涉记录编号', en: 'Numbers of the records' } }),
    answer: text({ label: { zh: '答复或不予办理的理由', en: 'Answer, or why not' }, max: 2000 }),
    answeredAt: instant({ label: { zh: '答复时间', en: 'Answered at' } }),
  },
  processing,
  title: 'kind',
  list: ['kind', 'receivedAt', 'personName', 'isIdentityChecked', 'answeredAt'],
  numbered: { prefix: '请' },
});

export const personalDataRequests = defineFaces(personalDataRequest, {
  read: { duty_leader: 'all', duty_officer: 'all', commander: 'all', audit_administrator: 'all' },
  keep: { duty_leader: 'all', duty_officer: 'all' },
  sections: [
    {
      title: { zh: '请求', en: 'Request' },
      fields: ['kind', 'receivedAt', 'personName', 'contact', 'isIdentityChecked', 'description', 'recordNumbers'],
    },
    { title: { zh: '答复', en: 'Answer' }, fields: ['answer', 'answeredAt'] },
  ],
  filters: ['kind', 'receivedAt', 'isIdentityChecked'],
  states: {
    active: { zh: '待答复', en: 'To be answered' },
    answered: { zh: '已答复', en: 'Answered' },
    refused: { zh: '不予办理', en: 'Refused' },
  },
  steps: {
    answer: {
      label: { zh: '答复', en: 'Answer' },
      from: ['active'],
      to: 'answered',
      fact: 'answered',
      asks: ['answer', 'answeredAt'],
      requires: ['answer', 'answeredAt'],
      cites: '个人信息保护法 第50条',
    },
    refuse: {
      label: { zh: '不予办理', en: 'Refuse' },
      from: ['active'],
      to: 'refused',
      fact: 'refused',
      asks: ['answer', 'answeredAt'],
      // 个保法 第50条: whoever refuses says why.
      requires: ['answer', 'answeredAt'],
      cites: '个人信息保护法 第50条',
    },
  },
});
