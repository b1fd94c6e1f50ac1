import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Platform } from '../src/foundation/api/index.ts';
import { type Database, openDatabase } from '../src/foundation/database/index.ts';
import { installationKeys } from '../src/foundation/personal-data/index.ts';
import { startSealer, verifyTimeline } from '../src/foundation/timeline/index.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import type { Figure } from './machine.ts';

const ENTRIES = 100_000;
const MIGRATIONS = join(import.meta.dirname, '../migrations');

/** `verify-timeline` over a hundred thousand entries: every hash, every seal, every checkpoint. */
export async function verify(): Promise<Figure[]> {
  const postgres = await startPostgres();
  try {
    const server = await measure(await postgres.create('chain'));
    const embedded = await measure(undefined);
    return [
      { what: `verifying ${ENTRIES} entries (PostgreSQL)`, value: server.verified, unit: 's', most: 2 },
      { what: `sealing ${ENTRIES} entries (PostgreSQL)`, value: server.sealed, unit: 's' },
      { what: `verifying ${ENTRIES} entries (embedded)`, value: embedded.verified, unit: 's' },
    ];
  } finally {
    await postgres.stop();
  }
}

async function measure(url: string | undefined) {
  const home = mkdtempSync(join(tmpdir(), 'fengsui-bench-'));
  const database = await openDatabase({ url, home, migrationsFolder: MIGRATIONS, log: () => {} });
  try {
    const keys = installationKeys(home);
    await write(database);
    const platform = { database, home, keys, clock: { now: () => new Date() }, log: () => {} };
    const began = performance.now();
    const sealer = startSealer(platform as unknown as Platform);
    await sealer.drain();
    await sealer.stop();
    const sealed = performance.now();
    const verdict = await verifyTimeline(database, home, keys.timeline);
    if (!verdict.isWhole || verdict.entries !== ENTRIES) throw new Error(`not whole: ${JSON.stringify(verdict)}`);
    return { sealed: (sealed - began) / 1000, verified: (performance.now() - sealed) / 1000 };
  } finally {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Facts of the size that a command leaves. */
async function write(database: Database): Promise<void> {
  await sql`insert into fact (id, kind, v, register, subject_id, concerns, actor_id, installation, command_id,
      happened_at, recorded_at, mark, payload, owner_unit_path, area_code, created_by, involved)
    select gen_random_uuid(), 'bench.written', 1, 'bench', gen_random_uuid(), '[]', gen_random_uuid(), 'here', gen_random_uuid(),
      now(), now(), 'real', jsonb_build_object('number', n, 'title', '古城大街与石景山路交口', 'placeText', '路口东南侧'), '/0001/',
      '110107', gen_random_uuid(), '[]'
    from generate_series(1, ${ENTRIES}::int) n`.execute(database.kysely);
}
