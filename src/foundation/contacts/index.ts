import { capability } from '../api/define.ts';
import { confirmContact } from './contact.permissions.ts';
import { confirm, confirmUnit } from './contacts.commands.ts';
import { CONTACT_FRESHNESS } from './contacts.rules.ts';
import { stale } from './contacts.views.ts';

export const contacts = capability({
  name: 'contacts',
  label: { zh: '通讯录核对', en: 'Checking the phone book' },
  permissions: [confirmContact],
  commands: [confirm, confirmUnit],
  views: [stale],
  ruleSets: [CONTACT_FRESHNESS],
});
