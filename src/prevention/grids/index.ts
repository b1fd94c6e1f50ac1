import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { grids } from './grid.register.ts';
import { gridMembers } from './grid-member.register.ts';
import { GRID_TOPOLOGY } from './grid-topology.rules.ts';
import { topology } from './grid-topology.views.ts';
import { MEMBERS_OF_GRID } from './grids.views.ts';

const operations = allOf(registerOperations(grids, { compute: MEMBERS_OF_GRID }), registerOperations(gridMembers));

/** 网格: one base of ground, many layers of duty, named people. */
export const gridRegister = capability({
  name: 'grids',
  label: { zh: '网格', en: 'Grids' },
  ...operations,
  ruleSets: [GRID_TOPOLOGY],
  views: [...operations.views, topology],
});
