/** The last fact about something, of all or of those that had happened by a moment. */
export interface LastFacts {
  hear(happenedAt: Date, position: number): void;
  /** Position of the last one that happened by then, now unless told; undefined where there was none. */
  until(moment?: Date): number | undefined;
}

const MINUTE = 60_000;

/**
 * Remembers for every minute the last fact that happened in or before it. A fact dated back makes those of later minutes
 * void: it changed what stood then, too.
 */
export function lastFacts(): LastFacts {
  /** Minutes and positions, both growing. */
  const steps: { readonly minute: number; readonly position: number }[] = [];
  return {
    hear(happenedAt, position) {
      const minute = Math.floor(happenedAt.getTime() / MINUTE);
      while (steps.length > 0 && (steps.at(-1)?.minute ?? 0) >= minute) steps.pop();
      steps.push({ minute, position });
    },
    until(moment) {
      if (!moment) return steps.at(-1)?.position;
      const minute = Math.floor(moment.getTime() / MINUTE);
      return steps.findLast((step) => step.minute <= minute)?.position;
    },
  };
}
