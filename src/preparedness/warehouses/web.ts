import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

export { WarehouseField } from './WarehouseField.part.tsx';

/** 储备库 in the browser. */
export const warehousesWeb = webContribution({
  name: 'warehouses',
  screens: registerScreens('/warehouses', {
    title: { zh: '储备库', en: 'Warehouses' },
    name: 'warehouse',
    menu: { group: 'preparedness', order: 38 },
    load: async () => (await import('./warehouse.register.ts')).warehouses,
  }),
});
