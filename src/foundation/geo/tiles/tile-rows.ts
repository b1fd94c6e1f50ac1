import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { snakeCase } from '../../registers/index.ts';
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
export function tileRows(ctx: ReadContext, layer: Layer, tile: TileAddress, moment?: Date): RawBuilder<unknown> {
  const records = recordsAt(ctx, layer, moment);
  if (layer.geometry !== 'point') return whole(records, layer, tile);
  if (tile.z < WHOLE_FROM) return gathered(records, layer, tile, CELLS);
  return tile.z < WHOLE_ALWAYS ? pointsOf(records, layer, tile) : whole(records, layer, tile);
}

/** Points as they are where they can be told apart; where thousands lie in a tile, gathered in finer cells: none is left out. */
function pointsOf(records: RawBuilder<unknown>, layer: Layer, tile: TileAddress): RawBuilder<unknown> {
  const isCrowded = sql`(select count(*) from near) > ${CROWD}`;
  return sql`with near as materialized (${whole(records, layer, tile, CROWD + 1)})
    (select * from near where not ${isCrowded} order by id) union all (${gathered(records, layer, tile, FINE_CELLS, isCrowded)})`;
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

function gathered(
  records: RawBuilder<unknown>,
  layer: Layer,
  tile: TileAddress,
  cells: number,
  when: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  const { west, south, east, north } = tileBox(tile);
  const [lng, lat] = [sql`st_x(${column(layer.place)})`, sql`st_y(${column(layer.place)})`];
  const one = (value: string) => sql`case when count(*) = 1 then min(${sql.raw(value)}) end as ${sql.raw(value)}`;
  // Half open and aligned to the tile: every point is counted in one cell of one tile.
  return sql`select ${sql.join(['id', 'title', 'state', 'mark', 'class'].map(one))},
      case when count(*) > 1 then count(*)::int end as count, st_setsrid(st_makepoint(avg(lng), avg(lat)), 4490) as geom
    from (select ${attributes(layer)}, ${lng} as lng, ${lat} as lat from ${records} r
      where ${column(layer.place)} && ${envelope({ west, south, east, north })} and ${standing(layer)}) point
    where ${when} and lng >= ${west}::float8 and lng < ${east}::float8 and lat > ${south}::float8 and lat <= ${north}::float8
    group by floor((lng - ${west}::float8) * ${cells / (east - west)}::float8),
      floor((lat - ${south}::float8) * ${cells / (north - south)}::float8)
    order by min(id)`;
}
