import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeojsonVt from 'geojson-vt';
import { sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import type { Layer } from '../layer.rules.ts';
import { BUFFER, EXTENT, JOINED, mercatorBox, type TileAddress } from './tile.rules.ts';
import { tileRows } from './tile-rows.ts';

/**
 * The features of layers in a square, packed as a Mapbox vector tile with one layer of that name. Where several are joined, each
 * feature says as `layer` of which it is: a map draws them with a few drawings, however many are switched on.
 */
export type TileMaker = (
  ctx: ReadContext,
  name: string,
  layers: readonly Layer[],
  tile: TileAddress,
  /** As they stood then; now unless told. */
  moment?: Date,
) => Promise<Uint8Array>;

async function rowsOf(ctx: ReadContext, name: string, layers: readonly Layer[], tile: TileAddress, moment?: Date) {
  const own = name === JOINED ? (id: string) => sql`${id}::text` : () => sql`null::text`;
  const rows = await tileRows(ctx, layers, tile, moment);
  const parts = layers.map(({ id }, at) => sql`(select ${own(id)} as layer, f.* from (${rows[at]}) f)`);
  return sql.join(parts, sql` union all `);
}

/** PostgreSQL cuts and packs the tile itself. */
export const byDatabase: TileMaker = async (ctx, name, layers, tile, moment) => {
  const { west, south, east, north } = mercatorBox(tile);
  const row = await ctx.row<{ tile: Uint8Array }>(sql`
    select st_asmvt(t, ${name}, ${EXTENT}, 'geom') as tile from (
      select layer, id, title, state, mark, class, count, st_asmvtgeom(st_transform(geom, 3857),
        st_makebox2d(st_makepoint(${west}::float8, ${south}::float8), st_makepoint(${east}::float8, ${north}::float8)),
        ${EXTENT}, ${BUFFER}, true) as geom
      from (${await rowsOf(ctx, name, layers, tile, moment)}) f) t where geom is not null`);
  return row?.tile ?? new Uint8Array();
};

interface Feature {
  readonly geometry: GeoJSON.Geometry;
  readonly id: string | null;
}

/** The embedded database is built without protobuf: the same rows are cut and packed here. */
export const byHand: TileMaker = async (ctx, name, layers, tile, moment) => {
  const rows = await ctx.rows<Feature>(sql`
    select layer, id, title, state, mark, class, count, st_asgeojson(geom, 9)::jsonb as geometry
    from (${await rowsOf(ctx, name, layers, tile, moment)}) f where geom is not null`);
  const features = rows.map(({ geometry, ...properties }) => ({
    type: 'Feature' as const,
    geometry,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)),
  }));
  const index = new GeojsonVt(
    { type: 'FeatureCollection', features },
    { maxZoom: Math.max(tile.z, 1), indexMaxZoom: 0, tolerance: 0, extent: EXTENT, buffer: BUFFER },
  );
  const cut = index.getTile(tile.z, tile.x, tile.y);
  // The packer's types ask for what only the other maker's tiles carry; it reads features alone.
  const tiles = { [name]: cut } as unknown as Parameters<typeof fromGeojsonVt>[0];
  return cut ? fromGeojsonVt(tiles, { version: 2, extent: EXTENT }) : new Uint8Array();
};

export const tileMaker = (kind: 'server' | 'embedded'): TileMaker => (kind === 'server' ? byDatabase : byHand);
