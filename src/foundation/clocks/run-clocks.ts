import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problems.ts';
import { execute, type Platform, rowsOf, startWatch, systemViewer, type Watch } from '../api/index.ts';

/** With no limit running it is looked all the same: another replica may start one. */
const LOOKS_AGAIN_MS = 500;
/** What falls due within it is told together: one transaction instead of many. */
const SHORTEST_SLEEP_MS = 100;

/**
 * Limits per transaction. A server takes many, so that ten thousand at once are told within a second; the embedded
 * database has one session, which a burst must not hold for long.
 */
const MOST = { server: 1000, embedded: 50 } as const;

export type ClockRunner = Watch;

/**
 * Watches the limits and lets them fall due within a second of their time, after a stop at once for all that passed
 * meanwhile. Any number of replicas may run one: the rows decide who fires what.
 */
export function runClocks(platform: Platform): ClockRunner {
  return startWatch(platform, 'clocks', async (isStopped) => {
    let until = await untilNext(platform);
    while (!isStopped() && until <= 0) {
      await fireBatch(platform);
      until = await untilNext(platform);
    }
    return Number.isFinite(until) ? Math.max(SHORTEST_SLEEP_MS, until) : LOOKS_AGAIN_MS;
  });
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
