import { describe, expect, it } from 'vitest';
import { dueOf, holidaysOfLaw, isProvisional, isWorkDay, WORK_DAYS } from './work-days.rules.ts';

const rules = WORK_DAYS.initial.values;
const at = (beijing: string) => new Date(`${beijing}:00+08:00`);
const due = (limit: Parameters<typeof dueOf>[0], from: string, by = rules) =>
  new Date(dueOf(limit, at(from), by).dueAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('days of rest and work', () => {
  it.each([
    // 国办发明电: 2026 春节 2月15日至23日放假调休, 2月14日(周六)、2月28日(周六)上班
    ['2026-02-13', true],
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-20', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    // 2026 国庆 10月1日至7日, 9月20日(周日)、10月10日(周六)上班
    ['2026-09-20', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    // 2025: 春节 1月28日至2月4日, 1月26日(周日)、2月8日(周六)上班; 国庆中秋 10月1日至8日, 9月28日、10月11日上班
    ['2025-01-26', true],
    ['2025-01-28', false],
    ['2025-02-04', false],
    ['2025-02-08', true],
    ['2025-09-28', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    // An ordinary weekend.
    ['2026-06-13', false],
  ] as const)('%s is worked: %s', (day, is) => expect(isWorkDay(day, rules)).toBe(is));

  it('2027 is computed from the law and says so', () => {
    expect([...holidaysOfLaw(2027)]).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(isProvisional('2027-01-04', rules)).toBe(true);
    expect(isProvisional('2026-12-31', rules)).toBe(false);
    expect(isWorkDay('2027-02-08', rules)).toBe(false);
    expect(isWorkDay('2027-02-09', rules)).toBe(true);
  });

  it('a notice that is entered replaces what was computed', () => {
    const entered = {
      publishedThrough: 2027,
      days: [
        { day: '2027-02-09', kind: 'rest' as const },
        { day: '2027-02-20', kind: 'work' as const },
      ],
    };
    expect(isWorkDay('2027-02-09', entered)).toBe(false);
    expect(isWorkDay('2027-02-20', entered)).toBe(true);
    expect(isProvisional('2027-02-09', entered)).toBe(false);
  });
});

it('a day that is no day is refused, not passed over', () => {
  const entered = (day: string) =>
    WORK_DAYS.schema.safeParse({ publishedThrough: 2027, days: [{ day, kind: 'rest' }] });
  expect(entered('2027-02-09').success).toBe(true);
  for (const wrong of ['2027-2-9', '2027/02/09', '2027-13-01', '春节']) expect(entered(wrong).success).toBe(false);
});

describe('when a limit is over', () => {
  it.each([
    [{ minutes: 30 }, '2026-06-11T23:45', '2026-06-12 00:15'],
    [{ hours: 72 }, '2026-02-14T09:00', '2026-02-17 09:00'],
    // The first day counted is the next one; five working days over the Spring Festival of 2026.
    [{ workingDays: 5 }, '2026-02-12T16:20', '2026-02-27 00:00'],
    // Saturday the 28th is worked: 24, 25, 26, 27, 28.
    [{ workingDays: 5 }, '2026-02-16T10:00', '2026-03-01 00:00'],
    [{ workingDays: 1 }, '2026-09-30T17:59', '2026-10-09 00:00'],
    [{ workingDays: 3 }, '2026-09-30T17:59', '2026-10-11 00:00'],
    // 8, 9, 10 (worked) and then Monday the 12th.
    [{ workingDays: 4 }, '2026-09-30T17:59', '2026-10-13 00:00'],
    [{ naturalDays: 30 }, '2026-01-16T08:00', '2026-02-16 00:00'],
    [{ naturalDays: 30, rollsOver: true }, '2026-01-16T08:00', '2026-02-25 00:00'],
    // A minute past midnight is already the next day in Beijing, whatever UTC says.
    [{ naturalDays: 1 }, '2026-06-12T00:01', '2026-06-14 00:00'],
  ] as const)('%j from %s: %s', (limit, from, expected) => expect(due(limit, from)).toBe(expected));

  it('says when a day in it is not published yet', () => {
    expect(dueOf({ workingDays: 3 }, at('2026-12-30T09:00'), rules).isProvisional).toBe(true);
    expect(dueOf({ workingDays: 3 }, at('2026-12-01T09:00'), rules).isProvisional).toBe(false);
    expect(dueOf({ minutes: 30 }, at('2026-12-31T23:50'), rules).isProvisional).toBe(false);
  });

  it('a calendar without any work ends all the same', () => {
    const idle = { publishedThrough: 2026, days: [] };
    expect(dueOf({ workingDays: 2000 }, at('2026-01-05T09:00'), idle).dueAt.getTime()).toBeGreaterThan(0);
  });
});
