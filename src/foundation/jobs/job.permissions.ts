import { definePermission } from '../identity/define.ts';

const THEIR_OWN = {
  system_administrator: 'all',
  duty_leader: 'own',
  duty_officer: 'own',
  commander: 'own',
  department_officer: 'own',
  street_chief: 'own',
  street_officer: 'own',
  community_worker: 'own',
  team_leader: 'own',
  utility_contact: 'own',
} as const;

export const readJob = definePermission('job.read', {
  label: { zh: '查看后台任务', en: 'See jobs' },
  granted: THEIR_OWN,
});

export const steerJob = definePermission('job.steer', {
  label: { zh: '取消、重试后台任务', en: 'Cancel and retry jobs' },
  granted: THEIR_OWN,
});

/** Parked reactions belong to nobody's work: the system administrator looks after them. */
export const mendReaction = definePermission('reaction.mend', {
  label: { zh: '处理未完成的联动', en: 'Mend parked reactions' },
  granted: { system_administrator: 'all' },
});

/** Only the server's own runner takes and settles. */
export const runJob = definePermission('job.run', {
  label: { zh: '运行后台任务', en: 'Run jobs' },
  granted: {},
});
