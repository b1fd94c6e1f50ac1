import { fileTypeFromBuffer } from 'file-type';
import { problem } from '../../../kernel/problems.ts';
import { drawing } from '../../files/index.ts';
import { answered, askOutside, type Network } from '../../outside/index.ts';
import type { LayerEntry } from '../layers/layer-entry.ts';
import { pictureAddress, PIXELS as SIDE } from '../layers/service-address.rules.ts';
import type { TileAddress } from '../tiles/tile.rules.ts';
import { type Environment, mapKey } from './map-keys.ts';
import { shiftedTiles } from './shifted.rules.ts';

export interface Outside {
  readonly network: Network;
  /** Where keys of outside maps stand. */
  readonly environment: Environment;
}

export interface Limits {
  readonly timeoutSeconds: number;
  readonly mostKilobytes: number;
}

/** A picture as it came; undefined where the source has none for this square. */
export interface Picture {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const ACCEPTED: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);
/** A few kilobytes can claim a picture that no browser can unfold. */
const MOST_SIDE = 1024;
const MOST_REDIRECTS = 3;
const MOST_TOLD = 160;

/**
 * The picture of one square from an outside service. Its type is told by its bytes, never by what the other side calls it.
 * @throws `external.…`, `map.key_missing`
 */
export async function servicePicture(
  outside: Outside,
  service: LayerEntry,
  tile: TileAddress,
  limits: Limits,
): Promise<Picture | undefined> {
  if (service.serviceSystem !== 'gcj02') return ask(outside, service, tile, limits);
  const { tiles, left, top } = shiftedTiles(tile);
  const pieces = await Promise.all(tiles.map((one) => ask(outside, service, one, limits)));
  const sharp = await drawing();
  const placed = await Promise.all(
    pieces.map(async (piece, index) => ({
      input: piece && (await sharp(piece.bytes).resize(SIDE, SIDE, { fit: 'fill' }).png().toBuffer()),
      left: (index % 2) * SIDE,
      top: Math.floor(index / 2) * SIDE,
    })),
  );
  const known = placed.flatMap(({ input, ...at }) => (input ? [{ input, ...at }] : []));
  if (known.length === 0) return undefined;
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const whole = sharp({ create: { width: SIDE * 2, height: SIDE * 2, channels: 4, background } }).composite(known);
  const drawn = await whole.png().toBuffer();
  const bytes = await sharp(drawn).extract({ left, top, width: SIDE, height: SIDE }).webp({ quality: 88 }).toBuffer();
  return { mediaType: 'image/webp', bytes };
}

async function ask(
  { network, environment }: Outside,
  service: LayerEntry,
  tile: TileAddress,
  { timeoutSeconds, mostKilobytes }: Limits,
): Promise<Picture | undefined> {
  const key = mapKey(environment, service.keyName, pictureAddress(service, tile).hostname);
  const asked = await askOutside(network, pictureAddress(service, tile, key), {
    headers: { accept: 'image/png,image/jpeg,image/webp', 'user-agent': 'Fengsui' },
    timeoutMs: timeoutSeconds * 1000,
    mostBytes: mostKilobytes * 1024,
    // A key stays with the host it is for.
    redirects: { most: MOST_REDIRECTS, within: key ? 'origin' : 'network' },
  });
  const answer = answered(asked);
  if (!answer || answer.status === 204) return undefined;
  const { bytes } = answer;
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!ACCEPTED.has(mediaType)) throw problem('external.not_picture', { told: toldBy(bytes, key) });
  const sharp = await drawing();
  const { width, height } = await sharp(bytes)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  if (width < 1 || height < 1) throw problem('external.not_picture', { told: mediaType });
  if (width > MOST_SIDE || height > MOST_SIDE) throw problem('external.too_large');
  return { mediaType, bytes };
}

/** The words of an answer that is no picture, such as the reason in the exception of a WMS; a key that it repeats is left out. */
function toldBy(bytes: Buffer, key: string): string {
  const text = bytes.subarray(0, 4000).toString('utf8');
  const hidden = key === '' ? text : text.replaceAll(key, '…').replaceAll(encodeURIComponent(key), '…');
  const words = hidden
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\p{C}\uFFFD]+/gu, ' ')
    .trim();
  return words.slice(0, MOST_TOLD) || '—';
}
