import { webContribution } from '../../foundation/design-system/web.ts';

/** 转移避险 in the browser: all of them, one with every door, an incident's, and a helper's doors on the phone. */
export const evacuationWeb = webContribution({
  name: 'evacuation',
  screens: [
    {
      path: '/evacuations',
      title: { zh: '转移避险', en: 'Evacuations' },
      menu: { group: 'response', order: 33 },
      permission: 'evacuation.read',
      load: () => import('./EvacuationList.screen.tsx'),
    },
    {
      path: '/evacuations/:id',
      title: { zh: '转移避险', en: 'Evacuation' },
      permission: 'evacuation.read',
      load: () => import('./EvacuationFile.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/doors',
      title: { zh: '入户转移', en: 'Doors to knock at' },
      permission: 'evacuation_household.read',
      load: () => import('./Doors.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'evacuation.of-incident',
      order: 32,
      permission: 'evacuation.read',
      load: () => import('./IncidentEvacuation.part.tsx'),
    },
    {
      at: 'incident.map',
      name: 'evacuation.ground',
      order: 10,
      permission: 'evacuation.read',
      load: () => import('./EvacuationGround.part.tsx'),
    },
    {
      at: 'field.home',
      name: 'evacuation.mine',
      title: { zh: '入户转移', en: 'Doors to knock at' },
      order: 12,
      permission: 'evacuation_household.report',
      load: () => import('./MyDoors.part.tsx'),
    },
  ],
});
