import { BRANCH_KINDS } from '../../preparedness/mobilisation/squad-branch.register.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { STREETS } from '../streets.ts';

const FIRST_NUMBER = 997_000;

/** The squad of every street with its five branches. */
export const demoStreetSquads = () =>
  STREETS.map(({ code, name }, index) => {
    const random = seededRandom(9970 + index);
    const number = (turn: number) => impossiblePhone(FIRST_NUMBER + index * 10 + turn);
    return {
      streetCode: code,
      squad: {
        name: `${name}应急动员队（示例）`,
        secretary: inventName(random),
        secretaryPhone: number(0),
        director: inventName(random),
        directorPhone: number(1),
      },
      branches: BRANCH_KINDS.map(({ id }, turn) => ({
        branchKind: id,
        leader: inventName(random),
        leaderPhone: number(2 + turn),
        strength: 8 + ((index + turn) % 5) * 3,
      })),
    };
  });
