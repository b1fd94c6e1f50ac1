import { definePermission } from '../../foundation/identity/define.ts';

/** The room calls everybody, a street those below it; a unit sees its own part. */
export const readRollCall = definePermission('roll_call.read', {
  label: { zh: '查看点名', en: 'See roll calls' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'unit', street_officer: 'unit' },
});

export const holdRollCall = definePermission('roll_call.hold', {
  label: { zh: '点名', en: 'Hold a roll call' },
  granted: { duty_leader: 'all', duty_officer: 'all', street_chief: 'unit', street_officer: 'unit' },
});

const MINE = ['unit', 'involved'] as const;
const ANSWERING = {
  duty_leader: MINE,
  duty_officer: MINE,
  commander: MINE,
  department_officer: MINE,
  street_chief: MINE,
  street_officer: MINE,
  community_worker: MINE,
  grid_worker: 'involved',
  team_leader: MINE,
  team_member: MINE,
  utility_contact: MINE,
} as const;

export const readRollCallAnswer = definePermission('roll_call_answer.read', {
  label: { zh: '查看点名应答', en: 'See answers to roll calls' },
  granted: { ...ANSWERING, duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});

export const answerRollCall = definePermission('roll_call.answer', {
  label: { zh: '点名应答', en: 'Answer a roll call' },
  granted: ANSWERING,
});

/** Only the server ends a window. */
export const closeRollCall = definePermission('roll_call.close', {
  label: { zh: '结束点名', en: 'Close a roll call' },
  granted: {},
});
