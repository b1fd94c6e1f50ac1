import { definePermission } from '../identity/define.ts';

/** A unit keeps its own list; the command centre keeps everybody's. */
export const keepDutyList = definePermission('duty_list.keep', {
  label: { zh: '维护三定职责', en: 'Keep duty lists' },
  granted: { duty_leader: 'all', duty_officer: 'all', department_officer: 'unit', street_chief: 'unit' },
});
