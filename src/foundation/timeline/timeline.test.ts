import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import type { Platform } from '../api/index.ts';
import type { Database } from '../database/index.ts';
import { newKey } from '../personal-data/cipher.ts';
import { startSealer, verifyTimeline } from './index.ts';

/** A fact as a command would have left it; only the chain is looked at here. */
async function write(database: Database, count: number): Promise<void> {
  await sql`insert into fact (id, kind, v, register, subject_id, concerns, actor_id, installation, command_id,
      happened_at, recorded_at, mark, payload, owner_unit_path, area_code, created_by, involved)
    select gen_random_uuid(), 'test.written', 1, 'test', gen_random_uuid(), '[]', gen_random_uuid(), 'here', gen_random_uuid(),
      now(), now(), 'real', jsonb_build_object('n', n, 'text', '烽燧'), '/0001/', '110107', gen_random_uuid(), '[]'
    from generate_series(1, ${count}) n`.execute(database.kysely);
}

onEachDatabase('the sealed chain', (open) => {
  let database: Database;
  let home: string;
  const timeline = newKey();
  const verify = () => verifyTimeline(database, home, timeline);

  beforeEach(async () => {
    database ??= await open();
    home = mkdtempSync(join(tmpdir(), 'fengsui-chain-'));
    await sql`truncate fact`.execute(database.kysely);
    await write(database, 300);
    const platform = { database, home, keys: { timeline }, clock: { now: () => new Date() }, log: () => {} };
    const sealer = startSealer(platform as unknown as Platform);
    await sealer.drain();
    await sealer.stop();
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Somebody with the database's password and no key: the trigger does not stop whoever owns the table. */
  const tamper = async (...statements: ReturnType<typeof sql>[]) => {
    await sql`alter table fact disable trigger fact_append_only`.execute(database.kysely);
    for (const statement of statements) await statement.execute(database.kysely);
    await sql`alter table fact enable trigger fact_append_only`.execute(database.kysely);
  };

  it('is whole when nobody touched it, and facts cannot be changed by accident', async () => {
    expect(await verify()).toMatchObject({ isWhole: true, entries: 300, unsealed: 0 });
    await expect(sql`update fact set kind = 'other'`.execute(database.kysely)).rejects.toThrow(/append-only/);
    await expect(sql`delete from fact`.execute(database.kysely)).rejects.toThrow(/append-only/);
  });

  it('finds who is involved in a record by an index: every fact asks it', async () => {
    const plan = await database.transact(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select * from involvement where register = 'test' and record_id = gen_random_uuid()`.execute(tx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('involvement_record');
  });

  it('names a changed byte', async () => {
    await tamper(sql`update fact set payload = jsonb_set(payload, '{text}', '"烽隧"') where position = 123`);
    expect(await verify()).toMatchObject({ isWhole: false, firstBad: { position: 123, fault: 'changed' } });
  });

  it('names a deletion', async () => {
    await tamper(sql`delete from fact where position = 77`);
    expect(await verify()).toMatchObject({ isWhole: false, firstBad: { position: 77, fault: 'missing' } });
  });

  it('names two entries that changed places', async () => {
    await tamper(
      sql`update fact set position = -1 where position = 50`,
      sql`update fact set position = 50 where position = 51`,
      sql`update fact set position = 51 where position = -1`,
    );
    expect(await verify()).toMatchObject({ isWhole: false, firstBad: { position: 50 } });
  });

  it('names a cut tail, because the last head lies outside the database', async () => {
    await tamper(sql`delete from fact where position > 250`);
    expect(await verify()).toMatchObject({ isWhole: false, firstBad: { position: 251, fault: 'cut' } });
  });

  it('names where a tail was hashed anew by somebody without the key', async () => {
    await tamper(
      sql`update fact set payload = '{"n": 0}' where position = 200`,
      sql`update fact set position = null, hash = null, seal = null where position >= 200`,
    );
    const stranger = {
      database,
      home: mkdtempSync(join(tmpdir(), 'fengsui-forger-')),
      keys: { timeline: newKey() },
      clock: { now: () => new Date() },
      log: () => {},
    };
    const sealer = startSealer(stranger as unknown as Platform);
    await sealer.drain();
    await sealer.stop();
    rmSync(stranger.home, { recursive: true });
    expect(await verify()).toMatchObject({ isWhole: false, firstBad: { position: 200, fault: 'rehashed' } });
  });

  it('does not believe a checkpoint that was not signed with the key', async () => {
    const path = join(home, 'timeline', 'head.json');
    const head = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...head, position: 10 }));
    expect(await verify()).toMatchObject({ isWhole: false, firstBad: { fault: 'forged_checkpoint' } });
  });

  it('seals what two sealers find at once only once', async () => {
    await write(database, 500);
    const platform = { database, home, keys: { timeline }, clock: { now: () => new Date() }, log: () => {} };
    const sealers = [1, 2].map(() => startSealer(platform as unknown as Platform));
    await Promise.all(sealers.map((sealer) => sealer.drain()));
    await sealers[0]?.drain();
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    expect(await verify()).toMatchObject({ isWhole: true, entries: 800, unsealed: 0 });
  });
});
