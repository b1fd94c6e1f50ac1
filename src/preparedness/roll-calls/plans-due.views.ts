import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';

interface Plan {
  readonly id: string;
  readonly name: string;
  readonly unitKinds: string[];
  readonly subject: string;
  readonly callMode: string;
  readonly times: string | null;
  readonly randomPerWeek: number | null;
  readonly heldAt: Date | null;
}

/** Plans in force, each with when it was last held by its times. */
export async function plansOf(ctx: ReadContext): Promise<{ now: Date; plans: Plan[] }> {
  const plans = await ctx.rows<Plan>(sql`
    select p.id, p.name, p.unit_kinds, p.subject, p.call_mode, p.times, p.random_per_week,
      (select max(c.called_at) from roll_call c where c.plan_id = p.id and c.call_kind = 'scheduled') as held_at
    from roll_call_plan p where p.state = 'active' order by p.name`);
  return { now: ctx.now, plans };
}
