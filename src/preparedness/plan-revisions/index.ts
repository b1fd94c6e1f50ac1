import { capability } from '../../foundation/api/define.ts';
import { planRevisionLifecycle } from './plan-revision.lifecycle.ts';
import { answerRevision, askRevision, readPlanRevision } from './plan-revision.permissions.ts';
import { planRevision } from './plan-revision.register.ts';
import { REVISION_MESSAGES } from './plan-revision.rules.ts';
import { accept, ask, decline } from './plan-revisions.commands.ts';
import {
  onDutiesChanged,
  onEvaluationDue,
  onPlanAdopted,
  onResourceGone,
  onResponseEnded,
  onReviewFinding,
  onRiskChanged,
  onRuleApproved,
} from './plan-revisions.reactions.ts';
import { list } from './plan-revisions.views.ts';

/** 预案修订: what the Measures name as causes is raised by the system from facts, on the desk of the unit whose plan it is. */
export const planRevisions = capability({
  name: 'plan-revisions',
  label: { zh: '预案修订', en: 'Revision of plans' },
  registers: [planRevision],
  lifecycles: [planRevisionLifecycle],
  permissions: [readPlanRevision, askRevision, answerRevision],
  commands: [ask, accept, decline],
  views: [list],
  reactions: [
    onRuleApproved,
    onPlanAdopted,
    onDutiesChanged,
    onRiskChanged,
    onResourceGone,
    onResponseEnded,
    onReviewFinding,
    onEvaluationDue,
  ],
  messageTemplates: REVISION_MESSAGES,
  facts: {
    'plan_revision.asked': { zh: '提出修订请求', en: 'Revision asked for' },
    'plan_revision.settled': { zh: '新版已采纳', en: 'Taken in by a new edition' },
  },
});
