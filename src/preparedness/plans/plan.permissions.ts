import { definePermission } from '../../foundation/identity/define.ts';

export const readPlan = definePermission('plan.read', {
  label: { zh: '查看预案', en: 'See plans' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
    community_worker: 'all',
    team_leader: 'all',
    utility_contact: 'all',
  },
});

export const adoptPlan = definePermission('plan.adopt', {
  label: { zh: '发布数字化预案', en: 'Adopt digital plans' },
  granted: { duty_leader: 'all', department_officer: 'unit' },
});
