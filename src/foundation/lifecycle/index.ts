import { capability } from '../api/define.ts';
import { list } from './lifecycles.views.ts';

export { defineLifecycle, faultsOf, transitionsFrom } from './define.ts';

export const lifecycles = capability({
  name: 'lifecycles',
  label: { zh: '流程', en: 'Lifecycles' },
  views: [list],
});
