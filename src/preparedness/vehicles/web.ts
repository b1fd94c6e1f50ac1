import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const load = async () => (await import('./vehicle.register.ts')).vehicles;

/** 应急车辆 in the browser; a team's page names its own. */
export const vehiclesWeb = webContribution({
  name: 'vehicles',
  screens: registerScreens('/vehicles', {
    title: { zh: '应急车辆', en: 'Vehicles' },
    name: 'vehicle',
    menu: { group: 'preparedness', order: 35 },
    load,
  }),
  parts: [
    childRecords('team', {
      of: 'teamId',
      path: '/vehicles',
      title: { zh: '车辆', en: 'Vehicles' },
      permission: 'vehicle.read',
      load,
    }),
  ],
});
