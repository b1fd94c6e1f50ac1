/** Bytes that finished tiles may take in memory; the longest unasked go first. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What a tile costs besides its content. */
const OVERHEAD = 400;

/**
 * Finished tiles by a name that changes with everything they depend on: nothing is ever taken back, it is no longer asked for.
 * Those who ask for the same at once wait for one making.
 */
export function tileStore(most = MOST_BYTES) {
  const kept = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let size = 0;
  const keep = (key: string, bytes: Buffer) => {
    kept.set(key, bytes);
    size += bytes.length + OVERHEAD;
    for (const [old, { length }] of kept) {
      if (size <= most) return;
      kept.delete(old);
      size -= length + OVERHEAD;
    }
  };
  return async (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const begun = making.get(key);
    if (begun) return begun;
    const made = make().finally(() => making.delete(key));
    making.set(key, made);
    const bytes = await made;
    keep(key, bytes);
    return bytes;
  };
}
