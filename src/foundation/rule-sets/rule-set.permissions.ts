import { definePermission } from '../identity/define.ts';

/** Those who may own a rule; which of them owns this one, its declaration says. */
export const proposeRules = definePermission('rule_set_version.propose', {
  label: { zh: '提出规则修改', en: 'Propose rules' },
  granted: { duty_officer: 'all', duty_leader: 'all', commander: 'all', department_officer: 'all' },
});

export const approveRules = definePermission('rule_set_version.approve', {
  label: { zh: '审批规则修改', en: 'Approve rules' },
  granted: { duty_leader: 'all', commander: 'all' },
});

/** Only the server itself loads the figures an installation starts with. */
export const loadRules = definePermission('rule_set_version.load', {
  label: { zh: '载入初始规则', en: 'Load initial rules' },
  granted: {},
});
