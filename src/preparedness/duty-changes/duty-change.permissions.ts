import { definePermission } from '../../foundation/identity/define.ts';
import { DUTY_KEEPERS } from '../duty-posts/duty-post.register.ts';

const MINE = ['involved', 'own'] as const;

/** Everybody reads what they are a part of; whoever keeps a roster all of it. */
export const readChange = definePermission('duty_change.read', {
  label: { zh: '查看换班', en: 'See changes of shifts' },
  granted: {
    ...DUTY_KEEPERS,
    commander: MINE,
    grid_worker: MINE,
    team_member: MINE,
    department_officer: ['unit', ...MINE],
    street_chief: ['unit', ...MINE],
    street_officer: ['unit', ...MINE],
    community_worker: ['unit', ...MINE],
    team_leader: ['unit', ...MINE],
    utility_contact: ['unit', ...MINE],
  },
});

export const askChange = definePermission('duty_change.ask', {
  label: { zh: '申请换班', en: 'Ask to change a shift' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: MINE,
    department_officer: MINE,
    street_chief: MINE,
    street_officer: MINE,
    community_worker: MINE,
    grid_worker: MINE,
    team_leader: MINE,
    team_member: MINE,
    utility_contact: MINE,
  },
});

/** Whoever answers for the roster, and never one of the two whose shift it is. */
export const approveChange = definePermission('duty_change.approve', {
  label: { zh: '批准换班', en: 'Approve changes of shifts' },
  granted: DUTY_KEEPERS,
});
