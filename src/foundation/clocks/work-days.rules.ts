import days from 'chinese-days';
import { instantOf, localTime } from '../../kernel/calendar.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { group, oneOf, rows, whole, words } from '../rule-sets/leaf.type.ts';

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KINDS = [
  { id: 'rest', label: { zh: '休息', en: 'Rest' } },
  { id: 'work', label: { zh: '上班', en: 'Work' } },
] as const;

/**
 * Days of rest and work. The State Council publishes them each November for the next year; the published years come
 * with the program, the days of a year that is newer than it are typed in here, and replace what was computed for it.
 */
export const WORK_DAYS = defineRuleSet('work_days', {
  label: { zh: '工作日历', en: 'Working days' },
  about: {
    zh: '放假和调休安排：已公布到哪一年，以及程序未含的年份中哪些日子休息、哪些日子上班；未公布的年份按法定节假日推算，仅供参考',
    en: 'Days of rest and work: the last year published, and the days of years newer than the program; a year not published is computed and provisional',
  },
  citation: '全国年节及纪念日放假办法（2024年修订）第2条；国务院办公厅关于部分节假日安排的通知',
  ownerRole: 'duty_leader',
  schema: group({
    publishedThrough: whole({ label: { zh: '已公布至', en: 'Published through' }, min: 2026, max: 2100 }),
    days: rows({
      label: { zh: '补录的日子', en: 'Days entered' },
      max: 120,
      columns: {
        day: words({ label: { zh: '日期（2027-02-06）', en: 'Day (2027-02-06)' }, max: 10, pattern: DAY }),
        kind: oneOf({ label: { zh: '安排', en: 'Arrangement' }, options: KINDS }),
      },
    }),
  }),
  initial: {
    effectiveFrom: '2025-01-01T00:00:00+08:00',
    isAssumed: false,
    citation: '国务院办公厅关于2025年、2026年部分节假日安排的通知',
    values: { publishedThrough: 2026, days: [] },
  },
});

export type WorkDays = (typeof WORK_DAYS)['initial']['values'];

/** A day in Asia/Shanghai, `2026-02-14`. */
export type Day = string;

export const dayOf = (instant: Date): Day => {
  const { year, month, day } = localTime(instant);
  return dayName(year, month, day);
};

const dayName = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const plusDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** 24:00 of the day, the end of a limit counted in days (民法典 第203条). */
export function endOfDay(day: Day): Date {
  const [year = 0, month = 0, date = 0] = plusDays(day, 1).split('-').map(Number);
  return instantOf(year, month, date);
}

/** The year's arrangement is not published yet: what follows from it may still change. */
export const isProvisional = (day: Day, rules: WorkDays): boolean => Number(day.slice(0, 4)) > rules.publishedThrough;

/** Is work done on this day? By what was entered, else what was published, else weekdays without the days of the law. */
export function isWorkDay(day: Day, rules: WorkDays): boolean {
  const entered = rules.days.find((one) => one.day === day);
  if (entered) return entered.kind === 'work';
  if (!isProvisional(day, rules) && Number(day.slice(0, 4)) <= LAST_WITH_PROGRAM) return days.isWorkday(day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOfLaw(Number(day.slice(0, 4))).has(day);
}

/** The last year whose arrangement the package of published days has. */
const LAST_WITH_PROGRAM = 2026;

const known = new Map<number, ReadonlySet<Day>>();

/** The thirteen days off of 全国年节及纪念日放假办法 (2024) 第2条; which weekends are worked for them is not known. */
export function holidaysOfLaw(year: number): ReadonlySet<Day> {
  const before = known.get(year);
  if (before) return before;
  const lunar = (monthAndDay: string) => days.getSolarDateFromLunar(`${year}-${monthAndDay}`).date;
  const newYear = lunar('01-01');
  const set = new Set([
    `${year}-01-01`,
    // 除夕、正月初一至初三
    ...[-1, 0, 1, 2].map((count) => plusDays(newYear, count)),
    days.getSolarTermDate(year, 4, 'pure_brightness'),
    `${year}-05-01`,
    `${year}-05-02`,
    lunar('05-05'),
    lunar('08-15'),
    ...['01', '02', '03'].map((date) => `${year}-10-${date}`),
  ]);
  known.set(year, set);
  return set;
}

/** Longer than any limit that a law counts in working days; a calendar without work must not hang a server. */
const MOST_DAYS = 3660;

/** The n-th working day after a day; the day of the beginning does not count (民法典 第201条). */
export function workDayAfter(day: Day, count: number, rules: WorkDays): Day {
  let at = day;
  let left = count;
  for (let step = 0; left > 0 && step < MOST_DAYS; step += 1) {
    at = plusDays(at, 1);
    if (isWorkDay(at, rules)) left -= 1;
  }
  return at;
}

/** How long a limit is. Days are counted from the day after the beginning and end at 24:00 in Asia/Shanghai. */
export type Limit =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly workingDays: number }
  /** `rollsOver`: a last day of rest gives way to the first working day after it (民法典 第203条). */
  | { readonly naturalDays: number; readonly rollsOver?: boolean }
  | { readonly dueAt: Date };

/** When a limit that begins at `from` is over, and whether a day in it may still be moved by a notice to come. */
export function dueOf(limit: Limit, from: Date, rules: WorkDays): { dueAt: Date; isProvisional: boolean } {
  if ('dueAt' in limit) return { dueAt: limit.dueAt, isProvisional: false };
  if ('minutes' in limit) return { dueAt: new Date(from.getTime() + limit.minutes * 60_000), isProvisional: false };
  if ('hours' in limit) return { dueAt: new Date(from.getTime() + limit.hours * 3_600_000), isProvisional: false };
  if ('workingDays' in limit) {
    const last = workDayAfter(dayOf(from), limit.workingDays, rules);
    return { dueAt: endOfDay(last), isProvisional: isProvisional(last, rules) };
  }
  const last = plusDays(dayOf(from), limit.naturalDays);
  if (!limit.rollsOver || isWorkDay(last, rules)) return { dueAt: endOfDay(last), isProvisional: false };
  const moved = workDayAfter(last, 1, rules);
  return { dueAt: endOfDay(moved), isProvisional: isProvisional(moved, rules) };
}
