import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { keepReview } from './review.permissions.ts';
import { review } from './review.register.ts';

export const reviewLifecycle = defineLifecycle(review, {
  initial: 'due',
  states: {
    due: { zh: '待评估', en: 'Due' },
    under_way: { zh: '评估中', en: 'Under way' },
    finished: { zh: '已完成', en: 'Finished' },
  },
  transitions: {
    begin: {
      label: { zh: '开始评估', en: 'Begin' },
      from: ['due'],
      to: 'under_way',
      may: keepReview,
      requires: ['reviewerId'],
    },
    finish: {
      label: { zh: '完成评估', en: 'Finish' },
      from: ['under_way'],
      to: 'finished',
      may: keepReview,
      requires: ['causes', 'assessment', 'lessons', 'score', 'finishedAt'],
      cites: '突发事件应对法 第92条',
    },
  },
});
