import { definePermission } from '../../foundation/identity/define.ts';

export const readIncident = definePermission('incident.read', {
  label: { zh: '查看事件', en: 'See incidents' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    wall: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['area', 'unit', 'involved'],
    street_officer: ['area', 'unit', 'involved'],
    community_worker: 'involved',
    grid_worker: 'involved',
    team_leader: 'involved',
    team_member: 'involved',
    utility_contact: 'involved',
  },
});

export const openIncident = definePermission('incident.open', {
  label: { zh: '立案', en: 'Open incidents' },
  granted: { duty_leader: 'all', duty_officer: 'all', street_officer: 'unit' },
});

export const handleIncident = definePermission('incident.handle', {
  label: { zh: '处置事件', en: 'Handle incidents' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_officer: 'unit' },
});

export const closeIncident = definePermission('incident.close', {
  label: { zh: '办结事件', en: 'Close incidents' },
  granted: { duty_leader: 'all', commander: 'all', duty_officer: 'all' },
});
