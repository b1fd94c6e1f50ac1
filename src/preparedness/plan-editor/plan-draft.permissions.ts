import { definePermission } from '../../foundation/identity/define.ts';

/** One's own, whoever may adopt a plan: what is not adopted yet is nobody else's business. */
export const keepPlanDraft = definePermission('plan_draft.read', {
  label: { zh: '保存预案草稿', en: 'Keep drafts of plans' },
  granted: { duty_leader: 'own', department_officer: 'own' },
});
