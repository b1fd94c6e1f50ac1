import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database, Transaction } from './define.ts';

/**
 * Logical and portable: what the embedded database saves restores into a server and the other way round; that is also
 * how a district moves up. One compressed file of JSON lines. Keys of personal data never lie in it: they go to the
 * escrow, one per installation and always the present one, so that an old backup cannot bring back what was destroyed.
 */

/** Tables that are not data: keys lie apart, sessions end with the database they were on, the search index and counts are made again. */
const LEFT_OUT = new Set([
  'data_key',
  'migration',
  'place_count',
  'place_counted',
  'record_change',
  'search_entry',
  'search_fact',
  'search_fact_cursor',
  'search_source',
  'session',
  'spatial_ref_sys',
]);
const BATCH = 1000;

interface TableShape {
  readonly name: string;
  readonly columns: readonly { name: string; type: string }[];
}

interface Tally {
  rows: number;
  /** XOR of the rows' digests: the same for the same rows in any order. */
  digest: string;
}

export interface BackupSummary {
  readonly tables: Readonly<Record<string, Tally>>;
}

export async function backUp(database: Database, path: string): Promise<BackupSummary> {
  mkdirSync(dirname(path), { recursive: true });
  const file = createGzip({ level: 6 });
  const out = createWriteStream(`${path}.part`, { mode: 0o600 });
  file.pipe(out);
  const write = async (line: unknown) => {
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  };
  const tables: Record<string, Tally> = {};
  await snapshot(database, async (tx) => {
    const migrations = await sql<{ name: string }>`select name from migration order by name`.execute(tx);
    await write({ fengsui: 1, migrations: migrations.rows.map((row) => row.name) });
    for (const table of await tablesOf(tx)) {
      tables[table.name] = await eachRow(tx, table, (text) => write({ t: table.name, r: text }));
    }
  });
  await write({ end: true, tables });
  file.end();
  await finished(out);
  renameSync(`${path}.part`, path);
  return { tables };
}

/**
 * Fills an empty, migrated database from a backup, in one transaction, and compares counts and digests of every table
 * before it commits. @throws an Error in plain words when the file is cut, of another version, or does not compare.
 */
export async function restore(database: Database, path: string): Promise<BackupSummary> {
  return database.transact(async (tx) => {
    const used = await sql`select 1 from fact limit 1`.execute(tx);
    if (used.rows.length > 0)
      throw new Error('数据库不是空的，未恢复。 The database is not empty; nothing was restored.');
    const shapes = new Map((await tablesOf(tx)).map((table) => [table.name, table]));
    for (const name of shapes.keys()) await sql`delete from ${sql.table(name)}`.execute(tx);
    const links = await unlink(tx);
    let expected: Record<string, Tally> | undefined;
    let pending: { table: string; rows: string[] } = { table: '', rows: [] };
    const flush = async () => {
      const shape = shapes.get(pending.table);
      if (pending.rows.length > 0 && shape) await insert(tx, shape, pending.rows);
      pending = { table: '', rows: [] };
    };
    const lines = createInterface({
      input: createReadStream(path).pipe(createGunzip()),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      const entry = JSON.parse(line) as {
        t?: string;
        r?: string;
        end?: boolean;
        tables?: Record<string, Tally>;
        migrations?: string[];
      };
      if (entry.migrations) await assertSameVersion(tx, entry.migrations);
      if (entry.end) expected = entry.tables;
      if (entry.t === undefined || entry.r === undefined) continue;
      if (entry.t !== pending.table || pending.rows.length >= BATCH) {
        await flush();
        pending = { table: entry.t, rows: [] };
      }
      pending.rows.push(entry.r);
    }
    await flush();
    if (!expected) throw new Error('备份文件不完整。 The backup file is cut off.');
    for (const { definition, table, name } of links) {
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx);
    }
    await setSequences(tx);
    const tables: Record<string, Tally> = {};
    for (const table of shapes.values()) {
      const tally = await eachRow(tx, table, async () => {});
      const wanted = expected[table.name] ?? { rows: 0, digest: tally.digest };
      if (tally.rows !== wanted.rows || tally.digest !== wanted.digest) {
        throw new Error(`恢复后的表 ${table.name} 与备份不一致。 Table ${table.name} differs from the backup.`);
      }
      tables[table.name] = tally;
    }
    return { tables };
  });
}

/** Writes the wrapped keys of all records that still have one; the file before it is replaced, not kept. */
export async function writeKeyEscrow(database: Database, path: string): Promise<number> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const { rows } = await sql<{
    register: string;
    record_id: string;
    wrapped: string | null;
    created_at: Date;
    destroyed_at: Date | null;
  }>`
    select register, record_id, encode(wrapped, 'hex') as wrapped, created_at, destroyed_at from data_key
    order by register, record_id`.execute(database.kysely);
  writeFileSync(`${path}.part`, JSON.stringify(rows), { mode: 0o600 });
  renameSync(`${path}.part`, path);
  return rows.filter((row) => row.wrapped !== null).length;
}

export async function readKeyEscrow(database: Database, path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const rows = JSON.parse(readFileSync(path, 'utf8')) as unknown[];
  for (let start = 0; start < rows.length; start += BATCH) {
    await sql`insert into data_key (register, record_id, wrapped, created_at, destroyed_at)
      select register, record_id, decode(wrapped, 'hex'), created_at, destroyed_at
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + BATCH))}::jsonb)
        as k(register text, record_id uuid, wrapped text, created_at timestamptz, destroyed_at timestamptz)
      on conflict do nothing`.execute(database.kysely);
  }
  return rows.length;
}

function snapshot<T>(database: Database, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.kysely.transaction().setIsolationLevel('repeatable read').execute(run);
}

async function tablesOf(tx: Transaction): Promise<TableShape[]> {
  const { rows } = await sql<{ table_name: string; column_name: string; udt_name: string }>`
    select c.table_name, c.column_name, c.udt_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`.execute(tx);
  const tables = new Map<string, { name: string; type: string }[]>();
  for (const { table_name: table, column_name: name, udt_name: type } of rows) {
    if (LEFT_OUT.has(table)) continue;
    tables.set(table, [...(tables.get(table) ?? []), { name, type }]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** Geometry travels as hexadecimal EWKB: its JSON form would lose the reference system. */
function selection(table: TableShape) {
  return sql.join(
    table.columns.map(({ name, type }) =>
      type === 'geometry' ? sql`encode(st_asewkb(${sql.ref(name)}), 'hex') as ${sql.ref(name)}` : sql.ref(name),
    ),
  );
}

async function eachRow(tx: Transaction, table: TableShape, take: (text: string) => Promise<void>): Promise<Tally> {
  await sql`declare rows_of_table no scroll cursor for
    select to_jsonb(r)::text as text from (select ${selection(table)} from ${sql.table(table.name)}) r`.execute(tx);
  const digest = Buffer.alloc(32);
  let rows = 0;
  for (;;) {
    const page = await sql<{ text: string }>`fetch ${sql.raw(String(BATCH))} from rows_of_table`.execute(tx);
    for (const { text } of page.rows) {
      const one = createHash('sm3').update(text).digest();
      for (let index = 0; index < 32; index += 1) digest[index] = (digest[index] ?? 0) ^ (one[index] ?? 0);
      rows += 1;
      await take(text);
    }
    if (page.rows.length < BATCH) break;
  }
  await sql`close rows_of_table`.execute(tx);
  return { rows, digest: digest.toString('hex') };
}

async function insert(tx: Transaction, table: TableShape, rows: readonly string[]): Promise<void> {
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  await sql`insert into ${sql.table(table.name)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(
    tx,
  );
}

/** Takes foreign keys away for the load, because rows come in no order; putting them back checks every row. */
async function unlink(tx: Transaction) {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select c.conrelid::regclass::text as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname = 'public'`.execute(tx);
  const links = rows.map((row) => ({ ...row, table: row.table.replaceAll('"', '') }));
  for (const { table, name } of links) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx);
  }
  return links;
}

async function setSequences(tx: Transaction): Promise<void> {
  const { rows } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(tx);
  for (const { table_name: table, column_name: column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, ${column}),
      coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`.execute(tx);
  }
}

async function assertSameVersion(tx: Transaction, migrations: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(tx);
  const own = rows.map((row) => row.name).join();
  if (own !== migrations.join()) {
    throw new Error(
      '备份来自另一版本的程序，请用同一版本恢复。 The backup is of another version; restore it with that one.',
    );
  }
}
