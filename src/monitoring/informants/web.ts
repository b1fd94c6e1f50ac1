import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 灾害信息员 in the browser. */
export const informantsWeb = webContribution({
  name: 'informants',
  screens: registerScreens('/informants', {
    title: { zh: '灾害信息员', en: 'Informants' },
    name: 'informant',
    menu: { group: 'monitoring', order: 70 },
    load: async () => (await import('./informant.register.ts')).informants,
  }),
  parts: [
    {
      at: 'registers.views',
      name: 'informants.vacancies',
      permission: 'informant.read',
      load: () => import('./Vacancies.part.tsx'),
    },
  ],
});
