import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { snakeCase } from '../../registers/index.ts';
import { countedOf, countRows } from '../counts/count-rows.ts';
import { DEEPEST_CELL } from '../counts/counted.rules.ts';
import { recordsAt } from '../history/records-at.ts';
import type { Layer } from '../layer.rules.ts';
import {
  type Box,
  BUFFER,
  CELLS,
  CROWD,
  EXTENT,
  FINE_CELLS,
  type TileAddress,
  tileBox,
  WHOLE_ALWAYS,
  WHOLE_FROM,
} from './tile.rules.ts';

/** More than a screen can tell apart; beyond it a tile is cut, whatever a register holds. */
const MOST = 20_000;
/** Pixels of a tile's side on the screen. */
const PIXELS = 512;
/** A share of a tile's side by which the index is asked beyond it: the cell decides, not the rounding of a border. */
const RIM = 0.001;
/** Degrees within which a point is the one that a cell was counted by. */
const EXACT = 1e-8;

const column = (name: string) => sql.ref(`r.${snakeCase(name)}`);

/** A value that features are named or told apart by. */
export const attributeOf = ({ isLoose }: Layer, name: string): RawBuilder<unknown> =>
  isLoose ? sql`(r.attributes ->> ${name}::text)` : column(name);

const envelope = ({ west, south, east, north }: Box) =>
  sql`st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4490)`;

/** The records of a layer that stand on the map, as far as the viewer sees them: a condition over `r`. */
export function standing(layer: Layer): RawBuilder<unknown> {
  const { states, place } = layer;
  const isOpen = states ? sql`r.state = any(${[...states]}::text[])` : sql`true`;
  return sql`${column(place)} is not null and ${isOpen} and ${narrowed(layer)}`;
}

/** What a layer of the catalogue takes of its register. */
export function narrowed({ only = [], register }: Layer): RawBuilder<unknown> {
  const parts = only.map(({ field, values }) => {
    if (field === 'areaCode') return sql`r.area_code like any(${values.map((code) => `${code}%`)}::text[])`;
    const isMany = register.fields[field]?.column.startsWith('text[]');
    return isMany
      ? sql`${column(field)} && ${[...values]}::text[]`
      : sql`${column(field)}::text = any(${[...values]}::text[])`;
  });
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** What names a record on the map. */
export function titleOf(layer: Layer): RawBuilder<unknown> {
  return layer.title ? sql`left(${attributeOf(layer, layer.title)}::text, 60)` : sql`r.number`;
}

/**
 * The features of a tile in CGCS2000: id, title, state, mark, class (the value its colour tells), and from z12 upwards the
 * shape as it is. Below, and where they crowd, points of one cell are one feature with their count; outlines lose what no pixel shows.
 * With a moment: as they stood then.
 */
export async function tileRows(
  ctx: ReadContext,
  layers: readonly Layer[],
  tile: TileAddress,
  moment?: Date,
): Promise<RawBuilder<unknown>[]> {
  const isLow = tile.z < WHOLE_FROM;
  const depth = tile.z + Math.log2(isLow ? CELLS : FINE_CELLS);
  const counted = await countedOf(ctx, layers, depth, moment);
  return layers.map((layer) => {
    const records = recordsAt(ctx, layer, moment);
    if (layer.geometry !== 'point' || tile.z >= WHOLE_ALWAYS) return whole(records, layer, tile);
    const cells = counted.has(layer)
      ? fromCounts(ctx, records, layer, tile, depth)
      : gathered(records, layer, tile, depth);
    return isLow ? sql`select * from (${cells}) f order by count, id` : pointsOf(records, layer, tile, cells);
  });
}

/** Points as they are where they can be told apart; where thousands lie in a tile, gathered in finer cells: none is left out. */
function pointsOf(
  records: RawBuilder<unknown>,
  layer: Layer,
  tile: TileAddress,
  cells: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const isCrowded = sql`(select count(*) from near) > ${CROWD}`;
  return sql`with near as materialized (${whole(records, layer, tile, CROWD + 1)})
    (select * from near where not ${isCrowded} order by id) union all (select * from (${cells}) f where ${isCrowded})`;
}

function attributes(layer: Layer): RawBuilder<unknown> {
  const value = layer.colourBy ? sql`${attributeOf(layer, layer.colourBy)}::text` : sql`null::text`;
  return sql`r.id::text as id, ${titleOf(layer)} as title, r.state, r.mark, ${value} as class`;
}

function whole(records: RawBuilder<unknown>, layer: Layer, tile: TileAddress, most?: number): RawBuilder<unknown> {
  const box = tileBox(tile, BUFFER / EXTENT);
  const pixel = (box.east - box.west) / PIXELS;
  const shape = column(layer.place);
  const drawn = tile.z < WHOLE_FROM ? sql`st_simplify(${shape}, ${pixel}::float8, true)` : shape;
  return sql`select ${attributes(layer)}, null::int as count, ${drawn} as geom
    from ${records} r
    where ${shape} && ${envelope(box)} and ${standing(layer)} ${most ? sql`limit ${most}` : sql`order by r.id limit ${MOST}`}`;
}

const FEATURE = ['id', 'title', 'state', 'mark', 'class'] as const;
const MIDDLE = sql`st_setsrid(st_makepoint(lng, lat), 4490) as geom`;

/** Which cell of that depth a point lies in, as `place_cell` reckons it: every point is counted in one cell of one tile. */
function gathered(records: RawBuilder<unknown>, layer: Layer, tile: TileAddress, depth: number): RawBuilder<unknown> {
  const { west, south, east, north } = tileBox(tile, RIM);
  const [lng, lat] = [sql`st_x(${column(layer.place)})`, sql`st_y(${column(layer.place)})`];
  const side = 2 ** depth;
  const [x, y] = [tile.x, tile.y].map((at) => at * 2 ** (depth - tile.z)) as [number, number];
  const cells = 2 ** (depth - tile.z);
  const one = (value: string) => sql`case when count(*) = 1 then min(${sql.raw(value)}) end as ${sql.raw(value)}`;
  return sql`select id, title, state, mark, class, count, ${MIDDLE} from (
    select ${sql.join(FEATURE.map(one))}, case when count(*) > 1 then count(*)::int end as count, avg(lng) as lng, avg(lat) as lat
    from (select ${attributes(layer)}, ${lng} as lng, ${lat} as lat,
        floor((${lng} + 180) / 360 * ${side}::float8) - ${x}::float8 as x,
        floor((1 - asinh(tan(radians(${lat}))) / pi()) / 2 * ${side}::float8) - ${y}::float8 as y
      from ${records} r
      where ${column(layer.place)} && ${envelope({ west, south, east, north })} and ${standing(layer)}) point
    where x >= 0 and x < ${cells}::float8 and y >= 0 and y < ${cells}::float8
    group by x, y) gathered`;
}

/** The same from the counts that are kept; the one record of a cell is looked up, for its name. */
function fromCounts(
  ctx: ReadContext,
  records: RawBuilder<unknown>,
  layer: Layer,
  tile: TileAddress,
  depth: number,
): RawBuilder<unknown> {
  const shape = column(layer.place);
  const shift = 2 * (DEEPEST_CELL - depth);
  return sql`select one.id, one.title, one.state, one.mark, one.class, case when c.count > 1 then c.count end as count, ${MIDDLE}
    from (${countRows(ctx, layer, tile, depth)}) c
    left join lateral (select ${attributes(layer)} from ${records} r
      where c.count = 1 and ${shape} && st_expand(st_setsrid(st_makepoint(c.lng, c.lat), 4490), ${EXACT}::float8)
        and place_cell(${shape}) >> ${shift}::int = c.cell and ${standing(layer)} limit 1) one on true`;
}
