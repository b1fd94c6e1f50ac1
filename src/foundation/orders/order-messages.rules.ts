import { defineTemplate, LADDERS, rung } from '../messaging/define.ts';
import { defineRuleSet } from '../rule-sets/define.ts';

/**
 * Assumed: domain facts §9.3 has only the limits. A rung of reminders comes before the limit of the receipt, the room of the
 * assignee's unit a minute after it, when the issuing room knows already; the deputy is no rung, because the clock hands the work itself to the deputy.
 */
export const ORDER_LADDERS = defineRuleSet('order_ladders', {
  label: { zh: '指令催办阶梯', en: 'Ladders of orders' },
  about: {
    zh: '下达、变更、催办和逾期的指令先后经哪些渠道找谁、各等多久、重复几次；签收或办结即停',
    en: 'By which channels an order issued, changed, reminded of or late goes to whom, until it is received or finished',
  },
  citation: '突发事件应对法 第72条、第73条（处置措施的落实）',
  ownerRole: 'duty_leader',
  schema: LADDERS,
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation:
      '指令催办（暂定）：签收时限内催一次（特急 2 分钟、紧急 8 分钟、一般 15 分钟），逾期找承办单位值班室，再转具名责任人',
    values: {
      extra_urgent: [rung('addressee', 2, 1, 4), rung('duty_room', 5, 1, 5)],
      urgent: [rung('addressee', 8, 1, 8), rung('duty_room', 10, 1, 10)],
      normal: [rung('addressee', 15, 1, 16), rung('duty_room', 60)],
      notice: [{ ...rung('addressee', 240), channels: ['in_app'] }, rung('addressee', 1440)],
    },
  },
});

/*
 * What orders tell people. Whoever must receive an order or finish a late one is asked for the deed: the asking ends when
 * it is done (`orders.reactions.ts`), not when the message is read.
 */

export const ASSIGNMENT_ISSUED = defineTemplate('assignment.issued', {
  asks: 'deed',
  ladders: ORDER_LADDERS,
  label: { zh: '请签收指令', en: 'An order to receive' },
  heading: { zh: '请签收 {number}：{title}', en: 'Please receive order {number}: {title}' },
});

export const ASSIGNMENT_CHANGED = defineTemplate('assignment.changed', {
  asks: 'deed',
  ladders: ORDER_LADDERS,
  label: { zh: '请签收变更后的指令', en: 'A changed order to receive' },
  heading: {
    zh: '指令有变更，请签收 {number}（代替 {before}）：{title}',
    en: 'An order has changed, please receive {number} in place of {before}: {title}',
  },
});

export const ASSIGNMENT_REJECTED = defineTemplate('assignment.rejected', {
  label: { zh: '指令被退回', en: 'An order was rejected' },
  heading: { zh: '指令 {number} 被退回：{title}', en: 'Order {number} was rejected: {title}' },
});

export const ASSIGNMENT_CANCELLED = defineTemplate('assignment.cancelled', {
  label: { zh: '任务已收回', en: 'A part was taken back' },
  heading: { zh: '任务已收回 {number}：{title}', en: 'Taken back: {number}: {title}' },
});

export const PASSED_TO_DEPUTY = defineTemplate('assignment.passed_to_deputy', {
  label: { zh: '指令已转代理人', en: 'An order went to the deputy' },
  heading: {
    zh: '指令 {number} 逾期未签收，已转代理人：{title}',
    en: 'Order {number} was not received in time and went to the deputy: {title}',
  },
});

export const NOT_RECEIVED = defineTemplate('assignment.not_received', {
  asks: 'receipt',
  ladders: ORDER_LADDERS,
  label: { zh: '逾期未签收', en: 'Not received in time' },
  heading: {
    zh: '逾期未签收 {number}：{title}，请电话催办',
    en: 'Not received in time: {number}: {title}. Please call',
  },
});

export const PART_FINISHED = defineTemplate('assignment.part_finished', {
  label: { zh: '分派任务已办结', en: 'A delegated part is done' },
  heading: {
    zh: '分派任务已办结 {done}/{total}：{number} {title}',
    en: '{done} of {total} delegated parts done: {number} {title}',
  },
});

export const FINISH_NEAR = defineTemplate('assignment.finish_near', {
  ladders: ORDER_LADDERS,
  label: { zh: '即将到期', en: 'Due soon' },
  heading: { zh: '即将到期 {number}：{title}', en: 'Due soon: {number}: {title}' },
});

export const FINISH_LATE = defineTemplate('assignment.finish_late', {
  asks: 'deed',
  ladders: ORDER_LADDERS,
  label: { zh: '逾期未办结', en: 'Late' },
  heading: { zh: '逾期未办结 {number}：{title}', en: 'Late: {number}: {title}' },
});

export const ORDER_CANCELLED = defineTemplate('order.cancelled', {
  label: { zh: '指令已撤销', en: 'An order was cancelled' },
  heading: { zh: '指令 {number} 已撤销：{title}', en: 'Order {number} is cancelled: {title}' },
});

export const ORDER_REMINDED = defineTemplate('order.reminded', {
  asks: 'deed',
  ladders: ORDER_LADDERS,
  label: { zh: '催办', en: 'Reminder' },
  heading: { zh: '催办 {number}：{title}，{asked}', en: 'Reminder {number}: {title}. {asked}' },
});

export const ORDER_MESSAGES = [
  ASSIGNMENT_ISSUED,
  ASSIGNMENT_CHANGED,
  ASSIGNMENT_REJECTED,
  ASSIGNMENT_CANCELLED,
  PASSED_TO_DEPUTY,
  NOT_RECEIVED,
  PART_FINISHED,
  FINISH_NEAR,
  FINISH_LATE,
  ORDER_CANCELLED,
  ORDER_REMINDED,
];

const ASKED_TO_RECEIVE = ['assignment.issued', 'assignment.changed', 'assignment.not_received'];
const ASKED_TO_ACT = ['order.reminded', 'assignment.finish_near', 'assignment.finish_late'];

/** Which asking about a part is over, by the fact that settled it. */
export const SETTLED_BY = {
  'assignment.received': [...ASKED_TO_RECEIVE, 'order.reminded'],
  'assignment.feedback_given': ['order.reminded'],
  'assignment.finished': [...ASKED_TO_RECEIVE, ...ASKED_TO_ACT],
  'assignment.rejected': [...ASKED_TO_RECEIVE, ...ASKED_TO_ACT],
  'assignment.cancelled': [...ASKED_TO_RECEIVE, ...ASKED_TO_ACT],
  'assignment.passed_to_deputy': [...ASKED_TO_RECEIVE, ...ASKED_TO_ACT],
  'assignment.reassigned': [...ASKED_TO_RECEIVE, ...ASKED_TO_ACT],
} as const satisfies Readonly<Record<string, readonly string[]>>;
