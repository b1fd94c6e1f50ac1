import { webContribution } from '../../foundation/design-system/web.ts';

/** 物资调拨 in the browser: the list, the form and the page at the desk; what is to be signed for on the phone. */
export const transfersWeb = webContribution({
  name: 'transfers',
  screens: [
    {
      path: '/transfers',
      title: { zh: '调拨', en: 'Transfers' },
      menu: { group: 'preparedness', order: 31 },
      permission: 'transfer.read',
      load: () => import('./TransferList.screen.tsx'),
    },
    {
      path: '/transfers/new',
      title: { zh: '申请调拨', en: 'Ask for a transfer' },
      permission: 'transfer.request',
      load: () => import('./TransferForm.screen.tsx'),
    },
    {
      path: '/transfers/:id',
      title: { zh: '调拨单', en: 'Transfer' },
      permission: 'transfer.read',
      load: () => import('./TransferFile.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/transfers',
      title: { zh: '物资签收', en: 'Goods to receive' },
      menu: { order: 40, size: 'plain' },
      permission: 'transfer.handle',
      load: () => import('./TransferInbox.field.tsx'),
    },
    {
      path: '/transfers/:id',
      title: { zh: '签收', en: 'Receive' },
      permission: 'transfer.handle',
      load: () => import('./TransferReceive.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'supply.sections',
      name: 'transfers.road',
      title: { zh: '在途', en: 'On the road' },
      order: 20,
      permission: 'transfer.read',
      load: () => import('./SupplyOnRoad.part.tsx'),
    },
  ],
});
