import type { Phrase } from '../../kernel/phrases.ts';
import { defineLifecycle } from '../lifecycle/define.ts';
import type { RowOf } from '../registers/define.ts';
import { showCounts } from '../registers/types/counts.type.ts';
import { assignment } from './assignment.register.ts';
import { EVIDENCE } from './define.ts';
import { missingEvidence, sumOf } from './evidence.rules.ts';
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
  // The result is words, too.
  const missing = missingEvidence(row.evidenceAsked, sumOf(row.evidenceGiven, { text: row.result ? 1 : 0 }));
  if (Object.keys(missing).length === 0) return undefined;
  const { zh, en } = showCounts(EVIDENCE, missing);
  return { zh: `还缺：${zh}。请先反馈再办结`, en: `Still missing: ${en}. Report it first` };
}
