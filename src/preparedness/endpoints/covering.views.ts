import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { touchesText } from '../../foundation/registers/index.ts';
import { endpoint, endpoints } from './endpoint.register.ts';
import { LINE_TESTS } from './line-tests.rules.ts';

const DAY_MS = 86_400_000;

/** Does the endpoint `e` work, by a test that is still believed? */
export function works(ctx: ReadContext): RawBuilder<unknown> {
  const { believedDays } = ctx.rules(LINE_TESTS).values;
  const since = new Date(ctx.now.getTime() - believedDays * DAY_MS);
  return sql`(e.state = 'active' and e.tested_at >= ${since}::timestamptz)`;
}

export interface CoveringEndpoint {
  readonly id: string;
  readonly name: string;
  readonly endpointKind: string;
  readonly communityId: string;
  readonly deviceAddress: string | null;
  readonly administrator: string;
  /** Null where the administrator has no account here: they are reached by telephone. */
  readonly administratorId: string | null;
  /** By a passed test that is still believed. */
  readonly isWorking: boolean;
}

/**
 * Which endpoints, of those the viewer may see, bring something to people of an area (`areaCode`, community or above) or of
 * drawn ground (`within`: `lng,lat;…` or `lng,lat,metres`, CGCS2000)? Faulty ones are named as well and say so.
 */
export function endpointsCovering(
  ctx: ReadContext,
  ground: { readonly areaCode: string } | { readonly within: string },
): Promise<CoveringEndpoint[]> {
  const isThere =
    'areaCode' in ground
      ? sql`starts_with(u.area_code, ${ground.areaCode})`
      : sql`(${touchesText(sql`e.covers`, ground.within)} or ${touchesText(sql`e.at`, ground.within)} or exists (
          select 1 from area a where a.kind = 'community' and a.code = left(u.area_code, 12) and e.covers is null
            and ${touchesText(sql`a.outline`, ground.within)}))`;
  return ctx.rows<CoveringEndpoint>(sql`
    select e.id, e.name, e.endpoint_kind, e.community_id, e.device_address, e.administrator, e.administrator_id,
      coalesce(${works(ctx)}, false) as is_working
    from ${ctx.visible(endpoint, endpoints.read)} e join unit u on u.id = e.community_id
    where e.state in ('active', 'faulty') and ${isThere} order by e.endpoint_kind, e.name, e.id`);
}
