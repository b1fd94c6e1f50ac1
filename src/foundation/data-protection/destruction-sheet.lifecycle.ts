import { defineLifecycle } from '../lifecycle/define.ts';
import { decideDestruction, prepareDestruction } from './data-protection.permissions.ts';
import { destructionSheet } from './destruction-sheet.register.ts';

export const destructionSheetLifecycle = defineLifecycle(destructionSheet, {
  initial: 'prepared',
  states: {
    prepared: { zh: '待批准', en: 'To be decided' },
    destroyed: { zh: '已销毁', en: 'Destroyed' },
    rejected: { zh: '不予销毁', en: 'Rejected' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  transitions: {
    approve: {
      label: { zh: '批准并销毁', en: 'Approve and destroy' },
      from: ['prepared'],
      to: 'destroyed',
      may: decideDestruction,
      requires: ['decidedBy', 'decidedAt', 'keysDigest'],
      cites: '突发事件应对法 第85条',
    },
    reject: {
      label: { zh: '不予销毁', en: 'Reject' },
      from: ['prepared'],
      to: 'rejected',
      may: decideDestruction,
      requires: ['decision'],
    },
    withdraw: { label: { zh: '撤回', en: 'Withdraw' }, from: ['prepared'], to: 'withdrawn', may: prepareDestruction },
  },
});
