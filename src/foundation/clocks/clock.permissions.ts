import { definePermission } from '../identity/define.ts';

export const readClock = definePermission('clock.read', {
  label: { zh: '查看时限', en: 'See clocks' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    wall: 'all',
    street_chief: ['area', 'involved'],
    street_officer: ['area', 'involved'],
    department_officer: ['unit', 'involved'],
    community_worker: ['unit', 'involved'],
    grid_worker: 'involved',
    team_leader: ['unit', 'involved'],
    team_member: 'involved',
    utility_contact: ['unit', 'involved'],
  },
});

/** Only the server's own runner lets clocks fall due. */
export const runClock = definePermission('clock.run', {
  label: { zh: '运行时限', en: 'Run clocks' },
  granted: {},
});

/** Whoever the limit binds says why it was missed. */
export const explainClock = definePermission('clock.explain', {
  label: { zh: '说明逾期原因', en: 'Explain missed limits' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: ['area', 'involved'],
    street_officer: ['area', 'involved'],
    department_officer: ['unit', 'involved'],
    team_leader: ['unit', 'involved'],
    utility_contact: ['unit', 'involved'],
  },
});
