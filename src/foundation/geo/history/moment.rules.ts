import { instantOf, localTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';

/** How far the slider goes at once. */
export const STEPS = ['minute', 'hour', 'day', 'month'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_LABELS: Readonly<Record<Step, Phrase>> = {
  minute: { zh: '分钟', en: 'Minute' },
  hour: { zh: '小时', en: 'Hour' },
  day: { zh: '日', en: 'Day' },
  month: { zh: '月', en: 'Month' },
};

/** A moment of an address, to the minute; undefined where it says none. */
export function momentFrom(text: string | undefined): Date | undefined {
  const at = text ? new Date(text) : undefined;
  return at && Number.isFinite(at.getTime()) ? at : undefined;
}

/** What is not over yet is now. */
export const pastOf = (moment: Date | undefined, now: Date): Date | undefined =>
  moment && moment < now ? moment : undefined;

/** As an address has it: `2026-06-11T02:40:00Z`. */
export const momentText = (moment: Date): string => `${moment.toISOString().slice(0, 16)}:00Z`;

/** The beginning of the minute, hour, day or month in Beijing in which a moment lies, so many of them later. */
export function stepFrom(moment: Date, step: Step, count = 0): Date {
  const { year, month, day, hour, minute } = localTime(moment);
  if (step === 'minute') return instantOf(year, month, day, hour, minute + count);
  if (step === 'hour') return instantOf(year, month, day, hour + count);
  if (step === 'day') return instantOf(year, month, day + count);
  return instantOf(year, month + count, 1);
}

/** How many steps lie between two moments. */
export function stepsBetween(from: Date, until: Date, step: Step): number {
  if (step === 'month') {
    const [one, other] = [localTime(from), localTime(until)];
    return (other.year - one.year) * 12 + other.month - one.month;
  }
  const length = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[step];
  return Math.round((stepFrom(until, step).getTime() - stepFrom(from, step).getTime()) / length);
}

/** Stops of a slider: the first moment, the beginnings of all minutes, hours, days or months after it; now is behind the last. */
export function stopAt(first: Date, step: Step, index: number): Date {
  return index <= 0 ? minuteAfter(first) : stepFrom(step === 'minute' ? minuteAfter(first) : first, step, index);
}

/** The first minute at whose beginning what began is there. */
const minuteAfter = (moment: Date) => new Date(Math.ceil(moment.getTime() / 60_000) * 60_000);

/** Where on the slider a moment stands. */
export const indexOf = (first: Date, step: Step, moment: Date): number =>
  Math.max(0, stepsBetween(step === 'minute' ? minuteAfter(first) : first, moment, step));

/** Finer steps than a person drags through are too many for a slider: which are offered for a range, the finest first. */
export function stepsFor(first: Date, now: Date): Step[] {
  const fitting = STEPS.filter((step) => stepsBetween(first, now, step) <= MOST_STOPS);
  return fitting.length > 0 ? fitting : ['month'];
}
const MOST_STOPS = 3000;

/** The finest step that shows a range in as many pictures as somebody watches to the end. */
export const firstStep = (first: Date, now: Date): Step =>
  STEPS.find((step) => stepsBetween(first, now, step) <= WATCHED) ?? 'month';
const WATCHED = 240;
