import type { Platform } from './platform.ts';

/** How long a watch sleeps unless its round says otherwise: what is set or jumps meanwhile is noticed within it. */
const LONGEST_SLEEP_MS = 500;

export interface Watch {
  /** There may be something to do: looks now, and once more after a round that is under way. */
  wake(): void;
  /** Does everything that is due now; resolves when nothing due is left. */
  drain(): Promise<void>;
  /** No further round; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Looks again and again for what is due: clocks, ladders, letters. One round at a time; any number of replicas may watch,
 * the rows decide who does what. `round` does all that is due, gives up early when `isStopped()`, and answers for how many
 * milliseconds nothing will be due: half a second at most is slept, with infinity it is not looked again.
 */
export function startWatch(
  platform: Platform,
  name: string,
  round: (isStopped: () => boolean) => Promise<number>,
): Watch {
  let isStopped = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let sleep = LONGEST_SLEEP_MS;

  function failed(error: unknown): void {
    failures += 1;
    sleep = LONGEST_SLEEP_MS;
    // A database that is away for a while is told of once a minute, not twice a second.
    if (failures % 120 === 1) platform.log('warn', `${name}.failed`, { failures, reason: (error as Error).message });
  }
  function look(): Promise<void> {
    clearTimeout(timer);
    if (running) return running;
    isWoken = false;
    running = round(() => isStopped)
      .then((until) => {
        sleep = until;
        failures = 0;
      })
      .catch(failed)
      .finally(() => {
        running = undefined;
        if (isStopped) return;
        if (isWoken) void look();
        else if (sleep !== Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.min(sleep, LONGEST_SLEEP_MS));
      });
    return running;
  }
  void look();
  return {
    wake() {
      if (running) isWoken = true;
      else if (!isStopped) void look();
    },
    async drain() {
      await running;
      await look();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
