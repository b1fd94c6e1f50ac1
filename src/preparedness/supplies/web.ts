import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

export { SupplyField, type SupplyItem, supplyText } from './SupplyField.part.tsx';

/** 应急物资目录 in the browser. */
export const suppliesWeb = webContribution({
  name: 'supplies',
  screens: registerScreens('/supplies', {
    title: { zh: '物资目录', en: 'Supplies' },
    name: 'supply',
    menu: { group: 'preparedness', order: 36 },
    load: async () => (await import('./supply.register.ts')).supplies,
  }),
});
