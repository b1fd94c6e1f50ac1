import { describe, expect, it } from 'vitest';
import { remindersAround } from './reminder.rules.ts';

describe('when units are reminded', () => {
  it.each([
    ['2026-06-11T10:40:00+08:00', 1, '2026-06-01T09:00:00+08:00', '2026-07-01T09:00:00+08:00'],
    ['2026-06-01T09:00:00+08:00', 1, '2026-06-01T09:00:00+08:00', '2026-07-01T09:00:00+08:00'],
    ['2026-06-01T08:59:59+08:00', 1, '2026-05-01T09:00:00+08:00', '2026-06-01T09:00:00+08:00'],
    // 02:00 in Beijing is still the last day of the month before in UTC.
    ['2026-06-01T02:00:00+08:00', 1, '2026-05-01T09:00:00+08:00', '2026-06-01T09:00:00+08:00'],
    ['2026-01-01T08:00:00+08:00', 1, '2025-12-01T09:00:00+08:00', '2026-01-01T09:00:00+08:00'],
    ['2026-06-11T10:40:00+08:00', 3, '2026-04-01T09:00:00+08:00', '2026-07-01T09:00:00+08:00'],
    ['2026-12-31T23:00:00+08:00', 12, '2026-01-01T09:00:00+08:00', '2027-01-01T09:00:00+08:00'],
  ])('at %s, every %i months: %s, then %s', (now, everyMonths, last, next) => {
    const found = remindersAround(new Date(now), { everyMonths, dayOfMonth: 1, hour: 9 });
    expect(found).toEqual({ last: new Date(last), next: new Date(next) });
  });
});
