import { expect, it } from 'vitest';
import { coverage, RESERVE_TARGETS } from './reserve-targets.rules.ts';

const values = RESERVE_TARGETS.initial.values;

it('reckons the target of each need by the formula', () => {
  const { targetPeople, needs } = coverage({}, values);
  expect(targetPeople).toBe(6816);
  expect(Object.fromEntries(needs.map(({ need, target }) => [need, target]))).toEqual({
    water: 61_344,
    food: 61_344,
    tent: 1704,
    quilt: 6816,
    bed: 6816,
  });
});

it('covers no more people than the scarcest need', () => {
  const stock = { water: 61_344, food: 61_344, tent: 1704, quilt: 6816, bed: 5000 };
  const { people, percent } = coverage(stock, values);
  expect(people).toBe(5000);
  expect(percent).toBeCloseTo(0.88, 2);
  expect(coverage({ ...stock, bed: 6816 }, values).percent).toBeCloseTo(1.2, 3);
});

it('halves the target when goods turn over twice', () => {
  const needs = [{ need: 'water' as const, perHead: 3, days: 3, turnover: 2 }];
  expect(coverage({ water: 30_672 }, { ...values, needs }).people).toBe(6816);
});
