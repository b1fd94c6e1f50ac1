import { definePermission } from '../identity/define.ts';

/** A unit vouches for the numbers of its own people; the room for everybody's. */
export const confirmContact = definePermission('contact.confirm', {
  label: { zh: '核对号码', en: 'Confirm phone numbers' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    department_officer: 'unit',
    street_chief: 'unit',
    street_officer: 'unit',
    community_worker: 'unit',
    team_leader: 'unit',
    utility_contact: 'unit',
    system_administrator: 'all',
  },
});
