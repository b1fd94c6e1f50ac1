import { definePermission } from '../../foundation/identity/define.ts';

export const readIntake = definePermission('intake.read', {
  label: { zh: '查看接报', en: 'See intake' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: ['area', 'unit', 'involved'],
    street_officer: ['area', 'unit', 'involved'],
    // What was transferred to a unit is opened to it.
    department_officer: ['unit', 'involved'],
    utility_contact: 'involved',
  },
});

export const takeIntake = definePermission('intake.take', {
  label: { zh: '接报登记', en: 'Take reports' },
  granted: { duty_leader: 'all', duty_officer: 'all', street_officer: 'unit', department_officer: 'unit' },
});

/** Deciding what a report is: an incident, false, a duplicate, somebody else's. */
export const decideIntake = definePermission('intake.decide', {
  label: { zh: '接报研判', en: 'Decide on reports' },
  granted: { duty_leader: 'all', duty_officer: 'all', street_officer: 'unit' },
});
