import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';

/** Does the person hold a post now? Whoever has left knocks at no door. */
export const isHeldNow = (ctx: ReadContext, person: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from appointment held where held.person_id = ${person} and held.valid_from <= ${ctx.now}::timestamptz
    and (held.valid_to is null or held.valid_to > ${ctx.now}::timestamptz))`;

/** People who knock at doors of a community, grid workers before others of it, by its code. */
export async function helpersOf(
  ctx: ReadContext,
  communityCodes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const codes = [...new Set(communityCodes)];
  const rows = await ctx.rows<{ code: string; personId: string; role: string }>(sql`
    select distinct on (u.area_code, a.person_id) u.area_code as code, a.person_id, t.role
    from unit u join post t on t.unit_id = u.id and t.role in ('grid_worker', 'community_worker')
    join appointment a on a.post_id = t.id and a.deputises_for is null and a.valid_from <= ${ctx.now}::timestamptz
      and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
    where u.area_code = any(${codes}::text[]) order by u.area_code, a.person_id, t.role desc`);
  return new Map(
    [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => {
      const grid = own.filter(({ role }) => role === 'grid_worker');
      return [code, (grid.length > 0 ? grid : own).map(({ personId }) => personId)];
    }),
  );
}
