import { definePermission } from '../identity/define.ts';

export const keepHazardDuty = definePermission('hazard_duty.keep', {
  label: { zh: '维护灾种职责', en: 'Keep the duties for hazards' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});
