import { expect, it } from 'vitest';
import { accuracyOf, differenceOf, openPoints } from './stocktake.rules.ts';

const line = (booked: number | null, counted: number | null, reason: string | null = null) => ({
  booked,
  counted,
  reason,
});

it('tells surplus from shortfall, to three places', () => {
  expect(differenceOf(line(10, 12.5))).toBe(2.5);
  expect(differenceOf(line(0.3, 0.1))).toBe(-0.2);
  expect(differenceOf(line(10, null))).toBe(0);
});

it('waits for every line and for the reason of every difference', () => {
  const lines = [line(10, 10), line(10, 9), line(10, 8, '破损'), line(null, null)];
  expect(openPoints(lines)).toEqual({ uncounted: 1, unexplained: 1 });
});

it('says how exact the shelves were', () => {
  expect(accuracyOf([line(10, 10), line(5, 5), line(3, 2), line(1, 1)])).toBe(75);
  expect(accuracyOf([line(null, null)])).toBeNull();
});
