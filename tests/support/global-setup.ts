import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../src/apps/server/start.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import type { Platform } from '../../src/foundation/api/index.ts';
import {
  backUp,
  type Database,
  migrate,
  openDatabase,
  openEmbedded,
  readKeyEscrow,
  restore,
  writeKeyEscrow,
} from '../../src/foundation/database/index.ts';
import { escrowPath } from '../../src/foundation/personal-data/index.ts';
import { settableClock } from '../../src/kernel/clock.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** Folder with the embedded database's folders `empty` and `district`, and the homes `server` and `embedded` with the keys. */
    prepared: string;
  }
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
export const EMPTY = 'fengsui_empty';
export const DISTRICT = 'fengsui_district';
/** The day the fixture was founded: everybody's appointments begin here. */
export const FOUNDED = '2026-06-01T00:00:00Z';

/** Once a run: a PostgreSQL server and folders of the embedded database, each empty and with the demo district. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-test-'));
  const server = await startPostgres();
  const home = join(folder, 'server');
  for (const kind of ['server', 'embedded']) mkdirSync(join(folder, kind));
  const backup = prepareServer(server, home);
  // Journeys run on the server database alone; the embedded one would take them half a minute.
  const isOne = project.name === 'journeys' || process.env.TEST_DATABASE === 'server';
  await Promise.all([backup, isOne ? undefined : prepareEmbedded(folder, home, backup)]);
  project.provide('postgresUrl', server.url('postgres'));
  project.provide('prepared', folder);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The district is made once, on the server: made on the embedded database it takes three times as long. @returns its backup */
async function prepareServer(server: PostgresServer, home: string): Promise<string> {
  await server.create(EMPTY);
  const open = { home, migrationsFolder: MIGRATIONS, log: () => {} };
  await (await openDatabase({ ...open, url: server.url(EMPTY) })).close();
  await server.create(DISTRICT, EMPTY);
  const database = await openDatabase({ ...open, url: server.url(DISTRICT) });
  const backup = join(home, 'district.fengsui.gz');
  await started(database, home, async (platform) => {
    await seedDemo(platform);
    return async () => {
      await backUp(database, backup);
      await writeKeyEscrow(database, escrowPath(home));
    };
  });
  return backup;
}

/** The same district, as it moves from one database to the other; each suite opens a copy of the folder. */
async function prepareEmbedded(folder: string, server: string, backup: Promise<string>): Promise<void> {
  const home = join(folder, 'embedded');
  const database = await openEmbedded(home);
  await migrate(database, MIGRATIONS, () => {});
  await sql`checkpoint`.execute(database.kysely);
  cpSync(join(home, 'database'), join(folder, 'empty'), { recursive: true });
  await restore(database, await backup);
  await readKeyEscrow(database, escrowPath(server));
  for (const part of ['keys', 'timeline']) cpSync(join(server, part), join(home, part), { recursive: true });
  await started(database, home);
  renameSync(join(home, 'database'), join(folder, 'district'));
}

/** Starts a server on it and lets everything that follows from its content happen. */
async function started(
  database: Database,
  home: string,
  fill: (platform: Platform) => Promise<() => Promise<void>> = async () => async () => {},
): Promise<void> {
  const clock = settableClock(FOUNDED);
  const server = await startServer({ home, database, clock, isDemo: true, hasSchedules: false, log: () => {} });
  const keep = await fill(server.platform);
  await server.settle();
  await keep();
  await server.stop();
}
