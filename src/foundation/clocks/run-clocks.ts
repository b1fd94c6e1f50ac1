import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problems.ts';
import { execute, type Platform, rowsOf, systemViewer } from '../api/index.ts';

/** The longest sleep: a clock that is set or jumps (drills, tests, a corrected server) is noticed within it. */
const LONGEST_SLEEP_MS = 500;
/** What falls due within it is told together: one transaction instead of many. */
const SHORTEST_SLEEP_MS = 100;

/**
 * Limits per transaction. A server takes many, so that ten thousand at once are told within a second; the embedded
 * database has one session, which a burst must not hold for long.
 */
const MOST = { server: 1000, embedded: 50 } as const;

export interface ClockRunner {
  /** Lets everything that is due now fall due; resolves when nothing due is left. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Watches the limits and lets them fall due within a second of their time, after a stop at once for all that passed
 * meanwhile. Any number of replicas may run one: the rows decide who fires what.
 */
export function runClocks(platform: Platform): ClockRunner {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let sleep = LONGEST_SLEEP_MS;

  async function round(): Promise<void> {
    let until = await untilNext(platform);
    while (!isStopped && until <= 0) {
      await fireBatch(platform);
      until = await untilNext(platform);
    }
    sleep = Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, until));
    failures = 0;
  }
  function failed(error: unknown): void {
    failures += 1;
    // A database that is away for a while is told of once a minute, not twice a second.
    if (failures % 120 === 1) platform.log('warn', 'clocks.failed', { failures, reason: (error as Error).message });
  }
  function look(): Promise<void> {
    clearTimeout(timer);
    running ??= round()
      .catch(failed)
      .finally(() => {
        running = undefined;
        if (!isStopped) timer = setTimeout(look, sleep);
      });
    return running;
  }
  void look();
  return {
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

/** Milliseconds until something falls due or must be warned of; zero or less when it is time. */
async function untilNext(platform: Platform): Promise<number> {
  const [next] = await platform.database.transact(
    (tx) =>
      rowsOf<{ at: Date | null }>(
        tx,
        sql`select least((select min(due_at) from clock where state = 'running'),
          (select min(warn_at) from clock where state = 'running')) as at`,
      ),
    { readOnly: true },
  );
  return next?.at ? next.at.getTime() - platform.clock.now().getTime() : Number.POSITIVE_INFINITY;
}

async function fireBatch(platform: Platform): Promise<void> {
  try {
    await execute(
      platform,
      { id: newId(), name: 'clocks.fire', input: { most: MOST[platform.database.kind] } },
      systemViewer,
    );
  } catch (error) {
    if (!(error instanceof Problem && error.key === 'clock.nothing_due')) throw error;
    // Another replica holds them and is about to commit: look again a little later instead of spinning.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
