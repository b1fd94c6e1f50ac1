import { createSecretKey, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import { ENTRY_TEXT, entryHash, entrySeal, GENESIS } from './chain.ts';
import { checkpointStore } from './checkpoints.ts';

export interface Verdict {
  readonly isWhole: boolean;
  readonly entries: number;
  readonly unsealed: number;
  /** The first entry that is not what was sealed, and what is wrong with it. */
  readonly firstBad?: { readonly position: number; readonly factId: string | null; readonly fault: Fault };
}

/**
 * `changed`: a byte of the entry differs · `missing`: deleted from the middle · `reordered`: another entry stands here ·
 * `rehashed`: hashes fit but were not made with the key · `cut`: the end is missing · `forged_checkpoint`.
 */
export type Fault = 'changed' | 'missing' | 'reordered' | 'rehashed' | 'cut' | 'forged_checkpoint';

const PAGE = 10_000;

/** Walks the whole chain and compares it with the keyed seals and with the checkpoints kept outside. */
export async function verifyTimeline(database: Database, home: string, key: Uint8Array): Promise<Verdict> {
  const { checkpoints, forged } = checkpointStore(home, key).read();
  const sealKey = createSecretKey(key);
  const expected = new Map(checkpoints.map((checkpoint) => [checkpoint.position, checkpoint.hash]));
  const counted = await sql<{ unsealed: number }>`
    select count(*)::int as unsealed from fact where position is null`.execute(database.kysely);
  const unsealed = counted.rows[0]?.unsealed ?? 0;
  let position = 0;
  let hash: Buffer = GENESIS;
  const bad = (at: number, factId: string | null, fault: Fault): Verdict => ({
    isWhole: false,
    entries: position,
    unsealed,
    firstBad: { position: at, factId, fault },
  });
  if (forged > 0) return bad(0, null, 'forged_checkpoint');

  for (;;) {
    const page = await sql<{ id: string; position: number; hash: Buffer; seal: Buffer; text: string }>`
      select id, position, hash, seal, ${ENTRY_TEXT} as text from fact
      where position > ${position} order by position limit ${PAGE}`.execute(database.kysely);
    for (const entry of page.rows) {
      const at = position + 1;
      if (Number(entry.position) !== at) return bad(at, null, 'missing');
      const computed = entryHash(hash, at, entry.text);
      const stored = Buffer.from(entry.hash);
      if (!computed.equals(stored)) {
        return bad(at, entry.id, (await isElsewhere(database, sealKey, stored)) ? 'changed' : 'rehashed');
      }
      if (!entrySeal(sealKey, computed).equals(Buffer.from(entry.seal))) return bad(at, entry.id, 'rehashed');
      const checkpoint = expected.get(at);
      if (checkpoint !== undefined && checkpoint !== computed.toString('hex')) return bad(at, entry.id, 'rehashed');
      position = at;
      hash = computed;
    }
    if (page.rows.length < PAGE) break;
  }
  const head = Math.max(0, ...expected.keys());
  if (head > position) return bad(position + 1, null, 'cut');
  return { isWhole: true, entries: position, unsealed };
}

/** Was this hash made by us? Then the entry under it was changed; otherwise hash and entry were both replaced. */
async function isElsewhere(database: Database, key: KeyObject, stored: Buffer): Promise<boolean> {
  const found = await sql<{ seal: Buffer }>`select seal from fact where hash = ${stored}`.execute(database.kysely);
  return found.rows.some((row) => entrySeal(key, stored).equals(Buffer.from(row.seal)));
}
