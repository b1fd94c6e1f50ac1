import { definePermission } from '../../foundation/identity/define.ts';

const ROOMS = {
  duty_leader: 'all',
  duty_officer: 'all',
  department_officer: 'unit',
  street_chief: 'unit',
  street_officer: 'unit',
  community_worker: 'unit',
  team_leader: 'unit',
  utility_contact: 'unit',
} as const;

export const readHandover = definePermission('shift_handover.read', {
  label: { zh: '查看交接班', en: 'See hand-overs' },
  granted: { ...ROOMS, commander: 'all' },
});

export const writeHandover = definePermission('shift_handover.write', {
  label: { zh: '交接班', en: 'Hand over and take over' },
  granted: ROOMS,
});
