import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { mayBeNear, snakeCase } from '../../registers/index.ts';
import type { Layer } from '../layer.rules.ts';
import { lengthOf } from '../measure.rules.ts';
import { graphOfDistrict } from '../routing/graph-of-district.ts';
import { type Footing, footing, metresToNodes, type RoadGraph, reachedRoads } from '../routing/road-graph.ts';
import { metresIn, ROUTING, type Routing } from '../routing/routing.rules.ts';
import { type Asked, USUAL_METRES } from './asked.rules.ts';
import type { Origin } from './origin.ts';

/** How ways are reckoned: along the roads, or straight, and then why. */
export type Way = 'roads' | 'no_graph' | 'far_from_roads';

export interface Reach {
  /** What was asked for: metres, or minutes. */
  readonly metres: number | null;
  readonly minutes: number | null;
  readonly way: Way;
  readonly graph: RoadGraph | undefined;
  readonly footing: Footing | undefined;
  /** What counts as around, as hexadecimal EWKB; drawn, and asked where `distance` does not say it exactly. */
  readonly shape: string;
  readonly squareMetres: number;
  /** The same as GeoJSON's coordinates of a MultiPolygon. */
  readonly outline: number[][][][];
  /** Around is what lies within so many metres of the origin; null where it is what lies in `shape`. */
  readonly distance: number | null;
  /** `shape` cut into squares, where points are counted by it; none where it is not asked. */
  readonly pieces: readonly Piece[];
}

/** What of the shape lies in a square; null where it fills it. The square has its west and south side, not the other two. */
interface Piece {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly shape: string | null;
}

/** The area within so many metres or minutes of the origin. Metres are measured on the spheroid. */
export async function reachOf(ctx: ReadContext, origin: Origin, asked: Asked): Promise<Reach> {
  const rules = ctx.rules(ROUTING).values;
  const graph = await graphOfDistrict(ctx);
  const start = graph && footing(graph, origin, rules.snapMetres);
  const way: Way = !graph ? 'no_graph' : start ? 'roads' : 'far_from_roads';
  const common = { way, graph, footing: start };
  const { minutes } = asked;
  const shape = sql`${origin.shape}::geometry`;
  if (minutes === undefined) {
    const metres = asked.metres ?? (origin.kind === 'area' ? 0 : USUAL_METRES);
    const around = await outlined(ctx, metres > 0 ? circle(shape, metres) : shape);
    return { ...common, ...around, metres, minutes: null, distance: metres, pieces: [] };
  }
  const most = metresIn(minutes, rules);
  const point = sql`st_setsrid(st_makepoint(${origin.lng}::float8, ${origin.lat}::float8), 4490)`;
  const reached = graph && start ? isochrone(graph, start, most, rules) : circle(point, most / rules.detour);
  const around = await outlined(ctx, reached);
  return { ...common, ...around, metres: null, minutes, distance: null, pieces: await piecesOf(ctx, around.shape) };
}

/** Squares a side. Finer ones have shorter outlines and need more of them. */
const SQUARES = 48;

/**
 * Cuts a shape for counting: a hundred thousand points against the outline of a whole district are slow, against the piece of a
 * square quick, and those in squares that lie inside need no comparison.
 */
async function piecesOf(ctx: ReadContext, hex: string): Promise<Piece[]> {
  const at = (low: string, high: string, step: string) =>
    sql.raw(`${low} + (${high} - ${low} + 1e-9) * ${step} / ${SQUARES}::float8`);
  return ctx.rows<Piece>(sql`
    with whole as materialized (select st_makevalid(${hex}::geometry) as shape),
      rim as (select shape, st_xmin(shape) as w, st_ymin(shape) as s, st_xmax(shape) as e, st_ymax(shape) as n
        from whole where not st_isempty(shape)),
      square as (select shape, ${at('w', 'e', 'x')} as west, ${at('s', 'n', 'y')} as south,
          ${at('w', 'e', '(x + 1)')} as east, ${at('s', 'n', '(y + 1)')} as north
        from rim, generate_series(0, ${SQUARES - 1}::int) x, generate_series(0, ${SQUARES - 1}::int) y)
    select west, south, east, north, case when st_covers(shape, box) then null
      else encode(st_asewkb(st_intersection(shape, box)), 'hex') end as shape
    from (select *, st_makeenvelope(west, south, east, north, 4490) as box from square) b where st_intersects(shape, box)`);
}

/** What to put after FROM for the records that lie around, as `r`: each once. */
export function recordsAround(
  layer: Layer,
  origin: Origin,
  reach: Reach,
  visible: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { pieces } = reach;
  if (pieces.length === 0 || layer.geometry !== 'point')
    return sql`(select * from ${visible} r where ${isAround(layer, origin, reach)}) r`;
  const place = sql.ref(`v.${snakeCase(layer.place)}`);
  const column = (name: keyof Piece) => pieces.map((piece) => piece[name]);
  // A point on a line between two squares belongs to the one that begins there. Materialised, pieces are read out of their text once.
  return sql`(with piece as materialized (
      select west, south, east, north, st_makeenvelope(west, south, east, north, 4490) as box, shape::geometry as shape
      from unnest(${column('west')}::float8[], ${column('south')}::float8[], ${column('east')}::float8[],
        ${column('north')}::float8[], ${column('shape')}::text[]) as p(west, south, east, north, shape))
    select v.* from piece p join ${visible} v on ${place} && p.box
      and st_x(${place}) >= p.west and st_x(${place}) < p.east and st_y(${place}) >= p.south and st_y(${place}) < p.north
      and (p.shape is null or st_intersects(p.shape, ${place}))) r`;
}

const circle = (shape: RawBuilder<unknown>, metres: number) =>
  sql`st_setsrid(st_buffer(${shape}::geography, ${metres}::float8, 16)::geometry, 4490)`;

/** Corners of an isochrone nearer than this, in degrees (two metres), tell nothing. */
const EVEN = 0.000_02;

/** 等时圈: the roads that are reached, as wide as one gets from them at once. */
function isochrone(graph: RoadGraph, start: Footing, most: number, { sideMetres }: Routing): RawBuilder<unknown> {
  const lines = reachedRoads(graph, start, metresToNodes(graph, start, most), most);
  const json = JSON.stringify({ type: 'MultiLineString', coordinates: lines });
  return sql`st_simplifypreservetopology(st_setsrid(st_buffer(st_setsrid(st_geomfromgeojson(${json}::text), 4490)::geography,
    ${sideMetres}::float8, 4)::geometry, 4490), ${EVEN}::float8)`;
}

type Outlined = Pick<Reach, 'shape' | 'squareMetres' | 'outline'>;

/** Five places are a metre: enough to draw. */
async function outlined(ctx: ReadContext, shape: RawBuilder<unknown>): Promise<Outlined> {
  const row = await ctx.row<Outlined>(sql`
    select encode(st_asewkb(o.shape), 'hex') as shape, st_area(o.shape::geography) as square_metres,
      case when st_isempty(p.areas) then '[]'::jsonb else st_asgeojson(p.areas, 5)::jsonb -> 'coordinates' end as outline
    from (select ${shape} as shape) o, lateral (select st_multi(st_collectionextract(o.shape, 3)) as areas) p`);
  return row as Outlined;
}

/** Within a district a plane is right to a third of this share; only what lies nearer to the rim is measured on the spheroid. */
const RIM = 0.01;
/** Degrees of latitude, beyond which a plane is not. */
const FLAT = 60;

/** Does a record of the layer lie around? A condition over `r`; what the index can tell is asked of it first. */
export function isAround(layer: Layer, origin: Origin, { distance, shape: reached }: Reach): RawBuilder<unknown> {
  const place = sql.ref(`r.${snakeCase(layer.place)}`);
  const shape = sql`${distance === null ? reached : origin.shape}::geometry`;
  if (distance === null || distance === 0) return sql`(${place} && ${shape} and st_intersects(${place}, ${shape}))`;
  const isIn = mayBeNear(place, shape, { lat: origin.lat, metres: distance });
  const isMeasured = sql`st_dwithin(${place}::geography, ${shape}::geography, ${distance}::float8)`;
  if (layer.geometry !== 'point' || !origin.isPoint || Math.abs(origin.lat) > FLAT)
    return sql`(${isIn} and ${isMeasured})`;
  const { lng, lat } = origin;
  const east = lengthOf([origin, { lng: lng + 0.01, lat }]) * 100;
  const north =
    lengthOf([
      { lng, lat: lat - 0.005 },
      { lng, lat: lat + 0.005 },
    ]) * 100;
  const square = sql`power((st_x(${place}) - ${lng}::float8) * ${east}::float8, 2)
    + power((st_y(${place}) - ${lat}::float8) * ${north}::float8, 2)`;
  return sql`(${isIn} and case when ${square} < ${(distance * (1 - RIM)) ** 2}::float8 then true
    when ${square} > ${(distance * (1 + RIM)) ** 2}::float8 then false else ${isMeasured} end)`;
}
