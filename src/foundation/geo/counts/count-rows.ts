import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { reachCondition, reachOf } from '../../identity/index.ts';
import type { Layer } from '../layer.rules.ts';
import type { TileAddress } from '../tiles/tile.rules.ts';
import { cellsOf, DEEPEST_CELL } from './counted.rules.ts';

/** What of the counts a viewer may add up: SQL over a relation `scoped`; undefined where counts cannot tell it. */
function reachable({ viewer }: ReadContext, { register, read }: Layer): RawBuilder<unknown> | undefined {
  const reach = reachOf(register, read, viewer);
  if (reach === 'all') return sql`true`;
  // Who made a record, or has a part in it, no cell knows.
  if (reach === 'none' || reach.some(({ scope }) => scope === 'own' || scope === 'involved')) return undefined;
  return reachCondition(reach, viewer, { register: sql`scoped.register`, recordId: sql`null::uuid` });
}

/** Those of the layers whose points in cells of this depth can be added up from counts. */
export async function countedOf(
  ctx: ReadContext,
  layers: readonly Layer[],
  depth: number,
  moment: Date | undefined,
): Promise<ReadonlySet<Layer>> {
  if (moment || depth > DEEPEST_CELL) return new Set();
  const able = layers.filter(
    (layer) =>
      layer.geometry === 'point' &&
      !layer.isLoose &&
      (layer.only ?? []).length === 0 &&
      reachable(ctx, layer) !== undefined,
  );
  if (able.length === 0) return new Set();
  const names = able.map(({ register }) => register.name);
  const rows = await ctx.rows<{ register: string }>(
    sql`select register from place_counted where register = any(${names}::text[])`,
  );
  const counted = new Set(rows.map(({ register }) => register));
  return new Set(able.filter(({ register }) => counted.has(register.name)));
}

/** The cells of a tile with more than nothing in them: `cell`, `count`, and the middle of its points. */
export function countRows(ctx: ReadContext, layer: Layer, tile: TileAddress, depth: number): RawBuilder<unknown> {
  const { first, last } = cellsOf(tile);
  const { register, place, states } = layer;
  const isOpen = states ? sql`scoped.state = any(${[...states]}::text[])` : sql`true`;
  return sql`select scoped.cell >> ${2 * (DEEPEST_CELL - depth)}::int as cell, sum(scoped.count)::int as count,
      (sum(scoped.lng) / sum(scoped.count) / 1e9)::float8 as lng, (sum(scoped.lat) / sum(scoped.count) / 1e9)::float8 as lat
    from place_count scoped
    where scoped.register = ${register.name} and scoped.field = ${place} and scoped.cell between ${first}::bigint and ${last}::bigint
      and ${isOpen} and ${reachable(ctx, layer) ?? sql`false`}
    group by 1 having sum(scoped.count) > 0`;
}
