import { type RawBuilder, sql } from 'kysely';
import type { Point } from '../../kernel/geometry.ts';
import type { ReadContext } from '../api/context.ts';
import type { Transaction } from '../database/define.ts';

/** 域外: places outside the district are real; they are stored and shown as such, never refused. */
export const OUTSIDE = '000000';

/** The smallest known area that covers the point: community before street before district. */
const covering = ({ lng, lat }: Point): RawBuilder<{ code: string }> => sql<{ code: string }>`
  select code from area where st_covers(outline, st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4490))
  order by length(code) desc, code limit 1`;

/** Code of the area a point lies in, `OUTSIDE` where none of ours covers it. For the engine, which stamps records. */
export async function areaOf(tx: Transaction, point: Point): Promise<string> {
  const { rows } = await covering(point).execute(tx);
  return rows[0]?.code ?? OUTSIDE;
}

/** Codes of many points in one query, in their order. */
export async function areasOf(tx: Transaction, points: readonly Point[]): Promise<string[]> {
  if (points.length === 0) return [];
  const places = points.map(({ lng, lat }) => ({ lng, lat }));
  const { rows } = await sql<{ code: string | null }>`
    select (select a.code from area a where st_covers(a.outline, st_setsrid(st_makepoint(p.lng, p.lat), 4490))
      order by length(a.code) desc, a.code limit 1) as code
    from rows from (jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as (lng float8, lat float8)) with ordinality as p(lng, lat, at)
    order by p.at`.execute(tx);
  return rows.map(({ code }) => code ?? OUTSIDE);
}

/** The same for views and commands. */
export async function codeOf(ctx: ReadContext, point: Point): Promise<string> {
  const row = await ctx.row<{ code: string }>(covering(point));
  return row?.code ?? OUTSIDE;
}
