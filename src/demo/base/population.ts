import { identityCheck } from '../../foundation/registers/types/identity-number.type.ts';
import type { DayFrom } from '../day-from.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';

const FIRST_NUMBER = 950_000;

/** Numbers of a day count from 001 (GB 11643): one that ends in 000 is nobody's. */
function nobodysNumber(year: number, random: () => number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const body = `110107${year}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}000`;
  return `${body}${identityCheck(body)}`;
}

const WHO = [
  { years: [1938, 1952], relation: 'head', vulnerabilities: ['lone_elderly'], careNote: '腿脚不便，下楼需轮椅' },
  { years: [1961, 1985], relation: 'head', vulnerabilities: [], careNote: null },
  { years: [1990, 1999], relation: 'child', vulnerabilities: ['pregnant'], careNote: null },
  {
    years: [1955, 1970],
    relation: 'spouse',
    vulnerabilities: ['powered_device', 'patient'],
    careNote: '家用制氧机，停电须先转移',
  },
] as const;

/** Two doors of a house, and who lives behind them. */
export function demoHouseholds(house: {
  communityCode: string;
  index: number;
  address: string;
  at: object;
  day: DayFrom;
}) {
  const { communityCode, index, address, at, day } = house;
  return [0, 1].map((door) => {
    const turn = index * 2 + door;
    const random = seededRandom(9500 + turn);
    const people = WHO.filter((_, who) => (turn + who) % 2 === 0);
    return {
      household: {
        householdCode: `${communityCode}H${String(turn + 1).padStart(5, '0')}`,
        address,
        door: `${1 + door}单元${3 + door}0${1 + (turn % 4)}`,
        floor: 3 + door,
        tenure: turn % 5 === 4 ? 'let' : 'owned',
        livingThere: people.length,
        at,
      },
      residents: people.map(({ years: [from, to], relation, vulnerabilities, careNote }, who) => {
        const birthYear = from + Math.floor(random() * (to - from));
        const number = turn * 4 + who;
        return {
          personCode: `RK110107${String(number + 1).padStart(6, '0')}`,
          name: inventName(random),
          identityNumber: nobodysNumber(birthYear, random),
          phone: impossiblePhone(FIRST_NUMBER + number),
          sex: random() < 0.5 ? 'male' : 'female',
          birthYear,
          residence: turn % 5 === 4 ? 'migrant' : 'registered',
          relation,
          home: at,
          vulnerabilities,
          careNote,
          copiedFor: '防汛转移避险名单',
          copiedOn: day(-20),
          copiedUntil: day(200),
        };
      }),
    };
  });
}
