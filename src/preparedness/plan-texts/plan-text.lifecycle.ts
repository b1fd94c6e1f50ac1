import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { keepPlanText } from './plan-text.permissions.ts';
import { planText } from './plan-text.register.ts';

export const planTextLifecycle = defineLifecycle(planText, {
  initial: 'read',
  states: {
    read: { zh: '待核对', en: 'To be confirmed' },
    confirmed: { zh: '已核对', en: 'Confirmed' },
    discarded: { zh: '已弃用', en: 'Discarded' },
  },
  transitions: {
    confirm: {
      label: { zh: '核对无误', en: 'Confirm' },
      from: ['read'],
      to: 'confirmed',
      may: keepPlanText,
      requires: ['confirmedAt'],
    },
    discard: {
      label: { zh: '弃用', en: 'Discard' },
      from: ['read', 'confirmed'],
      to: 'discarded',
      may: keepPlanText,
      requires: ['reason'],
    },
  },
});
