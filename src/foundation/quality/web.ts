import { webContribution } from '../design-system/web.ts';

/** 台账质量 in the browser: what is missing, old, double, misplaced or hard to believe, with the way to it. */
export const qualityWeb = webContribution({
  name: 'quality',
  screens: [
    {
      path: '/quality',
      title: { zh: '台账质量', en: 'Quality of registers' },
      menu: { group: 'settings', order: 66 },
      load: () => import('./Quality.screen.tsx'),
    },
  ],
});
