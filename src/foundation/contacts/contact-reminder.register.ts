import { defineRegister } from '../registers/define.ts';
import { day } from '../registers/types/day.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { reference } from '../registers/types/reference.type.ts';

const TIMES = { zh: '个', en: 'numbers' };

/** 号码核对提醒: a unit was told which of its numbers are to be checked; once for each time that the rule names. */
export const contactReminder = defineRegister('contact_reminder', {
  plural: 'contactReminders',
  label: { zh: '号码核对提醒', en: 'Reminder of numbers' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    /** The day on which it fell due. */
    dueOn: day({ label: { zh: '应提醒日', en: 'Due on' }, required: true }),
    missing: whole({ label: { zh: '无号码', en: 'Missing' }, unit: TIMES, required: true }),
    failing: whole({ label: { zh: '投递失败', en: 'Failing' }, unit: TIMES, required: true }),
    old: whole({ label: { zh: '久未确认', en: 'Not confirmed' }, unit: TIMES, required: true }),
    messageId: recordId({ label: { zh: '消息', en: 'Message' } }),
  },
  title: 'dueOn',
  list: ['unitId', 'dueOn', 'missing', 'failing', 'old'],
  constraints: ['unique (unit_id, due_on)'],
});
