import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Platform, rowsOf } from '../../api/index.ts';
import { type Follower, startFollower } from '../../changes/index.ts';
import type { Transaction } from '../../database/index.ts';
import { snakeCase } from '../../registers/index.ts';
import { rebuildPlaces } from './rebuild-places.ts';
import { saidSql } from './said-sql.ts';
import { type Tracked, trackedOf } from './tracked.rules.ts';

const FOLLOWER = 'places';
/** Raised when rows are written otherwise. */
const EDITION = 1;

/**
 * Has what a record of the map said kept from the moment on in which it says something else: by triggers in the transaction
 * of the change, so that no version between two looks is lost and new records cost nothing. Registers that are followed for
 * the first time have their past rebuilt from facts, in the background.
 */
export async function followPlaces(platform: Platform): Promise<Follower> {
  const tracked = trackedOf(platform.catalogue);
  const isQueued = await platform.database.transact(async (tx) => {
    const followed = await rowsOf<{ register: string; digest: string }>(
      tx,
      sql`select register, digest from place_followed`,
    );
    const digests = new Map(followed.map(({ register, digest }) => [register, digest]));
    // A restored backup says what was followed; its triggers stayed where it was made.
    const watched = await rowsOf<{ register: string }>(
      tx,
      sql`select c.relname as register from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'keeps_places'`,
    );
    const isWatched = new Set(watched.map(({ register }) => register));
    for (const [name, one] of tracked) {
      const digest = digestOf(one);
      if (digests.get(name) === digest && isWatched.has(name)) continue;
      await watch(tx, one);
      if (!digests.has(name)) await queue(tx, name);
      await sql`insert into place_followed (register, digest, since) values (${name}, ${digest}, ${platform.clock.now()})
        on conflict (register) do update set digest = excluded.digest`.execute(tx);
    }
    const left = await rowsOf(tx, sql`select 1 from record_change where follower = ${FOLLOWER} limit 1`);
    return left.length > 0;
  });
  if (!isQueued) return NOTHING_LEFT;
  return startFollower(
    platform,
    FOLLOWER,
    () => () => {},
    async (tx, changed) => {
      for (const [name, records] of Map.groupBy(changed, (one) => one.register)) {
        const one = tracked.get(name);
        const ids = records.map(({ recordId }) => recordId);
        if (one) await rebuildPlaces(platform, tx, one, ids);
      }
    },
  );
}

const NOTHING_LEFT: Follower = { drain: async () => {}, stop: async () => {} };

/** Records that were never changed have always said what they say. */
const queue = (tx: Transaction, name: string) =>
  sql`insert into record_change (follower, register, record_id)
    select ${FOLLOWER}, ${name}, id from ${sql.table(name)} where version > 1`.execute(tx);

const digestOf = ({ register, places, fields }: Tracked): string =>
  createHash('sm3')
    .update(JSON.stringify([EDITION, register.name, places, fields]))
    .digest('hex');

/** Puts the triggers on a table anew; the function's text names its columns. */
async function watch(tx: Transaction, { register: { name }, places, fields }: Tracked): Promise<void> {
  const column = (field: string) => `"${snakeCase(field)}"`;
  const compared = ['state', 'area_code', ...[...places, ...fields].map(column)];
  const shapes = places.map((place) => `('${place}', o.${column(place)}::geometry)`).join(', ');
  const work = `
    insert into place_span (register, record_id, field, since, until, ended_by, state, area_code, shape, said)
    select '${name}', o.id, p.field, b.since, n.changed_at, n.changed_fact, o.state, o.area_code, p.shape, ${saidSql(fields, 'o')}
    from old_rows o join new_rows n on n.id = o.id
    cross join lateral (values ${shapes}) p(field, shape)
    cross join lateral (select coalesce(
      (select max(s.until) from place_span s where s.register = '${name}' and s.record_id = o.id and s.field = p.field),
      least(o.created_at, (select t.since from place_start t where t.register = '${name}' and t.record_id = o.id))) as since) b
    where (${compared.map((one) => `o.${one} is distinct from n.${one}`).join(' or ')}) and b.since < n.changed_at;`;
  const keeper = sql.ref(`keep_places_of_${name}`);
  await sql`create or replace function ${keeper}() returns trigger language plpgsql as ${sql.lit(
    `begin ${work} return null; end`,
  )}`.execute(tx);
  for (const trigger of ['keeps_places', 'forgets_places'])
    await sql`drop trigger if exists ${sql.ref(trigger)} on ${sql.table(name)}`.execute(tx);
  await sql`create trigger keeps_places after update on ${sql.table(name)}
    referencing old table as old_rows new table as new_rows for each statement execute function ${keeper}()`.execute(
    tx,
  );
  await sql`create trigger forgets_places after delete on ${sql.table(name)}
    referencing old table as old_rows for each statement execute function forget_places()`.execute(tx);
}
