import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const COVERAGE = { zh: '触达覆盖', en: 'Who is reached' };
const endpoints = async () => (await import('./endpoint.register.ts')).endpoints;
const doorKnocks = async () => (await import('./door-knock.register.ts')).doorKnocks;

/** 触达终端 in the browser: a building's page names its endpoints, a household's who knocks there. */
export const endpointsWeb = webContribution({
  name: 'endpoints',
  screens: [
    {
      path: '/endpoint-coverage',
      title: COVERAGE,
      menu: { group: 'preparedness', order: 41 },
      permission: 'endpoint.read',
      load: () => import('./EndpointCoverage.screen.tsx'),
    },
    ...registerScreens('/endpoints', {
      title: { zh: '触达终端', en: 'Endpoints' },
      name: 'endpoint',
      menu: { group: 'preparedness', order: 40 },
      load: endpoints,
    }),
    ...registerScreens('/door-knocks', {
      title: { zh: '敲门责任', en: 'Doors to knock at' },
      name: 'door_knock',
      menu: { group: 'preparedness', order: 42 },
      load: doorKnocks,
    }),
  ],
  parts: [
    childRecords('building', {
      of: 'buildingId',
      path: '/endpoints',
      title: { zh: '触达终端', en: 'Endpoints' },
      permission: 'endpoint.read',
      load: endpoints,
    }),
    childRecords('household', {
      of: 'householdId',
      path: '/door-knocks',
      title: { zh: '敲门责任', en: 'Door to knock at' },
      permission: 'door_knock.read',
      load: doorKnocks,
    }),
  ],
});
