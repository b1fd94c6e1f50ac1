import { defineRegister } from '../registers/define.ts';
import { personalText, text } from '../registers/types/text.type.ts';

/** 人员: somebody who holds or held a post. Names are searchable behind scope; numbers are sealed and masked. */
export const person = defineRegister('person', {
  plural: 'people',
  label: { zh: '人员', en: 'Person' },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 60 }),
    phone: personalText({ label: { zh: '手机', en: 'Mobile phone' }, class: 'contact', max: 30 }),
    email: personalText({ label: { zh: '邮箱', en: 'E-mail' }, class: 'contact', max: 120 }),
  },
  title: 'name',
  list: ['name'],
  constraints: [],
});
