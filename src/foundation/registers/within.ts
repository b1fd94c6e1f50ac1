import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../kernel/within.ts';

/** No degree of latitude is shorter, in metres, anywhere on the spheroid. */
const SHORTEST_DEGREE = 110_574;

/**
 * Does what stands in a column touch this ground? Circles are measured on the spheroid; what the index can tell is asked of it
 * first.
 */
export function touches(column: RawBuilder<unknown>, within: Within): RawBuilder<unknown> {
  if ('corners' in within) {
    const ring = [...within.corners, ...within.corners.slice(0, 1)].map(({ lng, lat }) => [lng, lat]);
    const json = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
    const shape = sql`st_setsrid(st_geomfromgeojson(${json}::text), 4490)`;
    return sql`(${column} && ${shape} and st_intersects(${column}, ${shape}))`;
  }
  const { centre, metres } = within;
  const point = sql`st_setsrid(st_makepoint(${centre.lng}::float8, ${centre.lat}::float8), 4490)`;
  const degrees = (metres * 1.001 + 1) / SHORTEST_DEGREE;
  const wide = degrees / Math.max(0.01, Math.cos(((Math.abs(centre.lat) + degrees) * Math.PI) / 180));
  return sql`(${column} && st_expand(${point}, ${wide}::float8, ${degrees}::float8)
    and st_dwithin(${column}::geography, ${point}::geography, ${metres}::float8))`;
}
