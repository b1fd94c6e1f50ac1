import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * SM4-CTR (GB/T 32907) with HMAC-SM3 over nonce and ciphertext: encrypt-then-MAC, because OpenSSL offers no
 * authenticated mode for SM4. Layout: nonce 16 · ciphertext · tag 16. Keys are 32 bytes: 16 to encrypt, 16 to sign.
 */
export function seal(key: Uint8Array, plain: Uint8Array): Buffer {
  const nonce = randomBytes(16);
  const cipher = createCipheriv('sm4-ctr', key.subarray(0, 16), nonce);
  const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, tagOf(key, body)]);
}

/** @throws when the bytes were changed or the key is another one. */
export function open(key: Uint8Array, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const body = bytes.subarray(0, -16);
  if (bytes.length < 32 || !timingSafeEqual(tagOf(key, body), bytes.subarray(-16))) {
    throw new Error('sealed text was changed or belongs to another key');
  }
  const decipher = createDecipheriv('sm4-ctr', key.subarray(0, 16), body.subarray(0, 16));
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
}

export function newKey(): Buffer {
  return randomBytes(32);
}

function tagOf(key: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sm3', key.subarray(16)).update(body).digest().subarray(0, 16);
}
