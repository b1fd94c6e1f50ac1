import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { area } from '../areas/area.register.ts';
import { SIGNED_IN } from '../identity/define.ts';

/** Street and community that a point of a query lies in, in one word: 古城街道八角社区; empty outside the district. */
export const areaNameOf = (ctx: ReadContext, point: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((select string_agg(named.name, '' order by named.depth) from (
    select distinct on (length(a.code)) a.name, length(a.code) as depth from ${ctx.visible(area, SIGNED_IN)} a
    where a.kind <> 'district' and a.outline && ${point} and st_covers(a.outline, ${point})
    order by length(a.code), a.code) named), '')`;
