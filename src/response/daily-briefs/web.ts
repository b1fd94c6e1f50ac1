import { webContribution } from '../../foundation/design-system/web.ts';

/** 每日要情 in the browser. */
export const dailyBriefsWeb = webContribution({
  name: 'daily-briefs',
  screens: [
    {
      path: '/daily-briefs',
      title: { zh: '每日要情', en: 'Daily briefs' },
      menu: { group: 'response', order: 43 },
      permission: 'daily_brief.read',
      load: () => import('./DailyBriefs.screen.tsx'),
    },
  ],
});
