import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { sixteenRandom } from '../../kernel/randomness.ts';

/**
 * SM4-CTR (GB/T 32907) with HMAC-SM3 over nonce and ciphertext: encrypt-then-MAC, because OpenSSL offers no
 * authenticated mode for SM4. Layout: nonce 16 · ciphertext · tag 16. Keys are 32 bytes: 16 to encrypt, 16 to sign.
 */
export function seal(key: Uint8Array, plain: Uint8Array): Buffer {
  const { secret, mac } = halvesOf(key);
  const nonce = sixteenRandom();
  const cipher = createCipheriv('sm4-ctr', secret, nonce);
  const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, tagOf(mac, body)]);
}

/** @throws when the bytes were changed or the key is another one. */
export function open(key: Uint8Array, sealed: Uint8Array): Buffer {
  const { secret, mac } = halvesOf(key);
  const bytes = Buffer.from(sealed);
  const body = bytes.subarray(0, -16);
  if (bytes.length < 32 || !timingSafeEqual(tagOf(mac, body), bytes.subarray(-16))) {
    throw new Error('sealed text was changed or belongs to another key');
  }
  const decipher = createDecipheriv('sm4-ctr', secret, body.subarray(0, 16));
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
}

export function newKey(): Buffer {
  return Buffer.concat([sixteenRandom(), sixteenRandom()]);
}

/** A key is used for every field of its record, the master key for every record: made ready once, as long as it lives. */
const ready = new WeakMap<Uint8Array, { secret: KeyObject; mac: KeyObject }>();

function halvesOf(key: Uint8Array): { secret: KeyObject; mac: KeyObject } {
  let halves = ready.get(key);
  if (!halves) {
    halves = { secret: createSecretKey(key.subarray(0, 16)), mac: createSecretKey(key.subarray(16)) };
    ready.set(key, halves);
  }
  return halves;
}

function tagOf(mac: KeyObject, body: Uint8Array): Buffer {
  return createHmac('sm3', mac).update(body).digest().subarray(0, 16);
}
