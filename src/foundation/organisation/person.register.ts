import { defineRegister } from '../registers/define.ts';
import { email } from '../registers/types/email.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { phone } from '../registers/types/phone.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';

/** 人员: somebody who holds or held a post. Names are searchable behind scope; numbers are sealed and masked. */
export const person = defineRegister('person', {
  plural: 'people',
  label: { zh: '人员', en: 'Person' },
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 60 }),
    phone: phone({ label: { zh: '手机', en: 'Mobile phone' } }),
    secondPhone: phone({ label: { zh: '备用手机', en: 'Second mobile' } }),
    officePhone: phone({ label: { zh: '办公电话', en: 'Office phone' } }),
    email: email({ label: { zh: '邮箱', en: 'E-mail' } }),
    note: personalText({ label: { zh: '备注', en: 'Note' }, max: 200, class: 'narrative' }),
    /** When somebody last vouched that the number reaches this person. */
    phoneConfirmedAt: instant({ label: { zh: '号码确认时间', en: 'Number confirmed at' } }),
  },
  processing: {
    subjects: { zh: '任职人员', en: 'Holders of posts' },
    purpose: { zh: '值班值守、指挥调度、通知叫应', en: 'To be on duty, to be commanded, to be called' },
    basis: ['employment', 'duty'],
    keeping: 'service',
    // Whoever holds no post any more is needed for nothing; the name stays on what was signed.
    ended: `select person_id as id, max(valid_to) as ended_at from appointment
      group by person_id having bool_and(valid_to is not null)`,
  },
  title: 'name',
  list: ['name'],
  constraints: [],
});
