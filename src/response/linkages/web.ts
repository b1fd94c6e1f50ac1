import { webContribution } from '../../foundation/design-system/web.ts';

const title = { zh: '一键通', en: 'Linkages' } as const;

/** 一键通 in the browser: started from an incident, an order, what lies around a place, or ground drawn on the map. */
export const linkagesWeb = webContribution({
  name: 'linkages',
  screens: [
    {
      path: '/linkages',
      title,
      menu: { group: 'response', order: 29 },
      permission: 'linkage.read',
      load: () => import('./LinkageList.screen.tsx'),
    },
    {
      path: '/linkages/new',
      title: { zh: '发起一键通', en: 'Start a linkage' },
      permission: 'linkage.start',
      load: () => import('./NewLinkage.screen.tsx'),
    },
    {
      path: '/linkages/:id',
      title,
      permission: 'linkage.read',
      load: () => import('./LinkageBoard.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.actions',
      name: 'linkages.from-incident',
      order: 5,
      permission: 'linkage.start',
      load: () => import('./StartFromIncident.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'linkages.of-incident',
      order: 29,
      permission: 'linkage.read',
      load: () => import('./IncidentLinkages.part.tsx'),
    },
    {
      at: 'map.actions',
      name: 'linkages.from-map',
      permission: 'linkage.start',
      load: () => import('./StartFromMap.part.tsx'),
    },
    {
      at: 'surroundings.actions',
      name: 'linkages.from-around',
      permission: 'linkage.start',
      load: () => import('./StartFromAround.part.tsx'),
    },
    {
      at: 'assignment.actions',
      name: 'linkages.from-order',
      permission: 'linkage.start',
      load: () => import('./StartFromOrder.part.tsx'),
    },
  ],
});
