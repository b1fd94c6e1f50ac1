import { webContribution } from '../../foundation/design-system/web.ts';

/** 值班空缺 in the browser: opened from its message. */
export const dutyGapsWeb = webContribution({
  name: 'duty-gaps',
  screens: [
    {
      path: '/duty-gaps/:id',
      title: { zh: '值班空缺', en: 'Empty post' },
      permission: 'duty_gap.read',
      load: () => import('./GapFile.screen.tsx'),
    },
  ],
});
