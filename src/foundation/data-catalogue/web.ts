import { webContribution } from '../design-system/web.ts';

/** 数据目录 in the browser. */
export const dataCatalogueWeb = webContribution({
  name: 'data-catalogue',
  screens: [
    {
      path: '/data-catalogue',
      title: { zh: '数据目录', en: 'Data catalogue' },
      menu: { group: 'settings', order: 64 },
      load: () => import('./DataCatalogue.screen.tsx'),
    },
    {
      path: '/data-catalogue/:id',
      title: { zh: '数据目录', en: 'Data catalogue' },
      load: () => import('./CatalogueEntry.screen.tsx'),
    },
  ],
});
