import { describe, expect, it } from 'vitest';
import { allowance, isQuiet, limitOf, UNLIMITED } from './channel-limits.rules.ts';

const night = { ...UNLIMITED, quietFrom: 22, quietTo: 7 };
const at = (time: string) => new Date(`2026-06-11T${time}:00+08:00`);

describe('limits of a channel', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['03:00', true],
    ['06:59', true],
    ['07:00', false],
  ])('quiet hours over midnight, at %s', (time, quiet) => {
    expect(isQuiet(night, at(time))).toBe(quiet);
  });

  it('by day, and never where both hours are the same', () => {
    expect(isQuiet({ quietFrom: 12, quietTo: 14 }, at('13:00'))).toBe(true);
    expect(isQuiet({ quietFrom: 12, quietTo: 14 }, at('14:00'))).toBe(false);
    expect(isQuiet(UNLIMITED, at('03:00'))).toBe(false);
  });

  it('a minute’s limit holds for all, quiet and quota for normal letters', () => {
    const now = at('10:00');
    const limit = { ...night, perMinute: 20, perDay: 100 };
    expect(allowance(limit, { now, lastMinute: 15, today: 99 })).toEqual({ most: 5, hasNormal: true });
    expect(allowance(limit, { now, lastMinute: 30, today: 100 })).toEqual({ most: 0, hasNormal: false });
    expect(allowance(limit, { now: at('23:00'), lastMinute: 0, today: 0 })).toEqual({ most: 20, hasNormal: false });
    expect(allowance(limitOf([], 'smtp'), { now, lastMinute: 1e6, today: 1e6 }).most).toBe(Number.POSITIVE_INFINITY);
  });
});
