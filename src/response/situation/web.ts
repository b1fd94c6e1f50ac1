import { webContribution } from '../../foundation/design-system/web.ts';

/** 态势 in the browser. Point: `situation.side` (no props): what else stands beside the map, such as who is on duty. */
export const situationWeb = webContribution({
  name: 'situation',
  screens: [
    {
      path: '/situation',
      title: { zh: '态势', en: 'Situation' },
      menu: { group: 'situation', order: 10, key: 's' },
      permission: 'situation.read',
      load: () => import('./Situation.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/leader',
      title: { zh: '态势', en: 'Situation' },
      menu: { order: 5, size: 'plain' },
      permission: 'situation.lead',
      load: () => import('./LeaderPage.field.tsx'),
    },
  ],
});
