import { capability } from '../api/define.ts';
import { list } from './lifecycles.views.ts';
import { checksBefore, demandOrder } from './step-checks.ts';

export { defineLifecycle, faultsOf, transitionsFrom } from './define.ts';
export { checksBefore, demandOrder };

export const lifecycles = capability({
  name: 'lifecycles',
  label: { zh: '流程', en: 'Lifecycles' },
  views: [list],
});
