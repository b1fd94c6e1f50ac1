import type { Database } from '../../foundation/database/index.ts';
import type { Clock } from '../../kernel/clock.ts';

const MEASURE_EVERY_MS = 30_000;

/**
 * The database's clock is the authority: replicas whose machines disagree still agree on due times. The offset is
 * measured against half the round trip, and carried by a clock that machine-time jumps do not move.
 */
export async function databaseClock(database: Database): Promise<Clock & { stop(): void }> {
  let base = 0;
  async function measure(): Promise<void> {
    const before = performance.now();
    const now = await database.now();
    base = now.getTime() - (before + performance.now()) / 2;
  }
  await measure();
  const timer = setInterval(() => void measure().catch(() => undefined), MEASURE_EVERY_MS);
  timer.unref();
  return { now: () => new Date(base + performance.now()), stop: () => clearInterval(timer) };
}
