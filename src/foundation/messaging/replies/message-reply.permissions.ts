import { definePermission } from '../../identity/define.ts';

/** What people wrote back: whoever leads or keeps the duty, because a stranger's words may be a report. */
export const readReply = definePermission('message_reply.read', {
  label: { zh: '查看消息回复', en: 'Read replies' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'involved',
    street_chief: 'involved',
    street_officer: 'involved',
    team_leader: 'involved',
  },
});
