import { createSecretKey, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Platform } from '../api/platform.ts';
import { ENTRY_TEXT, entryHash, entrySeal, GENESIS } from './chain.ts';
import { checkpointStore } from './checkpoints.ts';

const BATCH = 2000;
/** Commits that come within this time are sealed together: longer when many come, so that sealing stays a small part. */
const GATHER_MS = { few: 8, many: 30 };
const MANY = 5;
/** Looks by itself too: another replica may have committed and died before it could wake anybody. */
const POLL_MS = 500;

export interface Sealer {
  /** Called after a commit. */
  wake(): void;
  /** Resolves when everything committed before the call has its place in the chain. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export const SEALED_CHANNEL = 'fengsui_sealed';

/**
 * Gives committed facts their chain position. One sealer runs at a time, whichever replica holds the lock, so that
 * commits never queue for one hash and readers with a cursor never miss a transaction that commits late.
 */
export function startSealer(platform: Platform): Sealer {
  const store = checkpointStore(platform.home, platform.keys.timeline);
  const key = createSecretKey(platform.keys.timeline);
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  let failures = 0;
  let last = 0;

  async function run(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      await new Promise((resolve) => setTimeout(resolve, last < MANY ? GATHER_MS.few : GATHER_MS.many));
      try {
        do last = await sealBatch(platform, store, key);
        while (last === BATCH);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1 || failures % 60 === 0) {
          platform.log('warn', 'timeline.seal_failed', { failures, reason: (error as Error).message });
        }
        isWanted = true;
        await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 50 * failures)));
      }
    }
  }

  function wake(): void {
    isWanted = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isWanted && !isStopped) wake();
    });
  }

  const timer = setInterval(wake, POLL_MS);
  timer.unref();
  wake();

  return {
    wake,
    async drain() {
      wake();
      while (running) await running;
    },
    async stop() {
      clearInterval(timer);
      while (running) await running;
      isStopped = true;
    },
  };
}

async function sealBatch(
  platform: Platform,
  store: ReturnType<typeof checkpointStore>,
  key: KeyObject,
): Promise<number> {
  const { database, clock } = platform;
  const isServer = database.kind === 'server';
  const sealed = await database.transact(async (tx) => {
    // Sent together, answered in order: what is read, is read under the lock.
    const [lock, unsealed, head] = await Promise.all([
      isServer ? sql<{ got: boolean }>`select pg_try_advisory_xact_lock(7302, 1) as got`.execute(tx) : undefined,
      sql<{ id: string; text: string }>`
        select id, ${ENTRY_TEXT} as text from fact where position is null order by sequence limit ${BATCH}`.execute(tx),
      sql<{ position: number; hash: Buffer }>`
        select position, hash from fact where position is not null order by position desc limit 1`.execute(tx),
    ]);
    if ((lock && !lock.rows[0]?.got) || unsealed.rows.length === 0) return { count: 0 };
    let position = Number(head.rows[0]?.position ?? 0);
    let hash: Buffer = head.rows[0] ? Buffer.from(head.rows[0].hash) : GENESIS;
    const rows = unsealed.rows.map((entry) => {
      position += 1;
      hash = entryHash(hash, position, entry.text);
      return {
        id: entry.id,
        position,
        hash: hash.toString('hex'),
        seal: entrySeal(key, hash).toString('hex'),
      };
    });
    await Promise.all([
      sql`update fact set position = s.position, hash = decode(s.hash, 'hex'), seal = decode(s.seal, 'hex')
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, position bigint, hash text, seal text)
        where fact.id = s.id`.execute(tx),
      isServer ? sql`select pg_notify(${SEALED_CHANNEL}, ${String(position)})`.execute(tx) : undefined,
    ]);
    return { count: rows.length, position, hash: hash.toString('hex') };
  });
  if (sealed.position !== undefined && sealed.hash !== undefined) {
    if (!isServer) await database.notify(SEALED_CHANNEL, String(sealed.position));
    // After the commit: the head outside may lag behind the database by one batch, never run ahead of it.
    await store.write({ position: sealed.position, hash: sealed.hash, at: clock.now().toISOString() });
  }
  return sealed.count;
}
