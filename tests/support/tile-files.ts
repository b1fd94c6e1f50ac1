import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeojsonVt from 'geojson-vt';
import initSqlJs from 'sql.js';
import { type ArchiveFacts, type WrittenTile, writeArchive } from '../../src/foundation/geo/sources/pmtiles-writer.ts';
import { tilesOver } from './tile.ts';

const BOUNDS = [116.05, 39.85, 116.3, 40.0] as const;

const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const box = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

/** A small base map in the schema of Protomaps: land, a park, a river, two roads, a place. */
const BASE: Readonly<Record<string, object[]>> = {
  earth: [feature({ kind: 'earth' }, 'Polygon', box(116, 39.8, 116.4, 40.1))],
  landuse: [feature({ kind: 'park' }, 'Polygon', box(116.2, 39.93, 116.24, 39.96))],
  water: [
    feature({ kind: 'water', name: '永定河' }, 'Polygon', box(116.1, 39.86, 116.13, 39.98)),
    feature({ kind: 'river', name: '小河' }, 'LineString', [
      [116.13, 39.9],
      [116.28, 39.95],
    ]),
  ],
  roads: [
    feature({ kind: 'major_road', name: '石景山路' }, 'LineString', [
      [116.08, 39.906],
      [116.28, 39.906],
    ]),
    feature({ kind: 'minor_road', name: '古城大街' }, 'LineString', [
      [116.19, 39.88],
      [116.19, 39.96],
    ]),
  ],
  boundaries: [
    feature({ kind: 'country' }, 'LineString', [
      [116.06, 39.99],
      [116.29, 39.99],
    ]),
  ],
  buildings: [feature({ kind: 'building' }, 'Polygon', box(116.191, 39.907, 116.192, 39.908))],
  places: [feature({ kind: 'locality', name: '模式口' }, 'Point', [116.16, 39.94])],
};

/** Tiles of the base map, packed, as a maker would cut them. */
export function* baseTiles(depths: readonly number[] = [9, 11, 13]): Generator<WrittenTile> {
  const cutters = Object.entries(BASE).map(([name, features]) => {
    const collection = { type: 'FeatureCollection', features } as GeoJSON.FeatureCollection;
    return [name, new GeojsonVt(collection, { maxZoom: 14, indexMaxZoom: 0, extent: 4096, buffer: 64 })] as const;
  });
  for (const z of depths)
    for (const { x, y } of tilesOver(...BOUNDS, z)) {
      const layers = Object.fromEntries(
        cutters.flatMap(([name, cutter]) => {
          const tile = cutter.getTile(z, x, y);
          return tile ? [[name, tile]] : [];
        }),
      );
      const bytes = fromGeojsonVt(layers as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: 4096 });
      yield { z, x, y, bytes: gzipSync(bytes) };
    }
}

export const BASE_FACTS: ArchiveFacts = {
  format: 'mvt',
  bounds: BOUNDS,
  metadata: {
    attribution: '<a href="https://example.org">&copy; 示例制图</a>',
    vector_layers: Object.keys(BASE).map((id) => ({ id, fields: { kind: 'String', name: 'String' } })),
  },
};

/** A PMTiles in memory. */
export async function pmtiles(facts: ArchiveFacts, tiles: Iterable<WrittenTile>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-tiles-'));
  try {
    const path = join(folder, 'a.pmtiles');
    await writeArchive(path, facts, tiles);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An MBTiles in memory: rows from the south, as the format counts them. */
export async function mbtiles(
  metadata: Readonly<Record<string, string>>,
  tiles: readonly { z: number; x: number; y: number; bytes: Uint8Array }[],
  more = '',
): Promise<Buffer> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('create table metadata (name text, value text)');
  for (const [name, value] of Object.entries(metadata))
    database.run('insert into metadata values (?, ?)', [name, value]);
  const table = more === '' ? 'tiles' : 'other';
  database.run(`create table ${table} (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)`);
  for (const { z, x, y, bytes } of tiles)
    database.run(`insert into ${table} values (?, ?, ?, ?)`, [z, x, 2 ** z - 1 - y, bytes]);
  if (more !== '') database.run(more);
  const bytes = Buffer.from(database.export());
  database.close();
  return bytes;
}
