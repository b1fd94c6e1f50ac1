import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const substances = async () => (await import('./hazardous-substance.register.ts')).hazardousSubstances;

/** 生产经营单位 in the browser: the page of one holds the hazardous substances it keeps. */
export const enterprisesWeb = webContribution({
  name: 'enterprises',
  screens: [
    ...registerScreens('/enterprises', {
      title: { zh: '生产经营单位', en: 'Enterprises' },
      name: 'enterprise',
      menu: { group: 'prevention', order: 10 },
      load: async () => (await import('./enterprise.register.ts')).enterprises,
    }),
    ...registerScreens('/hazardous-substances', {
      title: { zh: '危险化学品', en: 'Hazardous substances' },
      name: 'hazardous_substance',
      menu: { group: 'prevention', order: 12 },
      load: substances,
    }),
  ],
  parts: [
    childRecords('enterprise', {
      of: 'enterpriseId',
      path: '/hazardous-substances',
      title: { zh: '危险化学品', en: 'Hazardous substances' },
      load: substances,
    }),
  ],
});
