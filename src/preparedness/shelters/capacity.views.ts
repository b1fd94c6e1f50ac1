import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import type { Compute } from '../../foundation/registers/define.ts';
import { SHELTER_STANDARDS } from './shelter-standards.rules.ts';

/**
 * People that the shelter `r` takes: what its zones take, each rounded down, or what its whole effective area takes where
 * no zones are drawn up; by the area a person of its class that the rule gives today.
 */
export function capacity(ctx: ReadContext): RawBuilder<unknown> {
  const { emergency, short, long } = ctx.rules(SHELTER_STANDARDS).values.areaPerPerson;
  const each = sql`(case r.duration_class when 'emergency' then ${emergency}::float8 when 'short' then ${short}::float8
    else ${long}::float8 end)`;
  return sql`coalesce((select sum(floor(z.effective_area / ${each}))::int from shelter_zone z
    where z.shelter_id = r.id and z.state = 'active' and z.takes_people), floor(r.effective_area / ${each})::int)`;
}

/** People who checked in at the shelter `r` and have not left. */
export const occupancy: RawBuilder<unknown> = sql`(select coalesce(sum(s.people), 0)::int from shelter_stay s
  where s.shelter_id = r.id and s.state = 'active')`;

export const ROOM: Readonly<Record<string, Compute>> = {
  capacity,
  occupancy: () => occupancy,
  vacancy: (ctx) => sql`greatest(0, ${capacity(ctx)} - ${occupancy})`,
};

/** Room of the shelter `r` for other questions about shelters. */
export const shelterRoom = (ctx: ReadContext): { capacity: RawBuilder<unknown>; vacancy: RawBuilder<unknown> } => ({
  capacity: capacity(ctx),
  vacancy: sql`greatest(0, ${capacity(ctx)} - ${occupancy})`,
});

/** What a notice says of a shelter besides its own words: how many it takes, and which unit keeps it. */
export async function publicFactsOf(ctx: ReadContext, id: string): Promise<{ people: number; unitName: string }> {
  const found = await ctx.row<{ people: number; unitName: string }>(sql`
    select ${capacity(ctx)} as people, u.name as unit_name
    from shelter r join unit u on u.id = r.owner_unit_id where r.id = ${id}`);
  return found ?? { people: 0, unitName: '' };
}
