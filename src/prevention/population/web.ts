import { webContribution } from '../../foundation/design-system/web.ts';
import { externalScreen } from '../../foundation/external/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const households = async () => (await import('./household.register.ts')).households;
const residents = async () => (await import('./resident.register.ts')).residents;

/** 人口 in the browser: a building names its households, a household its people. */
export const populationWeb = webContribution({
  name: 'population',
  screens: [
    ...registerScreens('/households', {
      title: { zh: '户', en: 'Households' },
      name: 'household',
      menu: { group: 'district', order: 20 },
      load: households,
    }),
    ...registerScreens('/residents', {
      title: { zh: '居民', en: 'Residents' },
      name: 'resident',
      menu: { group: 'district', order: 10 },
      load: residents,
    }),
    externalScreen('/population-base', {
      title: { zh: '人口查询', en: 'Population base' },
      name: 'resident',
      menu: { group: 'district', order: 15 },
      load: async () => (await import('./resident.register.ts')).populationBase,
    }),
  ],
  parts: [
    childRecords('building', {
      of: 'buildingId',
      path: '/households',
      title: { zh: '住户', en: 'Households' },
      permission: 'household.read',
      load: households,
    }),
    childRecords('household', {
      of: 'householdId',
      path: '/residents',
      title: { zh: '居民', en: 'Residents' },
      load: residents,
    }),
  ],
});
