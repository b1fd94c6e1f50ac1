import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { assessment } from './assessment.views.ts';
import { reviewLifecycle } from './review.lifecycle.ts';
import { keepReview, readReview } from './review.permissions.ts';
import { review } from './review.register.ts';
import { REVIEW_RULES } from './review.rules.ts';
import { ask, begin, finish, write } from './reviews.commands.ts';
import { onClosed, onReopened } from './reviews.reactions.ts';
import { list, record, reviewOwed } from './reviews.views.ts';

export { reviewRoutes } from './reviews.routes.ts';
export { keepReview, readReview };

export const reviews = capability({
  name: 'reviews',
  label: { zh: '复盘评估', en: 'Reviews' },
  searches: [defineSearch(review, { words: ['causes', 'assessment', 'lessons'] })],
  registers: [review],
  lifecycles: [reviewLifecycle],
  permissions: [readReview, keepReview],
  commands: [ask, begin, write, finish],
  views: [list, record, assessment],
  reactions: [onClosed, onReopened],
  ruleSets: [REVIEW_RULES],
  stepChecks: [reviewOwed],
  facts: { 'review.fell_due': { zh: '须复盘评估', en: 'A review is due' } },
});
