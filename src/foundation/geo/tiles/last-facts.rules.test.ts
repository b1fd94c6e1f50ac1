import { expect, it } from 'vitest';
import { lastFacts } from './last-facts.rules.ts';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 5, 11, 2, minute, second));

it('knows the last fact by a moment, and what a fact dated back makes void', () => {
  const facts = lastFacts();
  expect(facts.until()).toBeUndefined();
  facts.hear(at(10), 1);
  facts.hear(at(20, 5), 2);
  facts.hear(at(20, 50), 3);
  facts.hear(at(30), 4);
  expect([facts.until(at(9)), facts.until(at(10)), facts.until(at(25)), facts.until()]).toEqual([undefined, 1, 3, 4]);
  // Within its minute a moment may be before or behind the fact: it is another one in either case.
  expect(facts.until(at(20))).toBe(3);
  facts.hear(at(15), 5);
  expect([facts.until(at(12)), facts.until(at(16)), facts.until(at(25)), facts.until()]).toEqual([1, 5, 5, 5]);
});
