import { defineRegister } from '../../foundation/registers/define.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 批示: what a leader wrote on a matter, carried out as an order and answered to the leader. */
export const leaderInstruction = defineRegister('leader_instruction', {
  plural: 'leaderInstructions',
  label: { zh: '领导批示', en: "Leader's instruction" },
  fields: {
    subject: text({ label: { zh: '事由', en: 'Subject' }, required: true, max: 120 }),
    /** The leader's own words; a photo of the paper may stand in their place. */
    text: text({ label: { zh: '批示内容', en: 'Words of the instruction' }, max: 2000 }),
    photos: photos({ label: { zh: '批示原件', en: 'The paper' } }),
    leaderId: reference({ label: { zh: '批示领导', en: 'Leader' }, to: 'person', required: true }),
    givenAt: instant({ label: { zh: '批示时间', en: 'Given at' }, required: true }),
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident' }),
    /** The order by which it is carried out: its people, reminders and evidence are the order's. */
    orderId: reference({ label: { zh: '指令', en: 'Order' }, to: 'order' }),
    dueAt: instant({ label: { zh: '办理时限', en: 'Due' }, required: true }),
    finishedAt: instant({ label: { zh: '办理完成', en: 'Carried out at' } }),
    answer: text({ label: { zh: '反馈领导', en: 'Answer to the leader' }, max: 2000 }),
    answeredAt: instant({ label: { zh: '反馈时间', en: 'Answered at' } }),
  },
  title: 'subject',
  list: ['subject', 'leaderId', 'givenAt', 'dueAt', 'answeredAt'],
  numbered: { prefix: '批' },
});
