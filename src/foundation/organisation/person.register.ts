import { defineRegister } from '../registers/define.ts';
import { email } from '../registers/types/email.type.ts';
import { phone } from '../registers/types/phone.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 人员: somebody who holds or held a post. Names are searchable behind scope; numbers are sealed and masked. */
export const person = defineRegister('person', {
  plural: 'people',
  label: { zh: '人员', en: 'Person' },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 60 }),
    phone: phone({ label: { zh: '手机', en: 'Mobile phone' } }),
    email: email({ label: { zh: '邮箱', en: 'E-mail' } }),
  },
  title: 'name',
  list: ['name'],
  constraints: [],
});
