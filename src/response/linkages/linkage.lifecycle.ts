import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { reviewLinkage, settleLinkage, startLinkage } from './linkage.permissions.ts';
import { linkage } from './linkage.register.ts';

export const linkageLifecycle = defineLifecycle(linkage, {
  initial: 'held',
  states: {
    held: { zh: '待复核', en: 'Held for a second person' },
    sent: { zh: '联动中', en: 'Sent' },
    settled: { zh: '全部落实', en: 'All settled' },
    refused: { zh: '复核退回', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  transitions: {
    send: {
      label: { zh: '发出', en: 'Send' },
      from: ['held'],
      to: 'sent',
      may: startLinkage,
      requires: ['sentAt', 'answerDueAt', 'messageId'],
    },
    confirm: {
      label: { zh: '复核通过并发出', en: 'Agree and send' },
      from: ['held'],
      to: 'sent',
      may: reviewLinkage,
      requires: ['secondPersonId', 'sentAt', 'answerDueAt', 'messageId'],
    },
    refuse: {
      label: { zh: '退回', en: 'Refuse' },
      from: ['held'],
      to: 'refused',
      may: reviewLinkage,
      requires: ['secondPersonId', 'refusedReason'],
    },
    withdraw: { label: { zh: '撤回', en: 'Withdraw' }, from: ['held'], to: 'withdrawn', may: startLinkage },
    settle: {
      label: { zh: '全部落实', en: 'All settled' },
      from: ['sent'],
      to: 'settled',
      may: settleLinkage,
      requires: ['settledAt'],
    },
  },
});
