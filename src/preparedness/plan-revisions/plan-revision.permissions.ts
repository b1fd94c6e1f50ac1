import { definePermission } from '../../foundation/identity/define.ts';

export const readPlanRevision = definePermission('plan_revision.read', {
  label: { zh: '查看修订请求', en: 'See requests to revise plans' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
  },
});

/** 第37条: anybody who works with a plan may ask for its revision. */
export const askRevision = definePermission('plan_revision.ask', {
  label: { zh: '提出修订建议', en: 'Ask for a revision' },
  granted: readPlanRevision.granted,
});

/** The unit that answers for the plan answers the request. */
export const answerRevision = definePermission('plan_revision.answer', {
  label: { zh: '办理修订请求', en: 'Answer requests to revise' },
  granted: { duty_leader: 'all', department_officer: 'unit' },
});
