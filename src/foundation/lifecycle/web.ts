import { webContribution } from '../design-system/web.ts';

/** 流程 in the browser: every lifecycle as a diagram and as a table, drawn from the definitions that run. */
export const lifecyclesWeb = webContribution({
  name: 'lifecycles',
  screens: [
    {
      path: '/lifecycles',
      title: { zh: '流程', en: 'Lifecycles' },
      menu: { group: 'settings', order: 80 },
      load: () => import('./Lifecycles.screen.tsx'),
    },
  ],
});
