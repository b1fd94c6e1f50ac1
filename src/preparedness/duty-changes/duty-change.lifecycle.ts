import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { approveChange, askChange } from './duty-change.permissions.ts';
import { dutyChange } from './duty-change.register.ts';

export const dutyChangeLifecycle = defineLifecycle(dutyChange, {
  initial: 'asked',
  states: {
    asked: { zh: '待对方同意', en: 'Asked' },
    accepted: { zh: '待批准', en: 'To be approved' },
    approved: { zh: '已批准', en: 'Approved' },
    declined: { zh: '对方不同意', en: 'Declined' },
    refused: { zh: '未批准', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Taken back' },
  },
  transitions: {
    accept: {
      label: { zh: '同意', en: 'Accept' },
      from: ['asked'],
      to: 'accepted',
      may: askChange,
      requires: ['acceptedAt'],
    },
    decline: { label: { zh: '不同意', en: 'Decline' }, from: ['asked'], to: 'declined', may: askChange },
    withdraw: { label: { zh: '撤回', en: 'Take back' }, from: ['asked', 'accepted'], to: 'withdrawn', may: askChange },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['accepted'],
      to: 'approved',
      may: approveChange,
      requires: ['decidedAt', 'decidedById'],
    },
    refuse: {
      label: { zh: '不批准', en: 'Refuse' },
      from: ['accepted'],
      to: 'refused',
      may: approveChange,
      requires: ['decidedAt', 'refusal'],
    },
  },
});
