import { defineTemplate } from '../messaging/define.ts';

/*
 * What orders tell people. They inform only: whoever must receive an order is waited for by its clock, which passes it on;
 * the message's own ladder sees to it that somebody has read it.
 */

export const ASSIGNMENT_ISSUED = defineTemplate('assignment.issued', {
  label: { zh: '请签收指令', en: 'An order to receive' },
  heading: { zh: '请签收 {number}：{title}', en: 'Please receive order {number}: {title}' },
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
  label: { zh: '即将到期', en: 'Due soon' },
  heading: { zh: '即将到期 {number}：{title}', en: 'Due soon: {number}: {title}' },
});

export const FINISH_LATE = defineTemplate('assignment.finish_late', {
  label: { zh: '逾期未办结', en: 'Late' },
  heading: { zh: '逾期未办结 {number}：{title}', en: 'Late: {number}: {title}' },
});

export const ORDER_CANCELLED = defineTemplate('order.cancelled', {
  label: { zh: '指令已撤销', en: 'An order was cancelled' },
  heading: { zh: '指令 {number} 已撤销：{title}', en: 'Order {number} is cancelled: {title}' },
});

export const ORDER_REMINDED = defineTemplate('order.reminded', {
  label: { zh: '催办', en: 'Reminder' },
  heading: { zh: '催办 {number}：{title}，{asked}', en: 'Reminder {number}: {title}. {asked}' },
});

export const ORDER_MESSAGES = [
  ASSIGNMENT_ISSUED,
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
