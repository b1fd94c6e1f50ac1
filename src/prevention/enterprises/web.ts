import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 生产经营单位 in the browser. */
export const enterprisesWeb = webContribution({
  name: 'enterprises',
  screens: registerScreens('/enterprises', {
    title: { zh: '生产经营单位', en: 'Enterprises' },
    name: 'enterprise',
    menu: { group: 'prevention', order: 10 },
    load: async () => (await import('./enterprise.register.ts')).enterprises,
  }),
});
