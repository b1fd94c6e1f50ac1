import { expect, it } from 'vitest';
import { classOf, type Door, inTurn, progressOf, sharedOut } from './evacuation.rules.ts';

const door = (householdId: string, more: Partial<Door> = {}): Door => ({
  householdId,
  communityCode: '110107003007',
  address: '古城南里 1 号楼',
  door: null,
  people: 2,
  vulnerable: 0,
  vulnerabilities: [],
  ownHelper: null,
  ...more,
});

it('opens first for those who cannot walk or live by a device, then for the others of 应对法 第11条', () => {
  expect(classOf(['low_income', 'powered_device'])).toBe(0);
  expect(classOf(['lone_elderly'])).toBe(1);
  expect(classOf([])).toBe(3);
  const order = inTurn([
    door('plain 10', { address: '古城南里 10 号楼' }),
    door('plain 9', { address: '古城南里 9 号楼' }),
    door('elderly', { vulnerable: 1, vulnerabilities: ['lone_elderly'] }),
    door('two elderly', { vulnerable: 2, vulnerabilities: ['lone_elderly'] }),
    door('bedridden', { vulnerable: 1, vulnerabilities: ['dependent'] }),
  ]);
  expect(order.map(({ householdId }) => householdId)).toEqual([
    'bedridden',
    'two elderly',
    'elderly',
    'plain 9',
    'plain 10',
  ]);
});

it('gives a whole house to one helper, the next to whoever has fewest, and a door to the helper it has', () => {
  const of = sharedOut(
    [
      door('a', { people: 4, ownHelper: 'niece' }),
      door('b'),
      door('c', { people: 3 }),
      door('d', { address: '2 号楼' }),
      door('e', { communityCode: '110107003008' }),
    ],
    new Map([['110107003007', ['one', 'other']]]),
  );
  expect(Object.fromEntries(of)).toEqual({ a: 'niece', b: 'one', c: 'one', d: 'other' });
});

it('counts people, and whoever stayed behind in a household that left remains', () => {
  expect(
    progressOf([
      { outcome: 'moved', people: 3, movedPeople: 2 },
      { outcome: 'moved', people: 2, movedPeople: 3 },
      { outcome: 'away', people: 2, movedPeople: null },
      { outcome: 'refused', people: 1, movedPeople: null },
      { outcome: 'not_home', people: 4, movedPeople: null },
      { outcome: 'pending', people: 5, movedPeople: null },
    ]),
  ).toEqual({ households: 6, people: 17, moved: 5, away: 2, pending: 5, notHome: 4, refused: 2, remaining: 11 });
});
