import { type RawBuilder, sql } from 'kysely';
import type { Point } from '../../../kernel/geometry.ts';
import type { ReadContext } from '../../api/context.ts';
import { SHORTEST_DEGREE, snakeCase } from '../../registers/index.ts';
import type { Layer } from '../layer.rules.ts';
import { standing, titleOf } from '../tiles/tile-rows.ts';

export interface NearRecord {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: string;
  readonly mark: string;
  readonly unitId: string | null;
  /** Metres on the spheroid to where the record is nearest; 0 within an outline. */
  readonly metres: number;
  readonly lng: number;
  readonly lat: number;
}

export interface NearAsked {
  readonly limit: number;
  /** Metres; nothing farther is answered. */
  readonly within?: number | undefined;
  /** A further condition over `r`, such as the state. */
  readonly where?: RawBuilder<unknown>;
}

/**
 * The records of a layer nearest to a point as far as the viewer sees them, measured on the spheroid. The index orders by degrees,
 * in which east is too far: its first ones say only how far to look; everything that near is measured, so none is missed.
 */
export function nearestOf(ctx: ReadContext, layer: Layer, at: Point, asked: NearAsked): Promise<NearRecord[]> {
  const { limit, within = null, where = sql`true` } = asked;
  const shape = sql.ref(`r.${snakeCase(layer.place)}`);
  const point = sql`st_setsrid(st_makepoint(${at.lng}::float8, ${at.lat}::float8), 4490)`;
  const metres = sql`st_distance(${shape}::geography, ${point}::geography)`;
  const seen = sql`${ctx.visible(layer.register, layer.read)} r where ${standing(layer)} and ${where}`;
  const degrees = sql`(reach.metres * 1.001 + 1) / ${SHORTEST_DEGREE}::float8`;
  const narrowing = sql`greatest(cos(radians(least(abs(${at.lat}::float8) + ${degrees}, 90))), 0.01)`;
  return ctx.rows<NearRecord>(sql`
    with first as materialized (select ${metres} as metres from ${seen} order by ${shape} <-> ${point} limit ${limit}),
      reach as (select least(max(metres), ${within}::float8) as metres from first)
    select near.id, near.number, near.title, near.state, near.mark, near.unit_id, near.metres,
      st_x(near.touched) as lng, st_y(near.touched) as lat
    from (select r.id, r.number, ${titleOf(layer)} as title, r.state, r.mark, r.owner_unit_id as unit_id, ${metres} as metres,
        st_closestpoint(${shape}, ${point}) as touched
      from ${seen} and ${shape} && (select st_expand(${point}, ${degrees} / ${narrowing}, ${degrees}) from reach)) near
    where ${within}::float8 is null or near.metres <= ${within}::float8
    order by near.metres, near.id limit ${limit}`);
}

/** Where a record of a layer stands, within its outline; undefined where it has no place or the viewer does not see it. */
export function standingPoint(ctx: ReadContext, layer: Layer, id: string): Promise<Point | undefined> {
  const shape = sql.ref(`r.${snakeCase(layer.place)}`);
  return ctx.row<Point>(sql`select st_x(p.at) as lng, st_y(p.at) as lat
    from ${ctx.visible(layer.register, layer.read)} r, lateral (select st_pointonsurface(${shape}) as at) p
    where r.id = ${id} and ${shape} is not null`);
}

/** Short names of the units that keep records, by id. */
export async function unitNames(ctx: ReadContext, ids: readonly (string | null)[]) {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  const rows = await ctx.rows<{ id: string; name: string }>(
    sql`select id, short_name as name from unit where id = any(${asked}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
