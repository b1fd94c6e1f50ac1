import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, whole } from '../../foundation/rule-sets/leaf.type.ts';
import { liesAfter } from '../../kernel/clock.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** Limits of reporting up, from the time known. The district's minutes are in no text that could be read (§1.3). */
export const REPORT_CLOCKS = defineRuleSet('report_clocks', {
  label: { zh: '信息报告时限', en: 'Limits of reporting' },
  about: {
    zh: '获悉突发事件后须在多少分钟内书面初报，到期前多久提醒',
    en: 'Within how many minutes of knowing of an incident the written report is due, and how long before it warns',
  },
  citation: '突发事件应对法 第61条；北京市实施《突发事件应对法》办法 第38条',
  ownerRole: 'duty_leader',
  schema: group({
    writtenMinutes: whole({
      label: { zh: '书面初报时限', en: 'Written report within' },
      unit: MINUTES,
      min: 5,
      max: 240,
    }),
    warnMinutes: whole({
      label: { zh: '到期前提醒', en: 'Warning before it is due' },
      unit: MINUTES,
      min: 0,
      max: 120,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation:
      '区级书面初报时限（示例值，待区应急办确认）；突发事件应对法 第61条；北京市实施《突发事件应对法》办法 第38条',
    values: { writtenMinutes: 30, warnMinutes: 10 },
  },
});

export type ReportClocks = (typeof REPORT_CLOCKS)['initial']['values'];

/** Was the report, sent at `reportedAt` or still owed at `now`, later than the limit allows? */
export function isReportLate(
  { knownAt, reportedAt }: { knownAt: Date; reportedAt: Date | null },
  now: Date,
  clocks: ReportClocks,
): boolean {
  return (reportedAt ?? now).getTime() > knownAt.getTime() + clocks.writtenMinutes * 60_000;
}

export interface Times {
  readonly knownAt: Date;
  readonly occurredAt?: Date | null | undefined;
}

/** What cannot be: learning before it happened, or knowing the future. Clocks of people are forgiven two minutes. */
export function timeFault(times: Times, now: Date): { field: 'knownAt' | 'occurredAt'; reason: Phrase } | undefined {
  if (liesAfter(times.knownAt, now)) {
    return { field: 'knownAt', reason: { zh: '获悉时间晚于现在', en: 'the time known lies in the future' } };
  }
  if (times.occurredAt && liesAfter(times.occurredAt, times.knownAt)) {
    return { field: 'occurredAt', reason: { zh: '发生时间晚于获悉时间', en: 'it happened after it was known' } };
  }
  return undefined;
}
