/** The only source of «now». Due times are computed from it and never from a device's own clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface SettableClock extends Clock {
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
}

/** Watches of people go up to two minutes wrong: what they say of a moment is not held against them by less. */
const FORGIVEN_MS = 2 * 60_000;

/** Whether a moment that somebody gave lies after another, usually now, by more than watches are forgiven. */
export const liesAfter = (moment: Date, other: Date): boolean => moment.getTime() > other.getTime() + FORGIVEN_MS;

/** A clock for tests and drills: it stands still until it is told to move. */
export function settableClock(start: Date | string): SettableClock {
  let current = new Date(start).getTime();
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = new Date(instant).getTime();
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}
