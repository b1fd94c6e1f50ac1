import { capability } from '../api/define.ts';
import { defineSearch } from '../search/define.ts';
import { appointment } from './appointments/appointment.register.ts';
import { appointmentBelief } from './appointments/appointment-belief.register.ts';
import { appoint, correct as correctAppointment, end } from './appointments/appointments.commands.ts';
import { contactSheet } from './contact-sheet/contact-sheet.ts';
import { contacts } from './fallback.views.ts';
import { appointPermission, maintainOrganisation, readPerson } from './organisation.permissions.ts';
import { holders, people, record, tree } from './organisation.views.ts';
import { correct, openPost, register } from './people.commands.ts';
import { person } from './person.register.ts';
import { post } from './post.register.ts';
import { unit } from './unit.register.ts';
import { move, open, rename } from './units.commands.ts';

export { appointmentsAsKnown } from './appointments/beliefs.ts';
export { commandCentre } from './command-centre.ts';
export { readPerson };

export const organisation = capability({
  name: 'organisation',
  label: { zh: '机构人员', en: 'Organisation' },
  searches: [defineSearch(unit, { words: ['shortName'] }), defineSearch(person, { words: [] })],
  fallbackSections: [contacts],
  registers: [unit, person, post, appointment, appointmentBelief],
  sheets: [contactSheet],
  permissions: [maintainOrganisation, appointPermission, readPerson],
  commands: [open, rename, move, register, correct, openPost, appoint, end, correctAppointment],
  views: [tree, holders, people, record],
});
