import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import initSqlJs, { type Database } from 'sql.js';
import type { TileFacts } from '../layers/tile-facts.rules.ts';
import { DEEPEST } from '../tiles/tile.rules.ts';
import { broken, MOST_PIECE, pieceTooLarge } from './broken-archive.ts';
import { type ArchiveFacts, type WrittenTile, writeArchive } from './pmtiles-writer.ts';

const FORMATS: Readonly<Record<string, TileFacts['format']>> = {
  pbf: 'mvt',
  mvt: 'mvt',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
};

/**
 * Turns an MBTiles 1.3 into a PMTiles at `to`. It runs in a thread that is ended when it takes too long: SQLite of others may hold
 * views that never end. @throws `map.archive_broken`
 */
export async function convertMbtiles(from: string, to: string): Promise<void> {
  const { Database } = await initSqlJs();
  const database = new Database(readFileSync(from));
  try {
    const facts = factsOf(database);
    const count = await writeArchive(to, facts, tilesOf(database, facts.format));
    if (count === 0) throw broken('没有瓦片', 'it holds no tiles');
  } finally {
    database.close();
  }
}

function factsOf(database: Database): ArchiveFacts {
  const [found] = database.exec('select name, value from metadata limit 1000');
  const told = new Map((found?.values ?? []).map(([name, value]) => [String(name), String(value)]));
  const format = FORMATS[told.get('format') ?? ''];
  if (!format)
    throw broken(`瓦片格式「${told.get('format') ?? '未注明'}」不支持`, 'the format of its tiles is not supported');
  const numbers = (told.get('bounds') ?? '').split(',').map(Number);
  const bounds = numbers.length === 4 && numbers.every(Number.isFinite) ? numbers : [-180, -85, 180, 85];
  const { json, ...rest } = Object.fromEntries(told);
  return { format, bounds: bounds as unknown as ArchiveFacts['bounds'], metadata: { ...rest, ...layersOf(json) } };
}

function layersOf(json: string | undefined): object {
  try {
    const { vector_layers } = JSON.parse(json ?? '{}');
    return vector_layers ? { vector_layers } : {};
  } catch {
    throw broken('元数据无法识别', 'its metadata cannot be read');
  }
}

function* tilesOf(database: Database, format: TileFacts['format']): Generator<WrittenTile> {
  const statement = database.prepare('select zoom_level, tile_column, tile_row, tile_data from tiles');
  try {
    while (statement.step()) {
      const [z, x, row, data] = statement.get();
      const [depth, column, line] = [Number(z), Number(x), Number(row)];
      const side = 2 ** depth;
      const isPlace = [depth, column, line].every((one) => Number.isInteger(one) && one >= 0) && depth <= DEEPEST;
      if (!isPlace || column >= side || line >= side || !(data instanceof Uint8Array))
        throw broken('瓦片编号有误', 'the number of a tile is wrong');
      if (data.length > MOST_PIECE) throw pieceTooLarge();
      // Rows are counted from the south in this format.
      yield { z: depth, x: column, y: side - 1 - line, bytes: format === 'mvt' ? zipped(data) : data };
    }
  } finally {
    statement.free();
  }
}

/** Vector tiles lie in it packed, as they should, or not; either way they are not larger than a tile may be. */
function zipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return gzipSync(bytes);
  try {
    gunzipSync(bytes, { maxOutputLength: MOST_PIECE });
    return bytes;
  } catch {
    throw broken('其中一块过大或已损坏', 'a piece of it is too large or damaged');
  }
}
