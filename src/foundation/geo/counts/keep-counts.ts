import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Platform, rowsOf } from '../../api/index.ts';
import type { Transaction } from '../../database/index.ts';
import { snakeCase } from '../../registers/index.ts';
import { type Countable, countableOf } from './counted.rules.ts';

/** Fewer than these are read as quickly as they are added up, and writing them stays as cheap as it is. */
const MANY = 10_000;
/** Raised when rows are counted otherwise. */
const EDITION = 1;

/**
 * At a start: what was counted by another declaration, or whose triggers stayed where a backup was made, is read directly
 * until it is counted anew.
 */
export async function checkCounts(platform: Platform): Promise<void> {
  const countable = countableOf(platform.catalogue);
  await platform.database.transact(async (tx) => {
    for (const name of await counted(tx)) {
      const one = countable.get(name.register);
      if (!one || name.digest !== digestOf(one) || !name.isWatched) await forget(tx, name.register);
    }
  });
}

/** Counts registers that have grown large, and packs what was added to the counts since. Answers which were taken up. */
export async function keepCounts(platform: Platform, many = MANY): Promise<string[]> {
  const known = await platform.database.transact(counted);
  const fresh: string[] = [];
  for (const [name, one] of countableOf(platform.catalogue)) {
    const isCounted = known.some(({ register }) => register === name);
    // Each in a transaction of its own: while one is counted, only its own writers wait.
    const isTaken = await platform.database.transact(async (tx) => {
      if (isCounted) return pack(tx, name);
      if (await isSmall(tx, name, many)) return false;
      await takeUp(tx, one);
      return true;
    });
    if (isTaken && !isCounted) fresh.push(name);
  }
  return fresh;
}

const counted = (tx: Transaction) =>
  rowsOf<{ register: string; digest: string; isWatched: boolean }>(
    tx,
    sql`select p.register, p.digest, exists (select 1 from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname = 'counts_places_insert' and c.relname = p.register) as is_watched from place_counted p`,
  );

async function isSmall(tx: Transaction, name: string, many: number): Promise<boolean> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from (select 1 from ${sql.table(name)} limit ${many}) one`,
  );
  return (row?.count ?? 0) < many;
}

const digestOf = ({ register, places }: Countable): string =>
  createHash('sm3')
    .update(JSON.stringify([EDITION, register.name, places]))
    .digest('hex');

async function forget(tx: Transaction, name: string): Promise<void> {
  for (const { event } of EVENTS)
    await sql`drop trigger if exists ${sql.ref(`counts_places_${event}`)} on ${sql.table(name)}`.execute(tx);
  await sql`delete from place_count where register = ${name}`.execute(tx);
  await sql`delete from place_counted where register = ${name}`.execute(tx);
}

/** A statement counts all it touched at once; what changes nothing on the map adds up to nothing and is not written. */
const EVENTS = [
  { event: 'insert', tables: 'new table as new_rows', signed: [['new_rows', 1]] },
  {
    event: 'update',
    tables: 'old table as old_rows new table as new_rows',
    signed: [
      ['old_rows', -1],
      ['new_rows', 1],
    ],
  },
  { event: 'delete', tables: 'old table as old_rows', signed: [['old_rows', -1]] },
] as const;

/** The triggers stand before the first count and keep other writers out until both are there. */
async function takeUp(tx: Transaction, one: Countable): Promise<void> {
  const { name } = one.register;
  await forget(tx, name);
  for (const { event, tables, signed } of EVENTS) {
    const counter = sql.ref(`count_places_of_${name}_${event}`);
    const trigger = sql.ref(`counts_places_${event}`);
    await sql`create or replace function ${counter}() returns trigger language plpgsql as ${sql.lit(
      `begin ${adding(one, signed)}; return null; end`,
    )}`.execute(tx);
    await sql`create trigger ${trigger} after ${sql.raw(event)} on ${sql.table(name)}
      referencing ${sql.raw(tables)} for each statement execute function ${counter}()`.execute(tx);
  }
  await sql`${sql.raw(adding(one, [[`"${name}"`, 1]]))}`.execute(tx);
  await sql`insert into place_counted (register, digest) values (${name}, ${digestOf(one)})`.execute(tx);
}

/** The statement that adds rows of these relations to the counts, each with its sign; made of names from declarations alone. */
function adding({ register, places }: Countable, signed: readonly (readonly [string, number])[]): string {
  const parts = places.flatMap((field) => {
    const place = `"${snakeCase(field)}"`;
    return signed.map(
      ([relation, sign]) => `select '${field}' as field, place_cell(r.${place}) as cell, r.state, r.area_code,
        r.owner_unit_path, ${sign} as sign, round(st_x(r.${place}) * 1e9)::bigint as lng,
        round(st_y(r.${place}) * 1e9)::bigint as lat from ${relation} r where r.${place} is not null`,
    );
  });
  return `insert into place_count (register, field, cell, state, area_code, owner_unit_path, count, lng, lat)
    select '${register.name}', p.field, p.cell, p.state, p.area_code, p.owner_unit_path, sum(p.sign),
      sum(p.sign * p.lng), sum(p.sign * p.lat)
    from (${parts.join(' union all ')}) p where p.cell is not null
    group by p.field, p.cell, p.state, p.area_code, p.owner_unit_path
    having sum(p.sign) <> 0 or sum(p.sign * p.lng) <> 0 or sum(p.sign * p.lat) <> 0
    order by p.field, p.cell`;
}

const KEY = sql.raw('register, field, cell, state, area_code, owner_unit_path');

/** Makes one row of many. Rows that are added meanwhile stay as they are: the sum is the same at every instant. */
async function pack(tx: Transaction, name: string): Promise<boolean> {
  const [row] = await rowsOf<{ isLoose: boolean }>(
    tx,
    sql`select coalesce(sum(rows), 0) > 2 * count(*) as is_loose
      from (select count(*) as rows from place_count where register = ${name} group by ${KEY}) one`,
  );
  if (!row?.isLoose) return false;
  await sql`with gone as (delete from place_count where register = ${name} returning *)
    insert into place_count (${KEY}, count, lng, lat)
    select ${KEY}, sum(count), sum(lng), sum(lat) from gone group by ${KEY}
    having sum(count) <> 0 or sum(lng) <> 0 or sum(lat) <> 0 order by field, cell`.execute(tx);
  return true;
}
