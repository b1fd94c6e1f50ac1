import { definePermission } from '../../foundation/identity/define.ts';

export const readHandover = definePermission('command_handover.read', {
  label: { zh: '查看指挥权移交', en: 'See hand-overs of command' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    wall: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['area', 'unit', 'involved'],
    street_officer: ['area', 'unit', 'involved'],
    team_leader: 'involved',
    utility_contact: 'involved',
  },
});

export const recordHandover = definePermission('command_handover.record', {
  label: { zh: '记录指挥权移交', en: 'Record hand-overs of command' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});
