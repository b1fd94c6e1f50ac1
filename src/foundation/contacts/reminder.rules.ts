import { instantOf, localTime } from '../../kernel/calendar.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { DAYS, group, whole } from '../rule-sets/leaf.type.ts';

const MONTHS = { zh: '个月', en: 'months' };
const HOUR = { zh: '时', en: "o'clock" };

/** When units are reminded of the numbers that are to be checked. */
export const CONTACT_REMINDER = defineRuleSet('contact_reminder', {
  label: { zh: '号码核对提醒', en: 'Reminder of numbers to check' },
  about: {
    zh: '每隔几个月、在当月哪一天几时，提醒各单位核对本单位的号码',
    en: 'Every how many months, on which day and at what hour units are reminded to check their numbers',
  },
  citation: '突发事件应对法 第61条（信息报告渠道畅通）',
  ownerRole: 'duty_leader',
  schema: group({
    everyMonths: whole({ label: { zh: '每隔', en: 'Every' }, unit: MONTHS, min: 1, max: 12 }),
    dayOfMonth: whole({ label: { zh: '当月第', en: 'Day of the month' }, unit: DAYS, min: 1, max: 28 }),
    hour: whole({ label: { zh: '时刻', en: 'At' }, unit: HOUR, min: 0, max: 23 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '每月 1 日 9 时提醒一次（暂定）',
    values: { everyMonths: 1, dayOfMonth: 1, hour: 9 },
  },
});

interface Rhythm {
  readonly everyMonths: number;
  readonly dayOfMonth: number;
  readonly hour: number;
}

/**
 * The last instant, not after `now`, at which a reminder fell due, and the next one. Months are counted through the years,
 * so that «every five months» does not start anew each January.
 */
export function remindersAround(now: Date, { everyMonths, dayOfMonth, hour }: Rhythm): { last: Date; next: Date } {
  const { year, month } = localTime(now);
  const at = (count: number) => instantOf(Math.floor(count / 12), (count % 12) + 1, dayOfMonth, hour);
  let count = year * 12 + month - 1;
  count -= count % everyMonths;
  if (at(count) > now) count -= everyMonths;
  return { last: at(count), next: at(count + everyMonths) };
}
