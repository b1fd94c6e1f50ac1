import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../src/apps/server/start.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import {
  type Database,
  keepSnapshot,
  migrate,
  openDatabase,
  openEmbedded,
} from '../../src/foundation/database/index.ts';
import { settableClock } from '../../src/kernel/clock.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** Folder with `empty.tar.gz`, `district.tar.gz` and the homes `server` and `embedded` whose keys opened them. */
    prepared: string;
  }
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
export const EMPTY = 'fengsui_empty';
export const DISTRICT = 'fengsui_district';
/** The day the fixture was founded: everybody's appointments begin here. */
export const FOUNDED = '2026-06-01T00:00:00Z';

/** Once a run: a PostgreSQL server and archives of the embedded database, each empty and with the demo district. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-test-'));
  const server = await startPostgres();
  const home = (kind: string) => {
    mkdirSync(join(folder, kind), { recursive: true });
    return join(folder, kind);
  };
  // Journeys run on the server database alone; the embedded one would take them half a minute.
  await Promise.all([
    prepareServer(server, home('server')),
    ...(project.name === 'journeys' || process.env.TEST_DATABASE === 'server'
      ? []
      : [prepareEmbedded(folder, home('embedded'))]),
  ]);
  project.provide('postgresUrl', server.url('postgres'));
  project.provide('prepared', folder);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepareServer(server: PostgresServer, home: string): Promise<void> {
  await server.create(EMPTY);
  const open = { home, migrationsFolder: MIGRATIONS, log: () => {} };
  await (await openDatabase({ ...open, url: server.url(EMPTY) })).close();
  await server.create(DISTRICT, EMPTY);
  await found(await openDatabase({ ...open, url: server.url(DISTRICT) }), home);
}

async function prepareEmbedded(folder: string, home: string): Promise<void> {
  const database = await openEmbedded(home);
  await migrate(database, MIGRATIONS, () => {});
  await keepSnapshot(database, join(folder, 'empty.tar.gz'));
  await found(database, home, () => keepSnapshot(database, join(folder, 'district.tar.gz')));
}

async function found(database: Database, home: string, keep: () => Promise<void> = async () => {}): Promise<void> {
  const clock = settableClock(FOUNDED);
  const server = await startServer({ home, database, clock, isDemo: true, hasSchedules: false, log: () => {} });
  await seedDemo(server.platform);
  await server.settle();
  await keep();
  await server.stop();
}
