import { sql } from 'kysely';
import { type Platform, rowsOf } from '../api/index.ts';
import { drawing, fileStore } from '../files/index.ts';

/** Longest side in pixels: a seal of 42 mm at 300 dots to the inch. */
const SIDE = 500;
const MOST_PIXELS = 40_000_000;

/** A seal's picture as PNG, transparency kept. Undefined where its content was destroyed meanwhile. */
export async function sealPicture(platform: Platform, fileId: string): Promise<Uint8Array | undefined> {
  const [found] = await platform.database.transact(
    (tx) => rowsOf<{ sha256: string }>(tx, sql`select sha256 from file where id = ${fileId} and destroyed_at is null`),
    { readOnly: true },
  );
  const store = fileStore(platform.home);
  if (!found || !(await store.has(found.sha256))) return undefined;
  const sharp = await drawing();
  return sharp(store.pathOf(found.sha256), { limitInputPixels: MOST_PIXELS })
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
}
