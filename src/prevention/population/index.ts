import { capability } from '../../foundation/api/define.ts';
import { copyCommands } from '../../foundation/external/index.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { households } from './household.register.ts';
import { PEOPLE_OF_HOUSEHOLD } from './households.views.ts';
import { lookUpResident, populationBase, residents } from './resident.register.ts';

export { populationBase };

const own = allOf(registerOperations(households, { compute: PEOPLE_OF_HOUSEHOLD }), registerOperations(residents));

/** 人口: households, and residents as copies of the district's base. */
export const population = capability({
  name: 'population',
  label: { zh: '人口', en: 'Population' },
  ...own,
  commands: [...own.commands, ...copyCommands(residents)],
  permissions: [...own.permissions, lookUpResident],
});
