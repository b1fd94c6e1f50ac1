import { capability } from '../api/define.ts';
import { defineSearch } from '../search/define.ts';
import { appointment } from './appointment.register.ts';
import { appoint, end } from './appointments.commands.ts';
import { contactSheet } from './contact-sheet/contact-sheet.ts';
import { contacts } from './fallback.views.ts';
import { appointPermission, maintainOrganisation, readPerson } from './organisation.permissions.ts';
import { holders, people, record, tree } from './organisation.views.ts';
import { correct, openPost, register } from './people.commands.ts';
import { person } from './person.register.ts';
import { post } from './post.register.ts';
import { unit } from './unit.register.ts';
import { move, open, rename } from './units.commands.ts';

export { readPerson };

export const organisation = capability({
  name: 'organisation',
  label: { zh: '机构人员', en: 'Organisation' },
  searches: [defineSearch(unit, { words: ['shortName'] }), defineSearch(person, { words: [] })],
  fallbackSections: [contacts],
  registers: [unit, person, post, appointment],
  sheets: [contactSheet],
  permissions: [maintainOrganisation, appointPermission, readPerson],
  commands: [open, rename, move, register, correct, openPost, appoint, end],
  views: [tree, holders, people, record],
});
