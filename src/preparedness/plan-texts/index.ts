import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { planClause } from './plan-clause.register.ts';
import { planTextLifecycle } from './plan-text.lifecycle.ts';
import { keepPlanText, readPlanClause, readPlanText } from './plan-text.permissions.ts';
import { planText } from './plan-text.register.ts';
import { confirm, correctClause, discard, take } from './plan-texts.commands.ts';
import { list, record } from './plan-texts.views.ts';

export { planTextRoutes } from './plan-texts.routes.ts';
export { readPlanText };

/** 预案文本: plans as people wrote them, read from files into clauses. */
export const planTexts = capability({
  name: 'plan-texts',
  label: { zh: '预案文本', en: 'Texts of plans' },
  searches: [defineSearch(planText, { words: ['fileName'] })],
  registers: [planText, planClause],
  lifecycles: [planTextLifecycle],
  permissions: [readPlanText, readPlanClause, keepPlanText],
  commands: [take, correctClause, confirm, discard],
  views: [list, record],
});
