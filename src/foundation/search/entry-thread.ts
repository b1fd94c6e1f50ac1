import Tinypool from 'tinypool';
import type { EntryTexts } from './entry.ts';

/** So few are made at once and here: a thread would cost more than they do. */
const FEW = 20;
/** After so long without work the thread is let go, and its dictionary of sounds with it. */
const IDLE_MS = 30_000;

let pool: Tinypool | undefined;

/**
 * Words and sounds of many records. A tenth of a millisecond each, which adds up: a flood or a first load is read on a
 * thread of its own, and the desks do not notice.
 */
export async function entriesAsJson(all: readonly EntryTexts[]): Promise<string> {
  // With its dictionary of sounds, which a night without changes need not hold.
  if (all.length <= FEW) return (await import('./entry.ts')).default(all);
  pool ??= new Tinypool({
    filename: new URL('./entry.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
  });
  return pool.run(all) as Promise<string>;
}
