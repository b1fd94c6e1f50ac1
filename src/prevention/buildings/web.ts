import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 建筑物 in the browser. */
export const buildingsWeb = webContribution({
  name: 'buildings',
  screens: registerScreens('/buildings', {
    title: { zh: '建筑物', en: 'Buildings' },
    name: 'building',
    menu: { group: 'district', order: 30 },
    load: async () => (await import('./building.register.ts')).buildings,
  }),
});
