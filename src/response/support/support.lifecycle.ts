import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { dispatchSupport, moveSupport, requestSupport } from './support.permissions.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { supportRequest } from './support-request.register.ts';

/** Asked for, approved, sent; met when the first arrives, over when the last is back. */
export const supportRequestLifecycle = defineLifecycle(supportRequest, {
  initial: 'requested',
  states: {
    requested: { zh: '待审批', en: 'Requested' },
    approved: { zh: '已批准', en: 'Approved' },
    dispatched: { zh: '已派出', en: 'Sent' },
    arrived: { zh: '已到位', en: 'Arrived' },
    closed: { zh: '已归队', en: 'Returned' },
    rejected: { zh: '未批准', en: 'Rejected' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  transitions: {
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['requested'],
      to: 'approved',
      may: dispatchSupport,
      requires: ['decidedAt'],
    },
    reject: {
      label: { zh: '不批准', en: 'Reject' },
      from: ['requested'],
      to: 'rejected',
      may: dispatchSupport,
      requires: ['decision', 'decidedAt'],
    },
    withdraw: {
      label: { zh: '撤回申请', en: 'Withdraw' },
      from: ['requested', 'approved'],
      to: 'withdrawn',
      may: requestSupport,
      requires: ['decision'],
    },
    dispatch: {
      label: { zh: '派出', en: 'Send' },
      from: ['approved', 'dispatched'],
      to: 'dispatched',
      may: dispatchSupport,
    },
    // What was sent besides the first that came does not take back that somebody is there.
    reinforce: { label: { zh: '增派', en: 'Send more' }, from: ['arrived'], to: 'arrived', may: dispatchSupport },
    arrive: {
      label: { zh: '到位', en: 'Arrived' },
      from: ['approved', 'dispatched'],
      to: 'arrived',
      may: moveSupport,
      requires: ['arrivedAt'],
      cites: '首批救援物资 6 小时内到达（区“十四五”应急管理规划）',
    },
    // All were recalled before anybody came: it waits to be sent to again.
    reopen: {
      label: { zh: '待重新派出', en: 'To be sent again' },
      from: ['dispatched'],
      to: 'approved',
      may: moveSupport,
    },
    close: {
      label: { zh: '全部归队', en: 'All returned' },
      from: ['arrived'],
      to: 'closed',
      may: moveSupport,
      requires: ['closedAt'],
    },
  },
});

export const supportDispatchLifecycle = defineLifecycle(supportDispatch, {
  initial: 'dispatched',
  states: {
    dispatched: { zh: '已派出', en: 'Sent' },
    en_route: { zh: '途中', en: 'On the way' },
    on_site: { zh: '到场', en: 'On the scene' },
    returning: { zh: '返回', en: 'Coming back' },
    returned: { zh: '已归队', en: 'Returned' },
    recalled: { zh: '已召回', en: 'Recalled' },
  },
  transitions: {
    depart: {
      label: { zh: '出发', en: 'Set off' },
      from: ['dispatched'],
      to: 'en_route',
      may: moveSupport,
      requires: ['departedAt'],
    },
    arrive: {
      label: { zh: '到达', en: 'Arrived' },
      from: ['dispatched', 'en_route'],
      to: 'on_site',
      may: moveSupport,
      requires: ['arrivedAt'],
    },
    leave: {
      label: { zh: '撤离', en: 'Leave' },
      from: ['on_site'],
      to: 'returning',
      may: moveSupport,
      requires: ['leftAt'],
    },
    return: {
      label: { zh: '归队', en: 'Back' },
      from: ['on_site', 'returning'],
      to: 'returned',
      may: moveSupport,
      requires: ['returnedAt'],
    },
    recall: {
      label: { zh: '召回', en: 'Recall' },
      from: ['dispatched', 'en_route'],
      to: 'recalled',
      may: dispatchSupport,
      requires: ['reason'],
    },
  },
});
