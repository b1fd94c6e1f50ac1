import { definePermission, ROLES, type Role, type Scope } from '../identity/define.ts';

const ownMail = Object.fromEntries(Object.keys(ROLES).map((role) => [role, ['involved', 'own']])) as unknown as Record<
  Role,
  readonly Scope[]
>;
const room = ['unit', 'involved', 'own'] as const;

/** Everybody reads what was sent to them and what they sent; a duty room also what it sent as a room. */
export const readMessage = definePermission('message.read', {
  label: { zh: '查看消息', en: 'Read messages' },
  granted: {
    ...ownMail,
    duty_leader: room,
    duty_officer: room,
    commander: room,
    street_chief: room,
    street_officer: room,
  },
});

export const sendMessages = definePermission('message.send', {
  label: { zh: '发送消息', en: 'Send messages' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'unit',
    street_chief: 'unit',
    street_officer: 'unit',
    team_leader: 'unit',
  },
});

/** 人工渠道: the room carries what it sent and what others sent; a street what its own people sent. */
export const tellByHand = definePermission('message.by_hand', {
  label: { zh: '人工通知并登记回执', en: 'Tell by hand and enter receipts' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: 'unit',
    street_officer: 'unit',
  },
});

export const readChannels = definePermission('message.channels', {
  label: { zh: '查看消息渠道', en: 'See message channels' },
  granted: { system_administrator: 'all', duty_leader: 'all', duty_officer: 'all' },
});

/** Only the server's own sender settles what became of a delivery. */
export const settleDelivery = definePermission('message.settle', {
  label: { zh: '登记送达结果', en: 'Settle deliveries' },
  granted: {},
});

/** Only the server's own runner lets ladders take their next step. */
export const climbLadders = definePermission('message.climb', {
  label: { zh: '消息升级', en: 'Escalate messages' },
  granted: {},
});

/**
 * Who was asked and what came of it, to take over and to send again: the people of a message, and whoever leads or keeps
 * the duty, because a named human may be away. Its text is not part of it.
 */
export const followMessage = definePermission('message.follow', {
  label: { zh: '跟进消息送达', en: 'Follow up messages' },
  granted: { ...ownMail, duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});
