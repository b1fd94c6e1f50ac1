import { expect, it } from 'vitest';
import { type Case, similarityOf } from './similar-cases.rules.ts';

const gas: Case = {
  kind: 'utility.gas',
  grade: 'general',
  areaCode: '110107003007',
  metres: null,
  hasDead: false,
  month: 6,
};

it('kind weighs most, then place; each reason is said', () => {
  const { score, why } = similarityOf(gas, { ...gas, metres: 120, month: 7 });
  expect(score).toBe(10.5);
  expect(why.map(({ zh }) => zh)).toEqual(['同类：燃气管线事故', '同一地点，相距 120 米', '等级相同', '同一季节']);
});

it('a family of kinds and a street count less than the same kind at the same place', () => {
  const power = similarityOf(gas, { ...gas, kind: 'utility.power', grade: null, metres: 900, month: 12 });
  expect(power.why.map(({ zh }) => zh)).toEqual(['同属一大类', '同一街道']);
  expect(power.score).toBeLessThan(similarityOf(gas, { ...gas, areaCode: '110107001', metres: 5000 }).score);
});

it('December and January are neighbours; a season alone is no likeness', () => {
  expect(similarityOf({ ...gas, month: 12 }, { ...gas, month: 1, metres: 3000 }).why.at(-1)?.zh).toBe('同一季节');
  const other = { ...gas, kind: 'fire', grade: null, areaCode: '110107001001', metres: 4000 };
  expect(similarityOf(gas, other)).toEqual({ score: 0, why: [] });
});
