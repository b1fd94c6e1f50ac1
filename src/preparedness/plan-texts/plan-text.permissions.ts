import { definePermission } from '../../foundation/identity/define.ts';

export const readPlanText = definePermission('plan_text.read', {
  label: { zh: '查看预案文本', en: 'See texts of plans' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
  },
});

export const readPlanClause = definePermission('plan_clause.read', {
  label: { zh: '查看预案文本条款', en: 'See clauses of texts' },
  granted: readPlanText.granted,
});

export const keepPlanText = definePermission('plan_text.keep', {
  label: { zh: '导入预案文本', en: 'Read plans from files' },
  granted: { duty_leader: 'all', department_officer: 'unit' },
});
