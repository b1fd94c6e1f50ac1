import { capability } from '../../foundation/api/define.ts';
import { namesOnTheBooks, standing } from './standing.views.ts';

export { namesOnTheBooks };

/** 预案编制: what a plan is written against; the edition itself is adopted by `plans`. */
export const planEditor = capability({
  name: 'plan-editor',
  label: { zh: '预案编制', en: 'Writing plans' },
  views: [standing],
});
