import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { newKey, open, seal } from './cipher.ts';

/** Keys that must not lie in the database, or a stolen backup would open everything: 32 bytes each, mode 0600. */
export interface InstallationKeys {
  /** Wraps the key of each record. */
  readonly master: Buffer;
  /** Signs the timeline. */
  readonly timeline: Buffer;
  /** Makes the digests by which sealed values are found. */
  readonly lookup: Buffer;
}

/** Reads the installation's keys from `<home>/keys`, making them on the first start. */
export function installationKeys(home: string): InstallationKeys {
  const folder = join(home, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = (name: string) => {
    const path = join(folder, `${name}.key`);
    if (!existsSync(path)) {
      try {
        writeFileSync(path, newKey().toString('hex'), { mode: 0o600, flag: 'wx' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  };
  return { master: key('master'), timeline: key('timeline'), lookup: key('lookup') };
}

export const digest = (text: string): string => createHash('sm3').update(text).digest('hex');

/** Node looks long at a key of plain bytes before it signs with it: a file of 50,000 phones took six seconds more. */
const ready = new WeakMap<Buffer, KeyObject>();

/**
 * The keyed digest under which a word of a sealed value is kept and looked for: HMAC-SM3 cut to 16 bytes, in hex. The
 * kind is part of it, so that a phone's tail never meets an identity number's.
 */
export function blindDigest({ lookup }: InstallationKeys, kind: string, word: string): string {
  let key = ready.get(lookup);
  if (!key) {
    key = createSecretKey(lookup);
    ready.set(lookup, key);
  }
  return createHmac('sm3', key).update(`${kind}\0${word}`).digest('hex').slice(0, 32);
}

/**
 * The key of a record that is just being made: its id is new, so nobody asks whether there was one, and its row goes in
 * with the record's own statement.
 */
export function makeKey(
  keys: InstallationKeys,
  register: string,
  recordId: string,
  now: Date,
): { key: Buffer; kept: RawBuilder<unknown> } {
  const key = newKey();
  const kept = sql`insert into data_key (register, record_id, wrapped, created_at)
    values (${register}, ${recordId}, ${seal(keys.master, key)}, ${now})`;
  return { key, kept };
}

/** For many new records at once: a key and what is kept of it. */
export function newWrappedKey(keys: InstallationKeys): { key: Buffer; wrapped: Buffer } {
  const key = newKey();
  return { key, wrapped: seal(keys.master, key) };
}

/** Makes the key of a record, or answers the one it has. A destroyed key is never made again. */
export async function keyFor(
  tx: Transaction,
  keys: InstallationKeys,
  register: string,
  recordId: string,
  now: Date,
): Promise<Buffer | undefined> {
  const key = newKey();
  const made = await sql`insert into data_key (register, record_id, wrapped, created_at)
    values (${register}, ${recordId}, ${seal(keys.master, key)}, ${now}) on conflict do nothing returning record_id`.execute(
    tx,
  );
  if (made.rows.length === 1) return key;
  const known = await sql<{ wrapped: Buffer | null }>`
    select wrapped from data_key where register = ${register} and record_id = ${recordId}`.execute(tx);
  const wrapped = known.rows[0]?.wrapped;
  return wrapped ? open(keys.master, wrapped) : undefined;
}

/** The keys of many records at once; destroyed or missing ones are absent. */
export async function keysOf(
  tx: Transaction,
  keys: InstallationKeys,
  register: string,
  recordIds: readonly string[],
): Promise<Map<string, Buffer>> {
  if (recordIds.length === 0) return new Map();
  const found = await sql<{ record_id: string; wrapped: Buffer }>`
    select record_id, wrapped from data_key
    where register = ${register} and record_id = any(${recordIds as string[]}::uuid[]) and wrapped is not null`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.record_id, open(keys.master, row.wrapped)]));
}

/** `13912345678` → `139****5678`; shorter texts keep their first character only. */
export function mask(text: string): string {
  return text.length >= 8
    ? `${text.slice(0, 3)}****${text.slice(-4)}`
    : `${text.slice(0, 1)}${'*'.repeat(Math.max(1, text.length - 1))}`;
}
