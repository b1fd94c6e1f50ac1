import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/foundation/database/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { keepCompiled } from './compiled.ts';
import { DISTRICT, EMPTY } from './global-setup.ts';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

export type DatabaseKind = Database['kind'];

/** Both databases; `TEST_DATABASE=server` (or `embedded`) halves the wait while something is being written. */
export const DATABASE_KINDS = (['embedded', 'server'] as const satisfies DatabaseKind[]).filter(
  (kind) => (process.env.TEST_DATABASE ?? kind) === kind,
);
export type Content = 'empty' | 'district';

/** A migrated database of one's own with its home folder, empty or with the demo district; both gone after `release`. */
export async function freshDatabase(kind: DatabaseKind, content: Content) {
  const prepared = inject('prepared');
  const home = mkdtempSync(join(tmpdir(), 'fengsui-home-'));
  for (const part of content === 'district' ? ['keys', 'timeline'] : []) {
    const from = join(prepared, kind, part);
    if (existsSync(from)) cpSync(from, join(home, part), { recursive: true });
  }
  if (kind === 'embedded') keepCompiled();
  if (kind === 'embedded') cpSync(join(prepared, content), join(home, 'database'), { recursive: true });
  const name = `t_${newId().replaceAll('-', '')}`;
  const admin = inject('postgresUrl');
  const template = content === 'district' ? DISTRICT : EMPTY;
  if (kind === 'server') await asAdmin(admin, `create database "${name}" template "${template}"`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    home,
    url: kind === 'server' ? url.href : undefined,
    open: () =>
      openDatabase({
        ...(kind === 'server' ? { url: url.href } : {}),
        home,
        migrationsFolder: MIGRATIONS,
        log: () => {},
      }),
    async release() {
      if (kind === 'server') await asAdmin(admin, `drop database if exists "${name}" with (force)`);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The same suite on the embedded database and on a PostgreSQL server: there is one SQL, and it must mean one thing. */
export function onEachDatabase(name: string, suite: (open: () => Promise<Database>, kind: DatabaseKind) => void): void {
  describe.each<DatabaseKind>(DATABASE_KINDS)(`${name} (%s)`, (kind) => {
    const releases: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const release of releases) await release();
    });
    suite(async () => {
      const fresh = await freshDatabase(kind, 'empty');
      const database = await fresh.open();
      releases.unshift(async () => {
        await database.close().catch(() => undefined);
        await fresh.release();
      });
      return database;
    }, kind);
  });
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
