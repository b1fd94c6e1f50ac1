import type { Phrase } from '../../kernel/phrases.ts';

/**
 * Limits of reporting up, from the time known. The district's minutes are not in any text that could be read, so they
 * are assumed and dated; they become a rule set that the emergency office owns.
 */
export const REPORT_CLOCKS = {
  version: '2026-11-24',
  isAssumed: true,
  writtenMinutes: 30,
  warnMinutes: 10,
  citation:
    '区级书面初报时限（示例值，待区应急办确认）；突发事件应对法 第61条；北京市实施《突发事件应对法》办法 第38条',
} as const;

export interface Times {
  readonly knownAt: Date;
  readonly occurredAt?: Date | null | undefined;
}

const SKEW = 2 * 60_000;

/** What cannot be: learning before it happened, or knowing the future. Clocks of people are forgiven two minutes. */
export function timeFault(times: Times, now: Date): { field: 'knownAt' | 'occurredAt'; reason: Phrase } | undefined {
  if (times.knownAt.getTime() > now.getTime() + SKEW) {
    return { field: 'knownAt', reason: { zh: '获悉时间晚于现在', en: 'the time known lies in the future' } };
  }
  if (times.occurredAt && times.occurredAt.getTime() > times.knownAt.getTime() + SKEW) {
    return { field: 'occurredAt', reason: { zh: '发生时间晚于获悉时间', en: 'it happened after it was known' } };
  }
  return undefined;
}
