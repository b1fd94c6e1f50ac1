import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { whistlesSettled } from './closing.views.ts';
import { departmentAnswer } from './department-answer.register.ts';
import { departmentAnswerLifecycle, streetWhistleLifecycle } from './street-whistle.lifecycle.ts';
import { answerWhistle, blowWhistle, countWhistles, readAnswer, readWhistle } from './street-whistle.permissions.ts';
import { streetWhistle } from './street-whistle.register.ts';
import { WHISTLE_LIMITS } from './street-whistle.rules.ts';
import { answer, blow, rateAnswer, withdraw } from './street-whistles.commands.ts';
import { onFellDue } from './street-whistles.reactions.ts';
import { list, record, statistics } from './street-whistles.views.ts';

export const streetWhistles = capability({
  name: 'street-whistles',
  label: { zh: '吹哨报到', en: 'Street whistles' },
  registers: [streetWhistle, departmentAnswer],
  lifecycles: [streetWhistleLifecycle, departmentAnswerLifecycle],
  permissions: [readWhistle, readAnswer, blowWhistle, answerWhistle, countWhistles],
  commands: [blow, answer, rateAnswer, withdraw],
  views: [list, record, statistics],
  ruleSets: [WHISTLE_LIMITS],
  stepChecks: [whistlesSettled],
  reactions: [onFellDue],
  facts: {
    'street_whistle.closed': { zh: '评价完毕', en: 'Whistle rated' },
    'department_answer.escalated': { zh: '逾期未报到，上报区级', en: 'Not answered, escalated to the district' },
  },
  books: [defineBook(streetWhistle, { may: readWhistle, order: 45, at: 'blownAt' })],
});
