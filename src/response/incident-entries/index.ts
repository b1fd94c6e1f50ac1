import { capability } from '../../foundation/api/define.ts';
import { add } from './incident-entries.commands.ts';
import { entriesSection, list } from './incident-entries.views.ts';
import { addEntry, readEntry } from './incident-entry.permissions.ts';
import { incidentEntry } from './incident-entry.register.ts';

export const incidentEntries = capability({
  name: 'incident-entries',
  label: { zh: '现场记录', en: 'Notes on incidents' },
  registers: [incidentEntry],
  permissions: [readEntry, addEntry],
  commands: [add],
  views: [list],
  dossierSections: [entriesSection],
});
