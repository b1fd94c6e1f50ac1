import { capability } from '../../foundation/api/define.ts';
import { decide, evaluate, give } from './expert-advice.commands.ts';
import { expertAdvice } from './expert-advice.register.ts';
import { expertAdviceLifecycle, expertCallLifecycle } from './expert-call.lifecycle.ts';
import { answerCall, callExperts, decideAdvice, readAdvice, readCall } from './expert-call.permissions.ts';
import { expertCall } from './expert-call.register.ts';
import { CALL_MESSAGES, EXPERT_CALL_LIMITS } from './expert-call.rules.ts';
import { answer, make, withdraw } from './expert-calls.commands.ts';
import { list, record } from './expert-calls.views.ts';

export const expertCalls = capability({
  name: 'expert-calls',
  label: { zh: '专家邀请和意见', en: 'Expert calls and advice' },
  registers: [expertCall, expertAdvice],
  lifecycles: [expertCallLifecycle, expertAdviceLifecycle],
  permissions: [readCall, readAdvice, callExperts, answerCall, decideAdvice],
  commands: [make, answer, withdraw, give, decide, evaluate],
  views: [list, record],
  ruleSets: [EXPERT_CALL_LIMITS],
  messageTemplates: CALL_MESSAGES,
});
