import { capability } from '../api/define.ts';
import { confirmContact } from './contact.permissions.ts';
import { contactKeeper } from './contact-keeper.ts';
import { contactReminder } from './contact-reminder.register.ts';
import { confirm, confirmUnit } from './contacts.commands.ts';
import { CONTACT_FRESHNESS } from './contacts.rules.ts';
import { stale } from './contacts.views.ts';
import { remindUnits } from './remind-units.job.ts';
import { remind } from './reminder.commands.ts';
import { CONTACT_REMINDER } from './reminder.rules.ts';
import { NUMBERS_TO_CHECK } from './reminder-messages.rules.ts';

export const contacts = capability({
  name: 'contacts',
  label: { zh: '通讯录核对', en: 'Checking the phone book' },
  registers: [contactReminder],
  permissions: [confirmContact],
  commands: [confirm, confirmUnit, remind],
  views: [stale],
  jobs: [remindUnits],
  addressees: [contactKeeper],
  messageTemplates: [NUMBERS_TO_CHECK],
  ruleSets: [CONTACT_FRESHNESS, CONTACT_REMINDER],
});
