import { webContribution } from '../design-system/web.ts';

/** 责任分工 in the browser: who was responsible on a day, and the table of who is. */
export const responsibilitiesWeb = webContribution({
  name: 'responsibilities',
  screens: [
    {
      path: '/responsibilities',
      title: { zh: '责任查询', en: 'Who is responsible' },
      menu: { group: 'settings', order: 11 },
      load: () => import('./Responsibilities.screen.tsx'),
    },
    {
      path: '/responsibility-table',
      title: { zh: '责任分工表', en: 'Table of responsibilities' },
      menu: { group: 'settings', order: 12 },
      load: () => import('./ResponsibilityTable.screen.tsx'),
    },
  ],
  parts: [{ at: 'registers.sections', name: 'responsibilities.here', load: () => import('./AnswersHere.part.tsx') }],
});
