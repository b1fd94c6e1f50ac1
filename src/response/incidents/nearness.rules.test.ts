import { expect, test } from 'vitest';
import { metresBetween, similarTo } from './nearness.rules.ts';

const gucheng = { lng: 116.19, lat: 39.907 };
const incident = (id: string, kind: string, place: { lng: number; lat: number } | null) => ({
  id,
  kind,
  place,
  knownAt: '2026-11-24T02:38:00Z',
});

test('a thousandth of a degree of latitude is 111 m', () => {
  expect(metresBetween(gucheng, { ...gucheng, lat: gucheng.lat + 0.001 })).toBeCloseTo(111.2, 0);
});

test('near ones come first, the same kind before another at the same place, far ones not at all', () => {
  const near = incident('near', 'fire', { lng: 116.1901, lat: 39.907 });
  const same = incident('same', 'utility.gas', { lng: 116.1905, lat: 39.907 });
  const far = incident('far', 'utility.gas', { lng: 116.22, lat: 39.907 });
  const found = similarTo([near, far, same], { kind: 'utility.gas', place: gucheng });
  expect(found.map((one) => one.incident.id)).toEqual(['same', 'near']);
});

test('without a position only the same kind may be meant', () => {
  const found = similarTo([incident('a', 'fire', null), incident('b', 'flood', null)], {
    kind: 'fire',
    place: undefined,
  });
  expect(found.map((one) => one.incident.id)).toEqual(['a']);
});
