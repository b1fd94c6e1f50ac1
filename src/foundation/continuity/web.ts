import { webContribution } from '../design-system/web.ts';

/** 运行保障 in the browser: what lies ready for the hour without power, and whether a backup can be restored. */
export const continuityWeb = webContribution({
  name: 'continuity',
  screens: [
    {
      path: '/continuity',
      title: { zh: '运行保障', en: 'Continuity' },
      menu: { group: 'settings', order: 80 },
      load: () => import('./Continuity.screen.tsx'),
    },
  ],
});
