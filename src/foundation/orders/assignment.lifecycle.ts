import type { Phrase } from '../../kernel/phrases.ts';
import { defineLifecycle } from '../lifecycle/define.ts';
import type { RowOf } from '../registers/define.ts';
import { assignment } from './assignment.register.ts';
import { answerAssignment, manageOrders, verifyOrders } from './order.permissions.ts';

type Assignment = RowOf<typeof assignment>;

export const assignmentLifecycle = defineLifecycle(assignment, {
  initial: 'issued',
  states: {
    issued: { zh: '已下达', en: 'Issued' },
    delivered: { zh: '已送达', en: 'Delivered' },
    received: { zh: '已签收', en: 'Received' },
    under_way: { zh: '进行中', en: 'Under way' },
    done: { zh: '已办结', en: 'Done' },
    verified: { zh: '已核实', en: 'Verified' },
    rejected: { zh: '已退回', en: 'Rejected' },
    unanswered: { zh: '未应答', en: 'Not answered' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  transitions: {
    deliver: {
      label: { zh: '送达', en: 'Deliver' },
      from: ['issued'],
      to: 'delivered',
      may: manageOrders,
      requires: ['deliveredAt'],
    },
    receive: {
      label: { zh: '签收', en: 'Receive' },
      from: ['issued', 'delivered'],
      to: 'received',
      may: answerAssignment,
      requires: ['receivedAt'],
      cites: '指令签收时限 [assumed]',
    },
    start: {
      label: { zh: '开始办理', en: 'Start' },
      from: ['received'],
      to: 'under_way',
      may: answerAssignment,
      requires: ['startedAt'],
    },
    finish: {
      label: { zh: '办结', en: 'Finish' },
      from: ['received', 'under_way'],
      to: 'done',
      may: answerAssignment,
      requires: ['doneAt'],
      guard: askedEvidenceIsThere,
    },
    verify: {
      label: { zh: '核实', en: 'Verify' },
      from: ['done'],
      to: 'verified',
      may: verifyOrders,
      requires: ['verifiedAt'],
    },
    reject: {
      label: { zh: '退回', en: 'Reject' },
      from: ['issued', 'delivered', 'received'],
      to: 'rejected',
      may: answerAssignment,
      requires: ['reason'],
    },
    // Nobody answered in time: the deputy has it now, and this part stays in sight as it was.
    pass: {
      label: { zh: '转代理人', en: 'Pass to the deputy' },
      from: ['issued', 'delivered'],
      to: 'unanswered',
      may: manageOrders,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['issued', 'delivered', 'received', 'under_way'],
      to: 'cancelled',
      may: manageOrders,
      requires: ['reason'],
    },
    // Whoever cut the work into parts takes one of them back; the room cancels, this is the delegating unit's own step.
    withdraw: {
      label: { zh: '收回分派', en: 'Take back' },
      from: ['issued', 'delivered', 'received', 'under_way'],
      to: 'cancelled',
      may: answerAssignment,
      requires: ['reason'],
    },
  },
});

function askedEvidenceIsThere(row: Assignment): Phrase | undefined {
  if (row.evidenceAsked === 'photo' && row.photoCount === 0) {
    return {
      zh: '指令要求现场照片，请先反馈照片再办结',
      en: 'The order asks for a photo; give feedback with one first',
    };
  }
  if (row.evidenceAsked === 'text' && row.feedbackCount === 0 && !row.result) {
    return { zh: '指令要求文字说明，请填写办理结果', en: 'The order asks for words; fill in the result' };
  }
  return undefined;
}
