import { definePermission } from '../identity/define.ts';

const involvedToo = ['unit', 'involved'] as const;

/** Who sees what was ordered: the room everything, everybody else what their unit issued or was given. */
const readers = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  wall: 'all',
  street_chief: ['area', 'unit', 'involved'],
  street_officer: ['area', 'unit', 'involved'],
  department_officer: involvedToo,
  community_worker: involvedToo,
  team_leader: involvedToo,
  utility_contact: involvedToo,
  grid_worker: 'involved',
  team_member: 'involved',
} as const;

export const readOrder = definePermission('order.read', {
  label: { zh: '查看指令', en: 'See orders' },
  granted: readers,
});

export const readAssignment = definePermission('assignment.read', {
  label: { zh: '查看任务', en: 'See assignments' },
  granted: readers,
});

export const readFeedback = definePermission('order_feedback.read', {
  label: { zh: '查看反馈', en: 'See feedback' },
  granted: readers,
});

export const issueOrders = definePermission('order.issue', {
  label: { zh: '下达指令', en: 'Issue orders' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'unit', street_officer: 'unit' },
});

/** Reassign, cancel, remind and verify: for the room all orders, for a street those it issued itself. */
export const manageOrders = definePermission('order.manage', {
  label: { zh: '督办指令', en: 'Follow orders up' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'unit', street_officer: 'unit' },
});

export const verifyOrders = definePermission('order.verify', {
  label: { zh: '核实指令', en: 'Verify orders' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'unit', street_officer: 'unit' },
});

export const answerAssignment = definePermission('assignment.answer', {
  label: { zh: '承办任务', en: 'Carry out assignments' },
  granted: {
    duty_leader: 'involved',
    duty_officer: 'involved',
    commander: 'involved',
    department_officer: 'involved',
    street_chief: 'involved',
    street_officer: 'involved',
    community_worker: 'involved',
    grid_worker: 'involved',
    team_leader: 'involved',
    team_member: 'involved',
    utility_contact: 'involved',
  },
});

/** Members of these posts answer for their unit; everybody else answers only what was given to them by name. */
export const ANSWERS_FOR_UNIT: readonly string[] = [
  'duty_leader',
  'duty_officer',
  'commander',
  'department_officer',
  'street_chief',
  'street_officer',
  'community_worker',
  'team_leader',
  'utility_contact',
];
