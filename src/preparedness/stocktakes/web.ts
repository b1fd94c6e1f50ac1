import { webContribution } from '../../foundation/design-system/web.ts';

/** 物资盘点 in the browser: list and page at the desk, the count on the phone. */
export const stocktakesWeb = webContribution({
  name: 'stocktakes',
  screens: [
    {
      path: '/stocktakes',
      title: { zh: '盘点', en: 'Stocktakes' },
      menu: { group: 'preparedness', order: 34 },
      permission: 'stocktake.read',
      load: () => import('./StocktakeList.screen.tsx'),
    },
    {
      path: '/stocktakes/:id',
      title: { zh: '盘点单', en: 'Stocktake' },
      permission: 'stocktake.read',
      load: () => import('./StocktakeFile.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/stocktakes',
      title: { zh: '物资盘点', en: 'Stocktakes' },
      menu: { order: 41, size: 'plain' },
      permission: 'stocktake.count',
      load: () => import('./StocktakeInbox.field.tsx'),
    },
    {
      path: '/stocktakes/:id',
      title: { zh: '清点', en: 'Count' },
      permission: 'stocktake.count',
      load: () => import('./Stocktake.field.tsx'),
    },
  ],
});
