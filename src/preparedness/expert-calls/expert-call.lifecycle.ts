import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { expertAdvice } from './expert-advice.register.ts';
import { answerCall, callExperts, decideAdvice } from './expert-call.permissions.ts';
import { expertCall } from './expert-call.register.ts';

export const expertCallLifecycle = defineLifecycle(expertCall, {
  initial: 'called',
  states: {
    called: { zh: '待答复', en: 'Called' },
    accepted: { zh: '已应邀', en: 'Accepted' },
    declined: { zh: '不能参加', en: 'Declined' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  transitions: {
    accept: {
      label: { zh: '应邀', en: 'Accept' },
      from: ['called', 'declined'],
      to: 'accepted',
      may: answerCall,
      requires: ['answeredAt', 'way'],
    },
    decline: {
      label: { zh: '不能参加', en: 'Decline' },
      from: ['called', 'accepted'],
      to: 'declined',
      may: answerCall,
      requires: ['answeredAt', 'reason'],
    },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['called', 'accepted'],
      to: 'withdrawn',
      may: callExperts,
      requires: ['reason'],
    },
  },
});

export const expertAdviceLifecycle = defineLifecycle(expertAdvice, {
  initial: 'given',
  states: {
    given: { zh: '待决定', en: 'Given' },
    decided: { zh: '已决定', en: 'Decided' },
    evaluated: { zh: '已评价', en: 'Evaluated' },
  },
  transitions: {
    decide: {
      label: { zh: '决定是否采纳', en: 'Decide' },
      from: ['given', 'decided'],
      to: 'decided',
      may: decideAdvice,
      requires: ['adoption', 'decidedAt'],
    },
    evaluate: {
      label: { zh: '评价', en: 'Evaluate' },
      from: ['decided'],
      to: 'evaluated',
      may: decideAdvice,
      requires: ['score', 'evaluatedAt'],
    },
  },
});
