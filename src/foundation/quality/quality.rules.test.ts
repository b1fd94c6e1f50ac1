import { expect, it } from 'vitest';
import { QUALITY_RULES, scoreOf } from './quality.rules.ts';

const weights = QUALITY_RULES.initial.values;

it('weighs what is sound in each aspect; an aspect the register cannot have counts for nothing', () => {
  expect(scoreOf({ filled: 1, fresh: 1, single: 1, inside: 1, sound: 1 }, weights)).toBe(100);
  // 40 × 0.5 + 20 + 20 + 10 + 10
  expect(scoreOf({ filled: 0.5, fresh: 1, single: 1, inside: 1, sound: 1 }, weights)).toBe(80);
  // (40 × 0.5 + 20 + 20) of 80 that are left
  expect(scoreOf({ filled: 0.5, fresh: 1, single: 1 }, weights)).toBe(75);
  expect(scoreOf({}, weights)).toBeUndefined();
});
