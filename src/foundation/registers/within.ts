import { type RawBuilder, sql } from 'kysely';
import type { Point } from '../../kernel/geometry.ts';
import { type Within, withinFrom } from '../../kernel/within.ts';

/** No degree of latitude is shorter, in metres, anywhere on the spheroid. */
export const SHORTEST_DEGREE = 110_574;

/** An outline by its corners as a polygon, CGCS2000. */
export function outlineShape(corners: readonly Point[]): RawBuilder<unknown> {
  const ring = [...corners, ...corners.slice(0, 1)].map(({ lng, lat }) => [lng, lat]);
  const json = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  return sql`st_setsrid(st_geomfromgeojson(${json}::text), 4490)`;
}

/** May what stands in a column lie within so many metres of a shape at that latitude? As far as the index can tell, in degrees. */
export function mayBeNear(
  column: RawBuilder<unknown>,
  shape: RawBuilder<unknown>,
  { lat, metres }: { readonly lat: number; readonly metres: number },
): RawBuilder<unknown> {
  const degrees = (metres * 1.001 + 1) / SHORTEST_DEGREE;
  const wide = degrees / Math.max(0.01, Math.cos(((Math.abs(lat) + degrees) * Math.PI) / 180));
  return sql`${column} && st_expand(${shape}, ${wide}::float8, ${degrees}::float8)`;
}

/**
 * Does what stands in a column touch this ground? Circles are measured on the spheroid; what the index can tell is asked of it
 * first.
 */
export function touches(column: RawBuilder<unknown>, within: Within): RawBuilder<unknown> {
  if ('corners' in within) {
    const shape = outlineShape(within.corners);
    return sql`(${column} && ${shape} and st_intersects(${column}, ${shape}))`;
  }
  const { centre, metres } = within;
  const point = sql`st_setsrid(st_makepoint(${centre.lng}::float8, ${centre.lat}::float8), 4490)`;
  return sql`(${mayBeNear(column, point, { lat: centre.lat, metres })}
    and st_dwithin(${column}::geography, ${point}::geography, ${metres}::float8))`;
}

/** The same for ground as an address has it; everything where none is given. */
export function touchesText(column: RawBuilder<unknown>, text: string | undefined): RawBuilder<unknown> {
  const within = withinFrom(text);
  return within ? touches(column, within) : sql`true`;
}
