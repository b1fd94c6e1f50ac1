import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, whole } from '../../foundation/rule-sets/leaf.type.ts';
import { WHISTLE_PRIORITIES } from './street-whistle.register.ts';

const [extraUrgent, urgent, normal] = WHISTLE_PRIORITIES;
const within = (label: (typeof WHISTLE_PRIORITIES)[number]['label']) =>
  whole({ label, unit: MINUTES, min: 1, max: 10_080 });

/** Assumed: the practice of 街乡吹哨、部门报到 has no figure in a stored text. */
export const WHISTLE_LIMITS = defineRuleSet('whistle_limits', {
  label: { zh: '部门报到时限', en: 'Limits of department answers' },
  about: {
    zh: '街道吹哨后，部门须在多少分钟内报到；逾期未报到上报区应急指挥中心',
    en: 'Within how many minutes a department answers a whistle; who does not is reported to the command centre',
  },
  citation: '北京市街道办事处条例（街乡吹哨、部门报到）',
  ownerRole: 'duty_leader',
  schema: group({
    answerMinutes: group(
      {
        extra_urgent: within(extraUrgent.label),
        urgent: within(urgent.label),
        normal: within(normal.label),
      },
      { zh: '报到时限', en: 'To be answered within' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '部门报到时限（暂定：特急 30 分钟、紧急 2 小时、一般 1 天）',
    values: { answerMinutes: { extra_urgent: 30, urgent: 120, normal: 1440 } },
  },
});

export type WhistlePriority = (typeof WHISTLE_PRIORITIES)[number]['id'];

export interface AnswerRow {
  readonly answerDueAt: Date;
  readonly answeredAt: Date | null;
  readonly presence: string | null;
  readonly solved: string | null;
  readonly satisfaction: string | null;
}

export interface Tally {
  readonly called: number;
  /** Answered within the limit, answered late, and silent past it. */
  readonly inTime: number;
  readonly late: number;
  readonly silent: number;
  readonly rated: number;
  readonly present: number;
  readonly solved: number;
  readonly satisfied: number;
}

/** What a department's answers came to. 报到率 = answered in time ÷ those whose limit has passed or who answered. */
export function tallyOf(rows: readonly AnswerRow[], now: Date): Tally {
  const count = (is: (row: AnswerRow) => boolean) => rows.filter(is).length;
  return {
    called: rows.length,
    inTime: count(({ answeredAt, answerDueAt }) => answeredAt !== null && answeredAt <= answerDueAt),
    late: count(({ answeredAt, answerDueAt }) => answeredAt !== null && answeredAt > answerDueAt),
    silent: count(({ answeredAt, answerDueAt }) => answeredAt === null && answerDueAt <= now),
    rated: count(({ satisfaction }) => satisfaction !== null),
    present: count(({ presence }) => presence === 'present'),
    solved: count(({ solved }) => solved === 'solved'),
    satisfied: count(({ satisfaction }) => satisfaction === 'satisfied' || satisfaction === 'fair'),
  };
}

/** Per cent, whole; undefined where there is nothing to divide by. */
export function rate(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 100);
}
