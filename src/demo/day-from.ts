import { dayText } from '../kernel/calendar.ts';

/** ISO day so many days from the founding of the demo: what is due soon today is due soon whenever somebody looks. */
export type DayFrom = (days: number) => string;

export const dayFrom =
  (now: Date): DayFrom =>
  (days) =>
    dayText(new Date(now.getTime() + days * 86_400_000));
