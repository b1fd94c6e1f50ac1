/** Drawn for 256 askers at once: each draw asks the operating system, which costs more than all else of an identifier. */
const POOL = 4096;
let pool = new Uint8Array(0);

/** Sixteen bytes from the system's generator, given to nobody else and not kept here: for identifiers, nonces and keys. */
export function sixteenRandom(): Uint8Array {
  if (pool.length === 0) pool = crypto.getRandomValues(new Uint8Array(POOL));
  const bytes = pool.slice(0, 16);
  pool.fill(0, 0, 16);
  pool = pool.subarray(16);
  return bytes;
}
