import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const zones = async () => (await import('./shelter-zone.register.ts')).shelterZones;
const stays = async () => (await import('./shelter-stay.register.ts')).shelterStays;

/** 避难场所 in the browser: a shelter's page holds its zones and the households in it. */
export const sheltersWeb = webContribution({
  name: 'shelters',
  screens: [
    ...registerScreens('/shelters', {
      title: { zh: '避难场所', en: 'Shelters' },
      name: 'shelter',
      menu: { group: 'preparedness', order: 40 },
      load: async () => (await import('./shelter.register.ts')).shelters,
    }),
    ...registerScreens('/shelter-zones', { title: { zh: '分区', en: 'Zones' }, name: 'shelter_zone', load: zones }),
    ...registerScreens('/shelter-stays', { title: { zh: '入住登记', en: 'Stays' }, name: 'shelter_stay', load: stays }),
  ],
  parts: [
    {
      at: 'shelter.actions',
      name: 'shelters.opening-notice',
      permission: 'shelter_opening.draft',
      load: () => import('./OpeningNotice.part.tsx'),
    },
    childRecords('shelter', {
      of: 'shelterId',
      path: '/shelter-stays',
      title: { zh: '在住', en: 'People there' },
      load: stays,
    }),
    childRecords('shelter', {
      of: 'shelterId',
      path: '/shelter-zones',
      title: { zh: '分区', en: 'Zones' },
      load: zones,
    }),
  ],
});
