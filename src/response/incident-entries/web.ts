import { webContribution } from '../../foundation/design-system/web.ts';

/** 现场记录 in the browser: on the page of its incident. */
export const incidentEntriesWeb = webContribution({
  name: 'incident-entries',
  parts: [
    {
      at: 'incident.sections',
      name: 'incident-entries.of-incident',
      order: 15,
      permission: 'incident_entry.read',
      load: () => import('./IncidentEntries.part.tsx'),
    },
  ],
});
