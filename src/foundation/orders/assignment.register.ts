import { defineRegister } from '../registers/define.ts';
import { counts } from '../registers/types/counts.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';
import { ruleUse } from '../rule-sets/rule-use.type.ts';
import { EVIDENCE } from './define.ts';

/** 任务分派: one addressee's part in an order; owned by the unit that must answer, so that it sees its own work. */
export const assignment = defineRegister('assignment', {
  plural: 'assignments',
  label: { zh: '任务', en: 'Assignment' },
  fields: {
    orderId: reference({ label: { zh: '指令', en: 'Order' }, to: 'order', required: true }),
    assigneeUnitId: reference({ label: { zh: '承办单位', en: 'Unit' }, to: 'unit', required: true }),
    assigneePersonId: reference({ label: { zh: '承办人', en: 'Person' }, to: 'person' }),
    assigneePostId: reference({ label: { zh: '承办岗位', en: 'Post' }, to: 'post' }),
    // Copied from the order: a guard looks at one record only.
    evidenceAsked: counts({ label: { zh: '要求反馈', en: 'Evidence asked' }, options: EVIDENCE }),
    receiveDueAt: instant({ label: { zh: '签收时限', en: 'To be received by' }, required: true }),
    receiveRule: ruleUse({ label: { zh: '签收时限规则', en: 'Rule of the receipt' } }),
    deliveredAt: instant({ label: { zh: '送达时间', en: 'Delivered at' } }),
    receivedAt: instant({ label: { zh: '签收时间', en: 'Received at' } }),
    startedAt: instant({ label: { zh: '开始时间', en: 'Started at' } }),
    doneAt: instant({ label: { zh: '办结时间', en: 'Done at' } }),
    verifiedAt: instant({ label: { zh: '核实时间', en: 'Verified at' } }),
    feedbackCount: whole({ label: { zh: '反馈次数', en: 'Feedback entries' }, required: true }),
    evidenceGiven: counts({ label: { zh: '已反馈', en: 'Evidence given' }, options: EVIDENCE, max: 10_000 }),
    /** 上级任务: the part that this one was cut from; its answerer follows this one up. */
    parentAssignmentId: reference({ label: { zh: '上级任务', en: 'Delegated from' }, to: 'assignment' }),
    task: text({ label: { zh: '分工内容', en: 'Part of the work' }, max: 500 }),
    finishDueAt: instant({ label: { zh: '本任务办结时限', en: 'This part to be finished by' } }),
    result: personalText({ label: { zh: '办理结果', en: 'Result' }, class: 'narrative', max: 2000 }),
    reason: personalText({ label: { zh: '原因', en: 'Reason' }, class: 'narrative', max: 500 }),
    previousAssignmentId: reference({ label: { zh: '原任务', en: 'Previous assignment' }, to: 'assignment' }),
  },
  processing: {
    subjects: { zh: '办理人员和反馈中提到的人', en: 'Those who carry out orders, and people they speak of' },
    purpose: { zh: '办理指令、反馈现场情况', en: 'To carry out orders and report from the scene' },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    serves: `select a.id, o.matter_register as cause_register, o.matter_id as cause_id
      from assignment a join "order" o on o.id = a.order_id where o.matter_id is not null`,
  },
  title: 'assigneeUnitId',
  list: ['orderId', 'assigneeUnitId', 'assigneePersonId', 'receiveDueAt', 'receivedAt', 'doneAt'],
  // One successor each, whoever hands it on, however often a reaction is replayed.
  constraints: ['unique (previous_assignment_id)'],
});
