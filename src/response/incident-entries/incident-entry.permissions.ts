import { definePermission } from '../../foundation/identity/define.ts';

export const readEntry = definePermission('incident_entry.read', {
  label: { zh: '查看现场记录', en: 'See notes on incidents' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: ['unit', 'own'],
    street_chief: ['area', 'unit', 'own'],
    street_officer: ['area', 'unit', 'own'],
    team_leader: ['unit', 'own'],
    utility_contact: ['unit', 'own'],
  },
});

/** Whoever sees an incident and works on it may note something; in whose scope that is, the incident decides. */
export const addEntry = definePermission('incident_entry.add', {
  label: { zh: '记录事件', en: 'Note something on an incident' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['area', 'unit', 'involved'],
    street_officer: ['area', 'unit', 'involved'],
    team_leader: 'involved',
    utility_contact: 'involved',
  },
});
