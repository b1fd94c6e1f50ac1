import { definePermission } from '../identity/define.ts';

const involvedToo = ['unit', 'involved'] as const;

/** As far as orders are seen: the room everything, others what their unit asked or is asked. */
export const readCorrection = definePermission('correction.read', {
  label: { zh: '查看更正意见', en: 'See corrections asked for' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: ['area', 'unit', 'involved'],
    street_officer: ['area', 'unit', 'involved'],
    department_officer: involvedToo,
    community_worker: involvedToo,
    team_leader: involvedToo,
    utility_contact: involvedToo,
    grid_worker: 'involved',
    team_member: 'involved',
  },
});

/** Everybody who does the day's work; which records, is decided by the right to see each. */
export const askCorrection = definePermission('correction.ask', {
  label: { zh: '提出更正意见', en: 'Ask for a correction' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: 'all',
    street_officer: 'all',
    department_officer: 'all',
    community_worker: 'all',
    team_leader: 'all',
    utility_contact: 'all',
    grid_worker: 'all',
    team_member: 'all',
  },
});
