import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { squadBranches } from './squad-branch.register.ts';
import { streetSquads } from './street-squad.register.ts';

/** 社会动员: who of a street can be called on, by task. */
export const mobilisation = capability({
  name: 'mobilisation',
  label: { zh: '社会动员', en: 'Mobilisation' },
  ...allOf(registerOperations(streetSquads), registerOperations(squadBranches)),
});
