import { sixteenRandom } from './randomness.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Identifiers are UUIDv7 (RFC 9562) made by whoever creates the record: server, phone, other installation.
 * They sort by time, so that new rows land at the end of an index.
 */
let lastMillisecond = 0;
let counter = 0;

/** @returns a new UUIDv7 in lower-case text form; strictly increasing within one process. */
export function newId(): string {
  const bytes = sixteenRandom();
  const now = Date.now();
  // Within one millisecond the 12 random bits after the version become a counter (RFC 9562 §6.2, method 1).
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = ((bytes[6] ?? 0) & 0x07) << 8;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  let rest = lastMillisecond;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}
