import { definePermission } from '../identity/define.ts';

/** Accounts and posts are the system administrator's, the three administrators' own posts the security administrator's. */
export const maintainOrganisation = definePermission('organisation.maintain', {
  label: { zh: '维护机构人员', en: 'Maintain the organisation' },
  granted: { system_administrator: 'all' },
});

export const appointPermission = definePermission('appointment.appoint', {
  label: { zh: '任免', en: 'Appoint' },
  granted: { system_administrator: 'all', security_administrator: 'all' },
});

/** The phone book: every officer finds every other; numbers are masked until revealed with a reason. */
export const readPerson = definePermission('person.read', {
  label: { zh: '查看人员', en: 'See people' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
    community_worker: 'unit',
    team_leader: 'unit',
    utility_contact: 'unit',
    system_administrator: 'all',
    security_administrator: 'all',
  },
});
