import { webContribution } from '../design-system/web.ts';

/** 测报防抗救建 in the browser. */
export const hazardDutiesWeb = webContribution({
  name: 'hazard-duties',
  screens: [
    {
      path: '/hazard-duties',
      title: { zh: '测报防抗救建', en: 'Duties for hazards' },
      menu: { group: 'settings', order: 13 },
      load: () => import('./HazardMatrix.screen.tsx'),
    },
  ],
});
