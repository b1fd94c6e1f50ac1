import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

/**
 * The bytes that an entry's hash covers, put together by the database so that sealer and verifier read the very same
 * text on both engines. Unit separators cannot occur inside: JSON escapes them and codes do not contain them.
 */
export const ENTRY_TEXT: RawBuilder<string> = sql.raw(`concat_ws(chr(31), id::text, kind, v::text, register,
  subject_id::text, concerns::text, actor_id::text, coalesce(hat_id::text, ''), coalesce(device_id, ''), installation,
  command_id::text, (extract(epoch from happened_at) * 1000)::bigint::text,
  (extract(epoch from recorded_at) * 1000)::bigint::text, mark, payload::text, owner_unit_path, area_code,
  created_by::text, involved::text)`) as RawBuilder<string>;

/** What the first entry is chained to. */
export const GENESIS = Buffer.alloc(32);

/** SM3 (GB/T 32905) over the previous hash, the position and the entry. */
export function entryHash(previous: Uint8Array, position: number, text: string): Buffer {
  return createHash('sm3').update(previous).update(`${position}\u001f`).update(text).digest();
}

/**
 * The keyed half of an entry: without the key, which is kept outside the database, nobody can re-hash a tail so that
 * it looks whole. A key object is made ready once and used for every entry; bytes would be made ready each time.
 */
export function entrySeal(key: KeyObject, hash: Uint8Array): Buffer {
  return createHmac('sm3', key).update(hash).digest().subarray(0, 16);
}
