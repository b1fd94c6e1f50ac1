import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { plansOfKind } from './book.views.ts';
import { file } from './filing.commands.ts';
import { planLifecycle } from './plan.lifecycle.ts';
import { adoptPlan, readPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';
import { planAction } from './plan-action.register.ts';
import { planGroup } from './plan-group.register.ts';
import { planLevel } from './plan-level.register.ts';
import { PLAN_MANAGEMENT } from './plan-management.rules.ts';
import { planSeat } from './plan-seat.register.ts';
import { adopt } from './plans.commands.ts';
import { list, record } from './plans.views.ts';

export { planRoutes } from './plans.routes.ts';
export type { PlanAction } from './plans.views.ts';
export { adopt, readPlan };

export const plans = capability({
  name: 'plans',
  label: { zh: '预案', en: 'Plans' },
  searches: [defineSearch(plan, { words: ['key'] })],
  registers: [plan, planSeat, planGroup, planLevel, planAction],
  lifecycles: [planLifecycle],
  permissions: [readPlan, adoptPlan],
  commands: [adopt, file],
  ruleSets: [PLAN_MANAGEMENT],
  views: [list, record],
  facts: { 'plan.superseded': { zh: '被新版替代', en: 'Superseded by a newer edition' } },
  books: [plansOfKind],
});
