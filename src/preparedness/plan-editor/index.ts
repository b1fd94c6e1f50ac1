import { capability } from '../../foundation/api/define.ts';
import { keepPlanDraft } from './plan-draft.permissions.ts';
import { planDraft } from './plan-draft.register.ts';
import { drop, keep } from './plan-drafts.commands.ts';
import { mine } from './plan-drafts.views.ts';
import { namesOnTheBooks, standing } from './standing.views.ts';

export { namesOnTheBooks };

/** 预案编制: what a plan is written against, and what is written of it so far; the edition itself is adopted by `plans`. */
export const planEditor = capability({
  name: 'plan-editor',
  label: { zh: '预案编制', en: 'Writing plans' },
  registers: [planDraft],
  permissions: [keepPlanDraft],
  commands: [keep, drop],
  views: [standing, mine],
  facts: {
    'plan_draft.saved': { zh: '预案草稿已保存', en: 'Draft of a plan kept' },
    'plan_draft.dropped': { zh: '预案草稿已清除', en: 'Draft of a plan dropped' },
  },
});
