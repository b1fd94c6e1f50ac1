import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const CHECK = { zh: '网格拓扑检查', en: 'Ground of the grids' };
const members = async () => (await import('./grid-member.register.ts')).gridMembers;

/** 网格 in the browser: a grid's page holds its people. */
export const gridsWeb = webContribution({
  name: 'grids',
  screens: [
    {
      path: '/grid-topology',
      title: CHECK,
      menu: { group: 'district', order: 7 },
      permission: 'grid.read',
      load: () => import('./GridTopology.screen.tsx'),
    },
    ...registerScreens('/grids', {
      title: { zh: '网格', en: 'Grids' },
      name: 'grid',
      menu: { group: 'district', order: 5 },
      load: async () => (await import('./grid.register.ts')).grids,
    }),
    ...registerScreens('/grid-members', {
      title: { zh: '网格人员', en: 'Grid members' },
      name: 'grid_member',
      menu: { group: 'district', order: 6 },
      load: members,
    }),
  ],
  parts: [
    { at: 'registers.views', name: 'grid.topology', title: CHECK, load: () => import('./TopologyLink.part.tsx') },
    childRecords('grid', { of: 'gridId', path: '/grid-members', title: { zh: '人员', en: 'Members' }, load: members }),
  ],
});
