import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 河湖水库 in the browser. */
export const watersWeb = webContribution({
  name: 'waters',
  screens: registerScreens('/reservoirs', {
    title: { zh: '水库', en: 'Reservoirs' },
    name: 'reservoir',
    menu: { group: 'prevention', order: 60 },
    load: async () => (await import('./reservoir.register.ts')).reservoirs,
  }),
});
