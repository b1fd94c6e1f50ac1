import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './define.ts';

interface Migration {
  readonly name: string;
  readonly digest: string;
  readonly text: string;
}

/** The migrations of a folder in their order: dated, named SQL files, forward only. */
export function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, digest: createHash('sm3').update(text).digest('hex') };
    });
}

/**
 * Brings the database up to the folder, each file in a transaction of its own, under a lock.
 * @throws when the database knows a migration that the folder does not (it is newer), or a file was changed since.
 */
export async function migrate(database: Database, folder: string, log: (line: string) => void): Promise<void> {
  const wanted = migrationsIn(folder);
  await sql`create table if not exists migration (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`.execute(
    database.kysely,
  );
  const applied = await sql<{ name: string; digest: string }>`select name, digest from migration order by name`.execute(
    database.kysely,
  );
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  for (const { name, digest } of applied.rows) {
    const file = known.get(name);
    if (!file) throw new Error(`The database is newer than this program: it has ${name}. Start the newer version.`);
    if (file.digest !== digest)
      throw new Error(`${name} was changed after it was applied; migrations only go forward.`);
  }
  const done = new Set(applied.rows.map((row) => row.name));
  for (const { name, text, digest } of wanted) {
    if (done.has(name)) continue;
    await database.transact(async (tx) => {
      if (database.kind === 'server') await sql`select pg_advisory_xact_lock(7302, 0)`.execute(tx);
      const again = await sql`select 1 from migration where name = ${name}`.execute(tx);
      if (again.rows.length > 0) return;
      for (const statement of statementsOf(text)) await sql.raw(statement).execute(tx);
      await sql`insert into migration (name, digest) values (${name}, ${digest})`.execute(tx);
    });
    log(`migrated ${name}`);
  }
}

/** Splits a script at semicolons outside quotes, dollar quotes and comments: both drivers take one statement a time. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|;/g;
  let start = 0;
  for (const match of script.matchAll(token)) {
    if (match[0] !== ';') continue;
    statements.push(script.slice(start, match.index));
    start = match.index + 1;
  }
  statements.push(script.slice(start));
  return statements.map((one) => one.trim()).filter((one) => one.replaceAll(/--[^\n]*/g, '').trim() !== '');
}
