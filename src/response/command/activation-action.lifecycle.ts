import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { activatePlan } from './activation.permissions.ts';
import { activationAction } from './activation-action.register.ts';

export const activationActionLifecycle = defineLifecycle(activationAction, {
  initial: 'waiting',
  states: {
    waiting: { zh: '待下达', en: 'Waiting' },
    issued: { zh: '已下达', en: 'Issued' },
    left_out: { zh: '未下达', en: 'Left out' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  transitions: {
    issue: {
      label: { zh: '下达', en: 'Issue' },
      from: ['waiting', 'left_out'],
      to: 'issued',
      may: activatePlan,
      requires: ['orderId'],
    },
    leave_out: {
      label: { zh: '不再下达', en: 'Give up' },
      from: ['waiting'],
      to: 'left_out',
      may: activatePlan,
      requires: ['reason'],
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['waiting', 'issued'],
      to: 'cancelled',
      may: activatePlan,
      requires: ['reason'],
    },
  },
});
