import { sql } from 'kysely';
import { type Platform, rowsOf } from '../api/index.ts';
import { type ChangedRecord, type Follower, followChanges, startFollower } from '../changes/index.ts';
import type { Transaction } from '../database/index.ts';
import type { FactReader } from '../timeline/index.ts';
import type { SearchDefinition } from './define.ts';
import { digestOf, writeEntries } from './entries.ts';

const FOLLOWER = 'search';

/**
 * Keeps the index by what changes in the registers, within a second of the commit. Registers that are searched for the
 * first time, and those whose declaration changed, are read whole, in the background.
 */
export async function startSearch(platform: Platform, reader: FactReader): Promise<Follower> {
  const { searches } = platform.catalogue;
  await followChanges(platform.database, FOLLOWER, [...searches.keys()]);
  await platform.database.transact(async (tx) => {
    const known = await rowsOf<{ register: string; digest: string }>(
      tx,
      sql`select register, digest from search_source`,
    );
    const digests = new Map(known.map(({ register, digest }) => [register, digest]));
    for (const name of digests.keys()) if (!searches.has(name)) await forget(tx, name);
    for (const [name, search] of searches) {
      const digest = digestOf(platform, search);
      if (digests.get(name) === digest) continue;
      await sql`insert into record_change (follower, register, record_id)
        select ${FOLLOWER}, ${name}, id from ${sql.table(name)}`.execute(tx);
      await sql`insert into search_source (register, digest) values (${name}, ${digest})
        on conflict (register) do update set digest = excluded.digest`.execute(tx);
    }
  });
  return startFollower(
    platform,
    FOLLOWER,
    (wake) => reader.subscribe(wake),
    (tx, changed) => workIn(tx, searches, changed),
  );
}

async function workIn(
  tx: Transaction,
  searches: ReadonlyMap<string, SearchDefinition>,
  changed: readonly ChangedRecord[],
): Promise<void> {
  for (const [name, records] of Map.groupBy(changed, (one) => one.register)) {
    const search = searches.get(name);
    if (!search) continue;
    await writeEntries(
      tx,
      search,
      records.map((one) => one.recordId),
    );
  }
}

async function forget(tx: Transaction, register: string): Promise<void> {
  await sql`delete from search_entry where register = ${register}`.execute(tx);
  await sql`delete from search_source where register = ${register}`.execute(tx);
}
