import { webContribution } from '../../foundation/design-system/web.ts';

/** 零报告 in the browser: who has reported the day and who has not; on the phone one's own. */
export const zeroReportsWeb = webContribution({
  name: 'zero-reports',
  screens: [
    {
      path: '/zero-reports',
      title: { zh: '零报告', en: 'Zero reports' },
      menu: { group: 'response', order: 42 },
      permission: 'zero_report.read',
      load: () => import('./ZeroReports.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/zero-reports',
      title: { zh: '零报告', en: 'Zero report' },
      permission: 'zero_report.report',
      load: () => import('./MyZeroReport.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'field.home',
      name: 'zero-reports.mine',
      title: { zh: '零报告', en: 'Zero report' },
      order: 40,
      permission: 'zero_report.report',
      load: () => import('./MyZeroReport.part.tsx'),
    },
  ],
});
