import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { area } from '../../foundation/areas/area.register.ts';
import { streetsWithin } from '../../foundation/areas/index.ts';
import { SIGNED_IN } from '../../foundation/identity/define.ts';
import { withinInput } from '../../foundation/registers/index.ts';
import { problem } from '../../kernel/problems.ts';
import { grid } from '../../prevention/grids/grid.register.ts';
import { gridMember } from '../../prevention/grids/grid-member.register.ts';
import { household, households } from '../../prevention/population/household.register.ts';
import { endpointsCovering, works } from './covering.views.ts';
import { doorKnock, doorKnocks } from './door-knock.register.ts';
import { endpoint, endpoints } from './endpoint.register.ts';
import { LINE_TESTS } from './line-tests.rules.ts';

const MOST = 300;
const community = z.object({
  code: z.string(),
  name: z.string(),
  endpoints: z.number(),
  working: z.number(),
  /** The largest share, in per cent, that a working group of the whole community has; null where there is none. */
  groupShare: z.number().nullable(),
  households: z.number(),
  reached: z.number(),
  /** Reached by nothing, and nobody named who knocks. */
  unattended: z.number(),
});

/** 触达覆盖: of each community of a street, what works there and which households something surely reaches. */
export const coverage = view('endpoints.coverage', {
  label: { zh: '触达覆盖', en: 'Who is reached' },
  may: endpoints.read,
  input: z.object({
    /** The first street within reach unless told. */
    street: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  }),
  output: z.object({
    street: z.string(),
    streets: z.array(z.object({ code: z.string(), name: z.string() })),
    believedDays: z.number(),
    communities: z.array(community),
    /** Without it the figures of households are zero and mean nothing. */
    knowsHouseholds: z.boolean(),
  }),
  reads: [endpoint, doorKnock, household, area],
  async run(ctx, { street: asked }) {
    const streets = await streetsWithin(ctx, endpoints.read);
    const street = asked ?? streets[0]?.code;
    if (!street || !streets.some(({ code }) => code === street)) throw problem('record.unknown', {}, 'street');
    const knowsHouseholds = ctx.holds(households.read);
    const communities = await ctx.rows<z.output<typeof community>>(sql`
      with h as materialized (${knowsHouseholds ? judged(ctx, street) : NOBODY}),
      doors as (select community, count(*)::int as households, count(*) filter (where is_reached)::int as reached,
          count(*) filter (where not is_reached and knocker is null)::int as unattended from h group by community),
      e as (select left(u.area_code, 12) as community, e.endpoint_kind, e.building_id, e.household_share::float8 as share,
          coalesce(${works(ctx)}, false) as is_working
        from ${ctx.visible(endpoint, endpoints.read)} e join unit u on u.id = e.community_id
        where e.state in ('active', 'faulty') and starts_with(u.area_code, ${street}))
      select c.code, c.name, coalesce(t.endpoints, 0) as endpoints, coalesce(t.working, 0) as working, t.group_share,
        coalesce(d.households, 0) as households, coalesce(d.reached, 0) as reached, coalesce(d.unattended, 0) as unattended
      from ${ctx.visible(area, SIGNED_IN)} c left join doors d on d.community = c.code
      left join (select community, count(*)::int as endpoints, count(*) filter (where is_working)::int as working,
          max(share) filter (where is_working and endpoint_kind = 'group' and building_id is null) as group_share
        from e group by community) t on t.community = c.code
      where c.kind = 'community' and starts_with(c.code, ${street})
      order by coalesce(d.unattended, 0) desc, c.code`);
    const { believedDays } = ctx.rules(LINE_TESTS).values;
    return { street, streets, communities, knowsHouseholds, believedDays };
  },
});

const door = z.object({
  id: z.string(),
  address: z.string(),
  door: z.string().nullable(),
  livingThere: z.number().nullable(),
  doorKnockId: z.string().nullable(),
  /** Named for this door, or else whoever walks the grid around it. */
  knocker: z.string().nullable(),
  walker: z.string().nullable(),
});

/** 触达不到的户: every door of a community that no working endpoint surely reaches, and who knocks there. */
export const unreached = view('endpoints.unreached', {
  label: { zh: '触达不到的户', en: 'Households that nothing reaches' },
  may: households.read,
  input: z.object({ community: z.string().regex(/^\d{12}$/) }),
  output: z.object({ total: z.number(), doors: z.array(door), mayName: z.boolean() }),
  reads: [endpoint, doorKnock, household, grid, gridMember],
  async run(ctx, { community: code }) {
    const rows = await ctx.rows<z.output<typeof door> & { total: number }>(sql`
      with h as materialized (${judged(ctx, code)})
      select h.id, h.address, h.door, h.living_there, h.door_knock_id, h.knocker, count(*) over ()::int as total,
        case when h.knocker is null then (select m.name from grid g join grid_member m on m.grid_id = g.id
          where g.state = 'active' and m.state = 'active' and m.part in ('worker', 'chief', 'part_time')
            and h.at is not null and g.outline && h.at and st_intersects(g.outline, h.at)
          order by case m.part when 'worker' then 0 when 'part_time' then 1 else 2 end, m.id limit 1) end as walker
      from h where not h.is_reached order by (h.knocker is not null), h.address, h.door nulls first, h.id limit ${MOST}`);
    return {
      total: rows[0]?.total ?? 0,
      doors: rows.map(({ total: _, ...one }) => one),
      mayName: ctx.holds(doorKnocks.keep),
    };
  },
});

/** 覆盖某地的触达终端: what could bring something to the people of an area or of drawn ground, and who keeps it. */
export const covering = view('endpoints.covering', {
  label: { zh: '覆盖某地的触达终端', en: 'Endpoints that cover some ground' },
  may: endpoints.read,
  /** One of the two. */
  input: z.object({
    areaCode: z
      .string()
      .regex(/^\d{6,12}$/)
      .optional(),
    within: withinInput.optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        endpointKind: z.string(),
        communityId: z.string(),
        deviceAddress: z.string().nullable(),
        administrator: z.string(),
        administratorId: z.string().nullable(),
        isWorking: z.boolean(),
      }),
    ),
  }),
  reads: [endpoint, area],
  async run(ctx, { areaCode, within }) {
    if (areaCode) return { items: await endpointsCovering(ctx, { areaCode }) };
    if (!within) throw problem('input.invalid', {}, 'within');
    return { items: await endpointsCovering(ctx, { within }) };
  },
});

const NOBODY = sql`select null::uuid as id, null::text as community, false as is_reached, null::text as knocker where false`;

/**
 * The households of an area that the viewer sees. Surely reached are those whose building has a working endpoint, who live
 * where one is heard or seen, or whose building or community has a group that everybody is in; a group of 80 per cent says
 * of nobody that they are in it.
 */
function judged(ctx: ReadContext, areaCode: string): RawBuilder<unknown> {
  const isFull = sql`(e.endpoint_kind <> 'group' or e.household_share = 100)`;
  return sql`
    select r.id, left(r.area_code, 12) as community, r.address, r.door, r.living_there, r.at, k.id as door_knock_id, k.knocker,
      (exists (select 1 from endpoint e where e.building_id = r.building_id and ${works(ctx)} and ${isFull})
        or (r.at is not null and exists (select 1 from endpoint e
          where e.covers && r.at and st_intersects(e.covers, r.at) and ${works(ctx)}))
        or exists (select 1 from endpoint e join unit u on u.id = e.community_id
          where e.endpoint_kind = 'group' and e.building_id is null and e.household_share = 100 and ${works(ctx)}
            and u.area_code = left(r.area_code, 12))) as is_reached
    from ${ctx.visible(household, households.read)} r
    left join door_knock k on k.household_id = r.id and k.state = 'active'
    where r.state = 'active' and starts_with(r.area_code, ${areaCode})`;
}
