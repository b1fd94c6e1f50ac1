import { describe, expect, it } from 'vitest';
import { isBehind, periodOf, periodsUpTo } from './periods.rules.ts';

describe('periods', () => {
  it.each([
    ['day', '2026-06-11', '2026-06-12'],
    ['week', '2026-06-08', '2026-06-15'],
    ['month', '2026-06-01', '2026-07-01'],
    ['quarter', '2026-04-01', '2026-07-01'],
    ['year', '2026-01-01', '2027-01-01'],
  ] as const)('a Thursday in June lies in the %s from %s', (kind, from, until) => {
    expect(periodOf(kind, '2026-06-11')).toEqual({ from, until });
  });

  it('go back without a gap over the turn of the year', () => {
    const weeks = periodsUpTo('week', '2026-01-01', 3);
    expect(weeks.map(({ from }) => from)).toEqual(['2025-12-15', '2025-12-22', '2025-12-29']);
    for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const periods = periodsUpTo(kind, '2024-03-01', 12);
      for (const [index, { until }] of periods.slice(0, -1).entries()) expect(until).toBe(periods[index + 1]?.from);
    }
  });
});

describe('behind the target', () => {
  it.each([
    [99.9, 'more', true],
    [100, 'more', false],
    [100.1, 'less', true],
    [3, 'less', false],
    [null, 'more', false],
  ] as const)('%s of 100 where %s is better: %s', (value, better, is) => {
    expect(isBehind({ value, target: 100, better })).toBe(is);
  });
});
