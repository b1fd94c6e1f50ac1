import { webContribution } from '../../foundation/design-system/web.ts';

/** 信息报送 in the browser: reports on the incident's page, the paper itself, and all papers that left the house. */
export const reportingWeb = webContribution({
  name: 'reporting',
  screens: [
    {
      path: '/reporting',
      title: { zh: '专报', en: 'Reports' },
      menu: { group: 'response', order: 40, key: 'r' },
      permission: 'situation_report.read',
      load: () => import('./ReportList.screen.tsx'),
    },
    {
      path: '/reporting/:id',
      title: { zh: '专报', en: 'Report' },
      permission: 'situation_report.read',
      load: () => import('./ReportFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'reporting.reports',
      order: 40,
      permission: 'situation_report.read',
      load: () => import('./IncidentReports.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'reporting.recipients',
      order: 38,
      permission: 'report_recipient.read',
      load: () => import('./IncidentRecipients.part.tsx'),
    },
    {
      at: 'incident.actions',
      name: 'reporting.draft',
      order: 20,
      permission: 'situation_report.draft',
      load: () => import('./DraftReport.part.tsx'),
    },
  ],
});
