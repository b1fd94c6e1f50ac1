import { sql } from 'kysely';
import { type Platform, rowsOf, startWatch, type Watch } from '../api/index.ts';
import type { Database, Transaction } from '../database/index.ts';

export interface ChangedRecord {
  readonly register: string;
  readonly recordId: string;
}

/**
 * Has every later change of these registers noted for a follower, whoever makes it and by whatever statement. Other
 * registers are followed no longer. Answers those that were not followed before: of them nothing is noted yet.
 */
export async function followChanges(
  database: Database,
  follower: string,
  registers: readonly string[],
): Promise<string[]> {
  return database.transact(async (tx) => {
    const found = await rowsOf<{ name: string; register: string }>(
      tx,
      sql`select t.tgname as name, c.relname as register from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname like ${`${follower}\\_follows\\_%`}`,
    );
    const followed = new Set(found.map((one) => one.register));
    for (const { name, register } of found) {
      if (!registers.includes(register)) await sql`drop trigger ${sql.ref(name)} on ${sql.table(register)}`.execute(tx);
    }
    const fresh = registers.filter((register) => !followed.has(register));
    for (const register of fresh) {
      for (const [event, rows] of EVENTS) {
        await sql`create trigger ${sql.ref(`${follower}_follows_${event}`)} after ${sql.raw(event)} on ${sql.table(register)}
          referencing ${sql.raw(rows)} for each statement execute function note_record_change(${sql.lit(follower)})`.execute(
          tx,
        );
      }
    }
    return fresh;
  });
}

/** A statement tells once which rows it touched: fifty thousand rows of an import cost one call, not as many. */
const EVENTS = [
  ['insert', 'new table as new_rows'],
  ['update', 'new table as new_rows'],
  ['delete', 'old table as old_rows'],
] as const;

/**
 * Takes noted changes away, oldest first, each record once. The follower does its work in the same transaction: what it
 * could not finish is noted again by the rollback.
 */
export async function takeChanges(tx: Transaction, follower: string, limit: number): Promise<ChangedRecord[]> {
  const taken = await rowsOf<ChangedRecord>(
    tx,
    sql`delete from record_change where id in (
        select id from record_change where follower = ${follower} order by id limit ${limit})
      returning register, record_id`,
  );
  return [...new Map(taken.map((one) => [`${one.register}/${one.recordId}`, one])).values()];
}

export type Follower = Pick<Watch, 'drain' | 'stop'>;

/** What a person changes is worked in at once; of a flood or a first load the larger the part, the less each costs. */
const BATCH = { first: 100, flood: 2000 };
/** After a full batch others have twice as long as it took, at most this: a flood is worked in behind whoever makes it. */
const OTHERS_TURN = 2;
const LONGEST_TURN_MS = 2000;

/**
 * Keeps something by what changes: takes batches under a lock that one replica holds at a time, and lets `work` write what
 * follows from them in the same transaction. `subscribe` wakes it; it looks by itself too, because a change without a fact
 * wakes nobody.
 */
export function startFollower(
  platform: Platform,
  follower: string,
  subscribe: (wake: () => void) => () => void,
  work: (tx: Transaction, changed: readonly ChangedRecord[]) => Promise<void>,
  { leastTurnMs = 0 }: { leastTurnMs?: number } = {},
): Follower {
  /** How many were worked in. */
  async function batch(limit: number): Promise<number> {
    return platform.database.transact(async (tx) => {
      const [lock] = await rowsOf<{ isMine: boolean }>(
        tx,
        sql`select exists (select 1 from record_change where follower = ${follower})
          and pg_try_advisory_xact_lock(hashtext(${`follower ${follower}`})) as is_mine`,
      );
      if (!lock?.isMine) return 0;
      const changed = await takeChanges(tx, follower, limit);
      if (changed.length > 0) await work(tx, changed);
      return changed.length;
    });
  }
  const watch = startWatch(platform, `follower.${follower}`, async (isStopped) => {
    let limit = BATCH.first;
    for (let count = -1; count !== 0 && !isStopped(); ) {
      const began = performance.now();
      count = await batch(limit);
      const isFlood = count === limit;
      limit = isFlood ? BATCH.flood : BATCH.first;
      if (!isFlood) continue;
      const turn = Math.max(leastTurnMs, Math.min(LONGEST_TURN_MS, OTHERS_TURN * (performance.now() - began)));
      await new Promise((resolve) => setTimeout(resolve, turn));
    }
    return POLL_MS;
  });
  const silence = subscribe(watch.wake);
  return {
    drain: watch.drain,
    async stop() {
      silence();
      await watch.stop();
    },
  };
}

const POLL_MS = 500;
