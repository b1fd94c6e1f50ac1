import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { activatePlan } from './activation.permissions.ts';
import { activation } from './activation.register.ts';

export const activationLifecycle = defineLifecycle(activation, {
  initial: 'active',
  states: { active: { zh: '响应中', en: 'Active' }, terminated: { zh: '已终止', en: 'Terminated' } },
  transitions: {
    terminate: {
      label: { zh: '终止响应', en: 'Terminate' },
      from: ['active'],
      to: 'terminated',
      may: activatePlan,
      requires: ['endedAt', 'endReason'],
      cites: '突发事件应对法 第86条',
    },
  },
});
