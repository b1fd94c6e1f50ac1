import { definePermission } from '../../foundation/identity/define.ts';

const ROOM = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;
const PARTS = {
  ...ROOM,
  department_officer: ['unit', 'involved'],
  street_chief: ['area', 'unit', 'involved'],
  street_officer: ['area', 'unit', 'involved'],
  utility_contact: ['unit', 'involved'],
  team_leader: ['unit', 'involved'],
} as const;

/** The room sees all; a unit what it asked for and what of it was asked. */
export const readRequest = definePermission('support_request.read', {
  label: { zh: '查看支援申请', en: 'See support requests' },
  granted: PARTS,
});

export const readDispatch = definePermission('support_dispatch.read', {
  label: { zh: '查看支援力量', en: 'See support that was sent' },
  granted: { ...PARTS, team_member: 'unit' },
});

/** A street asks for itself; the incident must be one that it sees. */
export const requestSupport = definePermission('support_request.make', {
  label: { zh: '申请支援', en: 'Ask for support' },
  granted: { ...ROOM, street_chief: 'unit', street_officer: 'unit', department_officer: 'unit', team_leader: 'unit' },
});

/** Approves, sends and recalls: what belongs to the whole district is sent by the room. */
export const dispatchSupport = definePermission('support_request.dispatch', {
  label: { zh: '审批和派出支援', en: 'Approve and send support' },
  granted: ROOM,
});

/** 出发、到达、归队: whoever leads what was sent, or the room that hears it by radio; goods also whoever takes them in. */
export const moveSupport = definePermission('support_dispatch.move', {
  label: { zh: '报告出发、到达、归队', en: 'Report setting off, arrival and return' },
  granted: PARTS,
});
