import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { departmentAnswer } from './department-answer.register.ts';
import { answerWhistle, blowWhistle } from './street-whistle.permissions.ts';
import { streetWhistle } from './street-whistle.register.ts';

export const streetWhistleLifecycle = defineLifecycle(streetWhistle, {
  initial: 'blown',
  states: {
    blown: { zh: '已吹哨', en: 'Blown' },
    closed: { zh: '已评价', en: 'Rated' },
    withdrawn: { zh: '已撤哨', en: 'Withdrawn' },
  },
  transitions: {
    close: { label: { zh: '评价完毕', en: 'Close' }, from: ['blown'], to: 'closed', may: blowWhistle },
    withdraw: {
      label: { zh: '撤哨', en: 'Withdraw' },
      from: ['blown'],
      to: 'withdrawn',
      may: blowWhistle,
      requires: ['reason'],
    },
  },
});

export const departmentAnswerLifecycle = defineLifecycle(departmentAnswer, {
  initial: 'called',
  states: {
    called: { zh: '待报到', en: 'Called' },
    answered: { zh: '已报到', en: 'Answered' },
    rated: { zh: '已评价', en: 'Rated' },
    withdrawn: { zh: '已撤哨', en: 'Withdrawn' },
  },
  transitions: {
    answer: {
      label: { zh: '报到', en: 'Answer' },
      from: ['called'],
      to: 'answered',
      may: answerWhistle,
      requires: ['answeredAt', 'measures'],
      cites: '部门报到时限 [assumed]',
    },
    // Whoever did not answer is rated, too: that is what the rating is for.
    rate: {
      label: { zh: '评价', en: 'Rate' },
      from: ['called', 'answered'],
      to: 'rated',
      may: blowWhistle,
      requires: ['presence', 'solved', 'satisfaction', 'ratedAt'],
    },
    withdraw: {
      label: { zh: '撤哨', en: 'Withdraw' },
      from: ['called', 'answered'],
      to: 'withdrawn',
      may: blowWhistle,
    },
  },
});
