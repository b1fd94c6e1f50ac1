import { capability } from '../api/define.ts';
import { defineBook } from '../books/define.ts';
import { defineSearch } from '../search/define.ts';
import { addressees } from './addressees.views.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import { finish, giveFeedback, receive, reject, start, verify } from './assignments.commands.ts';
import { record as assignmentRecord } from './assignments.views.ts';
import { change } from './change.commands.ts';
import { delegate, remindParts, withdraw } from './delegation.commands.ts';
import { openAssignments } from './fallback.views.ts';
import { confirmDelivery, passToDeputy } from './follow-up.commands.ts';
import { waitingAssignments } from './needs.views.ts';
import { orderLifecycle } from './order.lifecycle.ts';
import {
  answerAssignment,
  manageOrders,
  issueOrders as mayIssue,
  readAssignment,
  readFeedback,
  readOrder,
  verifyOrders,
} from './order.permissions.ts';
import { order } from './order.register.ts';
import { ORDER_LIMITS } from './order.rules.ts';
import { orderFeedback } from './order-feedback.register.ts';
import { tryLimits } from './order-limits.views.ts';
import { ORDER_LADDERS, ORDER_MESSAGES } from './order-messages.rules.ts';
import { finishTimeliness, receiptTimeliness, unanswered } from './order-timeliness.views.ts';
import { cancel, issue, reassign, remind, remindSilent } from './orders.commands.ts';
import { onDelivered, onFellDue, onSettled, onWarned } from './orders.reactions.ts';
import { board, mine, record } from './orders.views.ts';

export { FULFIL_RECORDS, fulfilOrders } from './fulfil.ts';
export { ISSUE_RECORDS, type IssuedOrder, issueOrder, issueOrders, type OrderInput } from './issue.ts';
export { CANCEL_RECORDS, cancelOrder } from './orders.commands.ts';
export { OPEN_STATES } from './parts.ts';
export { type Assignee, answerersOfUnit, dutyPeopleOf, peopleOf } from './people.ts';
export { assignment, assignmentLifecycle, manageOrders, order, orderFeedback, readAssignment, readFeedback, readOrder };

export const orders = capability({
  name: 'orders',
  label: { zh: '指令', en: 'Orders' },
  indicators: [receiptTimeliness, finishTimeliness, unanswered],
  searches: [
    defineSearch(order, {
      words: ['content', 'placeText', 'groupName', 'basisPlan'],
      line: ['placeText'],
      seenOn: { register: 'matterRegister', id: 'matterId' },
      isStateTold: false,
    }),
  ],
  fallbackSections: [openAssignments],
  needs: [waitingAssignments],
  books: [defineBook(order, { may: readOrder, order: 40, at: 'issuedAt' })],
  registers: [order, assignment, orderFeedback],
  lifecycles: [orderLifecycle, assignmentLifecycle],
  permissions: [readOrder, readAssignment, readFeedback, mayIssue, manageOrders, verifyOrders, answerAssignment],
  commands: [
    issue,
    change,
    reassign,
    cancel,
    remind,
    remindSilent,
    confirmDelivery,
    passToDeputy,
    receive,
    start,
    giveFeedback,
    finish,
    reject,
    verify,
    delegate,
    withdraw,
    remindParts,
  ],
  views: [addressees, board, mine, record, assignmentRecord],
  ruleSets: [ORDER_LIMITS, ORDER_LADDERS],
  tryOuts: [tryLimits],
  messageTemplates: ORDER_MESSAGES,
  reactions: [onFellDue, onWarned, onDelivered, onSettled],
  facts: {
    'assignment.delegated': { zh: '分派', en: 'Delegated' },
    'assignment.started': { zh: '开始办理', en: 'Started' },
    'assignment.issued': { zh: '任务下达', en: 'Assignment issued' },
    'assignment.delivered': { zh: '任务送达', en: 'Assignment delivered' },
    'assignment.received': { zh: '签收', en: 'Received' },
    'assignment.passed_to_deputy': { zh: '未应答，转代理人', en: 'Not answered, passed to the deputy' },
    'assignment.cancelled': { zh: '任务取消', en: 'Assignment cancelled' },
  },
});
