import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { post } from '../../foundation/organisation/post.register.ts';
import { readPlan } from '../plans/index.ts';
import { plan } from '../plans/plan.register.ts';
import { supplies, supply } from '../supplies/supply.register.ts';
import { team, teams } from '../teams/team.register.ts';
import { teamEquipment, teamEquipments } from '../teams/team-equipment.register.ts';
import { VEHICLE_KINDS, vehicle, vehicles } from '../vehicles/vehicle.register.ts';

/** What the district has today, against which a plan is checked while it is written and before it is activated. */
export const standing = view('planEditor.standing', {
  label: { zh: '预案核对依据', en: 'What plans are checked against' },
  may: readPlan,
  input: z.object({}),
  output: z.object({
    posts: z.array(
      z.object({ id: z.string(), unitId: z.string(), name: z.string(), role: z.string(), isHeld: z.boolean() }),
    ),
    streets: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Names of goods, equipment, kinds of vehicles and teams, as far as the viewer may see them. */
    resources: z.array(z.string()),
  }),
  reads: [plan, post, supply, team, teamEquipment, vehicle],
  async run(ctx) {
    const posts = await ctx.rows<{ id: string; unitId: string; name: string; role: string; isHeld: boolean }>(sql`
      select t.id, t.unit_id, t.name, t.role, exists (select 1 from appointment a where a.post_id = t.id
        and a.valid_from <= ${ctx.now} and (a.valid_to is null or a.valid_to > ${ctx.now})) as is_held
      from post t order by t.unit_id, t.name`);
    const streets = await ctx.rows<{ id: string; name: string }>(sql`
      select id, short_name as name from unit where kind = 'street_office' order by path`);
    return { posts, streets, resources: await namesOnTheBooks(ctx) };
  },
});

/** Names of goods, equipment, kinds of vehicles and teams that are on the books, as far as the viewer may see them. */
export async function namesOnTheBooks(ctx: ReadContext): Promise<string[]> {
  const named = await ctx.rows<{ name: string }>(sql`
    select name from ${ctx.visible(supply, supplies.read)} s
    union select name from ${ctx.visible(teamEquipment, teamEquipments.read)} e
    union select name from ${ctx.visible(team, teams.read)} t where t.state not in ('withdrawn', 'merged')
    limit 20000`);
  const kinds = await ctx.rows<{ kind: string }>(sql`
    select distinct vehicle_kind as kind from ${ctx.visible(vehicle, vehicles.read)} v`);
  const vehicleNames = kinds.map(({ kind }) => VEHICLE_KINDS.find(({ id }) => id === kind)?.label.zh ?? kind);
  return [...named.map(({ name }) => name), ...vehicleNames];
}
