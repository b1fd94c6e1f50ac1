import { webContribution } from '../../foundation/design-system/web.ts';

export { DayField } from './DayField.part.tsx';
export { QuantityField } from './QuantityField.part.tsx';
export { figure, yuan } from './stock-words.part.tsx';

/** 物资库存 in the browser: the overview, in and out, what expires, the ledger; and the lots on the pages of items and warehouses. */
export const stockWeb = webContribution({
  name: 'stock',
  screens: [
    {
      path: '/stock',
      title: { zh: '库存', en: 'Stock' },
      menu: { group: 'preparedness', order: 30, key: 'k' },
      permission: 'stock_lot.read',
      load: () => import('./StockOverview.screen.tsx'),
    },
    {
      path: '/stock/receipt',
      title: { zh: '入库', en: 'Take goods in' },
      permission: 'stock.keep',
      load: () => import('./StockIn.screen.tsx'),
    },
    {
      path: '/stock/issue',
      title: { zh: '出库', en: 'Issue goods' },
      permission: 'stock.keep',
      load: () => import('./StockOut.screen.tsx'),
    },
    {
      path: '/stock/due',
      title: { zh: '效期与轮换', en: 'Expiry and rotation' },
      permission: 'stock_lot.read',
      load: () => import('./DueList.screen.tsx'),
    },
    {
      path: '/stock/movements',
      title: { zh: '出入库流水', en: 'Movements' },
      permission: 'stock_lot.read',
      load: () => import('./Movements.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'supply.sections',
      name: 'stock.lots',
      title: { zh: '库存批次', en: 'Lots' },
      order: 10,
      permission: 'stock_lot.read',
      load: () => import('./SupplyStock.part.tsx'),
    },
    {
      at: 'warehouse.sections',
      name: 'stock.lots',
      title: { zh: '库存', en: 'Stock' },
      order: 10,
      permission: 'stock_lot.read',
      load: () => import('./WarehouseStock.part.tsx'),
    },
  ],
});
