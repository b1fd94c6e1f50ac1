import { expect, test } from 'vitest';
import { DUPLICATE_RULES, likeness, metresBetween, similarTo } from './nearness.rules.ts';

const rules = DUPLICATE_RULES.initial.values;
const gucheng = { lng: 116.19, lat: 39.907 };
const incident = (id: string, kind: string, place: { lng: number; lat: number } | null, more: object = {}) => ({
  id,
  kind,
  place,
  placeText: '古城大街',
  knownAt: '2026-11-24T02:38:00Z',
  ...more,
});
const call = { kind: 'utility.gas', place: gucheng, placeText: '古城大街', knownAt: '2026-11-24T02:38:00Z' };

test('a thousandth of a degree of latitude is 111 m', () => {
  expect(metresBetween(gucheng, { ...gucheng, lat: gucheng.lat + 0.001 })).toBeCloseTo(111.2, 0);
});

test('the weights add up: same kind at 125 m half an hour later is 0.4·¾ + 0.3·½ + 0.2 + 0.1 = 0.75, suspected', () => {
  const place = { ...gucheng, lat: gucheng.lat + 125 / 111_195 };
  const [found] = similarTo([incident('a', 'utility.gas', place)], { ...call, knownAt: '2026-11-24T03:08:00Z' }, rules);
  expect(found?.score).toBeCloseTo(0.75, 2);
  expect(found).toMatchObject({ isProposed: false });
});

test('the same place and minute is proposed; another kind there is suspected; far or old ones are not shown', () => {
  const incidents = [
    incident('burning', 'fire', gucheng),
    incident('far', 'utility.gas', { lng: 116.22, lat: 39.907 }),
    incident('old', 'utility.gas', gucheng, { knownAt: '2026-11-24T00:38:00Z' }),
    incident('same', 'utility.gas', gucheng),
  ];
  expect(similarTo(incidents, call, rules).map((one) => [one.incident.id, one.isProposed])).toEqual([
    ['same', true],
    ['burning', false],
  ]);
});

test('without a position only the same kind may be meant, and only suspected', () => {
  const found = similarTo(
    [incident('a', 'fire', null), incident('b', 'flood', null)],
    { ...call, kind: 'fire' },
    rules,
  );
  expect(found).toMatchObject([{ incident: { id: 'a' }, metres: undefined, isProposed: false }]);
});

test('likeness of place names', () => {
  expect(likeness('古城大街与石景山路交口', '古城大街与石景山路交口')).toBe(1);
  expect(likeness('古城大街', '八角北路')).toBe(0);
  expect(likeness('', '')).toBe(0);
});
