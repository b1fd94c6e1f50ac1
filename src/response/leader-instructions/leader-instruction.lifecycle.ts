import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { registerInstruction } from './leader-instruction.permissions.ts';
import { leaderInstruction } from './leader-instruction.register.ts';

export const leaderInstructionLifecycle = defineLifecycle(leaderInstruction, {
  initial: 'under_way',
  states: {
    under_way: { zh: '办理中', en: 'Under way' },
    finished: { zh: '待反馈', en: 'To be answered' },
    answered: { zh: '已反馈', en: 'Answered' },
  },
  transitions: {
    finish: {
      label: { zh: '办理完成', en: 'Carried out' },
      from: ['under_way'],
      to: 'finished',
      may: registerInstruction,
      requires: ['finishedAt'],
    },
    // Units that cannot finish are told to the leader too: an answer does not wait for success.
    answer: {
      label: { zh: '反馈领导', en: 'Answer the leader' },
      from: ['under_way', 'finished'],
      to: 'answered',
      may: registerInstruction,
      requires: ['answer', 'answeredAt'],
    },
  },
});
