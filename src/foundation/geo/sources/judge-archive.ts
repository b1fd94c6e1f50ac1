import { TileType } from 'pmtiles';
import { schemaOf, type TileFacts } from '../layers/tile-facts.rules.ts';
import { openArchive } from './archives.ts';
import { broken } from './broken-archive.ts';

/** What an archive brings besides what the map needs. */
export interface Judged {
  readonly facts: TileFacts;
  readonly attribution: string | null;
}

const FORMATS: Readonly<Record<number, TileFacts['format']>> = {
  [TileType.Mvt]: 'mvt',
  [TileType.Png]: 'png',
  [TileType.Jpeg]: 'jpeg',
  [TileType.Webp]: 'webp',
};
/** First bytes of a tile, unpacked: a file that says one thing and holds another is found before anybody looks at it. */
const BEGINS: Readonly<Record<TileFacts['format'], readonly number[]>> = {
  mvt: [0x1a],
  png: [0x89, 0x50],
  jpeg: [0xff, 0xd8],
  webp: [0x52, 0x49],
};
const MOST_LAYERS = 100;
const MOST_FIELDS = 60;

/**
 * Reads what a PMTiles on the disk says of itself, and one of its tiles.
 * @throws `map.archive_broken` with what is wrong
 */
export async function judgeArchive(path: string, of: Pick<TileFacts, 'archive' | 'sha256'>): Promise<Judged> {
  const archive = openArchive(path);
  try {
    const header = await archive.header();
    const format = FORMATS[header.tileType];
    if (!format)
      throw broken('瓦片格式不支持（支持矢量 MVT、PNG、JPEG、WebP）', 'its tiles are none of MVT, PNG, JPEG, WebP');
    const metadata = (await archive.metadata()) as Record<string, unknown> | null;
    const layers = format === 'mvt' ? layersOf(metadata?.vector_layers) : [];
    if (format === 'mvt' && layers.length === 0)
      throw broken('没有注明图层（vector_layers）', 'it does not name its layers (vector_layers)');
    const tile = await archive.first();
    if (tile.length === 0 || !BEGINS[format].every((byte, index) => tile[index] === byte))
      throw broken('瓦片内容与所注格式不符', 'its tiles are not what it says they are');
    const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
    const attribution = metadata?.attribution;
    return {
      facts: {
        ...of,
        format,
        minZoom,
        maxZoom: Math.min(22, maxZoom),
        bounds: [minLon, minLat, maxLon, maxLat],
        schema: schemaOf(layers.map(({ id }) => id)),
        layers,
      },
      attribution: typeof attribution === 'string' ? withoutTags(attribution).slice(0, 200) || null : null,
    };
  } finally {
    await archive.close();
  }
}

function layersOf(told: unknown): TileFacts['layers'] {
  if (!Array.isArray(told)) return [];
  return told.slice(0, MOST_LAYERS).flatMap((one) => {
    const id: unknown = one?.id;
    if (typeof id !== 'string' || id.length === 0 || id.length > 100) return [];
    const fields = Object.keys(typeof one.fields === 'object' && one.fields !== null ? one.fields : {});
    return [{ id, fields: fields.filter((name) => name.length <= 60).slice(0, MOST_FIELDS) }];
  });
}

/** Makers write their notice with links. */
const withoutTags = (text: string) =>
  text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .trim();
