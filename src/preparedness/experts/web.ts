import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 专家库 in the browser. */
export const expertsWeb = webContribution({
  name: 'experts',
  screens: registerScreens('/experts', {
    title: { zh: '专家', en: 'Experts' },
    name: 'expert',
    menu: { group: 'preparedness', order: 60 },
    load: async () => (await import('./expert.register.ts')).experts,
  }),
});
