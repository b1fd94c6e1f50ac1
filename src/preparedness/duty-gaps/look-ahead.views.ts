import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import type { DutyKind } from '../duty-posts/duty-post.register.ts';
import { DUTY_RULES, daysOf, type Gap, gapsOf, monthOf, type Post } from '../duty-rosters/index.ts';
import { specialPeriodsIn } from '../special-periods/index.ts';

const HOUR = 3_600_000;

/** Posts of a unit that are empty now or will be within the hours of the rule, by published rosters; one for each post. */
export async function gapsAhead(ctx: ReadContext, unitId: string): Promise<Gap[]> {
  const until = new Date(ctx.now.getTime() + ctx.rules(DUTY_RULES).values.gapLookAhead * HOUR);
  const posts = await ctx.rows<Post>(sql`
    select duty_kind, seats, shift_length, starts_at from duty_post where unit_id = ${unitId} and state = 'active'`);
  if (posts.length === 0) return [];
  const shifts = (
    await ctx.rows<{ dutyKind: DutyKind; personId: string | null; startsAt: Date; endsAt: Date }>(sql`
      select duty_kind, person_id, starts_at, ends_at from duty_shift where unit_id = ${unitId} and state = 'published'
        and ends_at > ${ctx.now}::timestamptz - interval '32 days' and starts_at < ${until}::timestamptz + interval '32 days'`)
  ).map((one) => ({ ...one, startsAt: one.startsAt.getTime(), endsAt: one.endsAt.getTime() }));
  // A shift of yesterday reaches into this month.
  const months = [...new Set([new Date(ctx.now.getTime() - 24 * HOUR), ctx.now, until].map(monthOf))];
  const found = new Map<DutyKind, Gap>();
  for (const month of months) {
    const periods = await specialPeriodsIn(ctx, daysOf(month)[0] ?? '', daysOf(month).at(-1) ?? '');
    for (const gap of gapsOf({ month, posts, periods }, shifts)) {
      if (gap.to <= ctx.now.getTime() || gap.from >= until.getTime()) continue;
      const before = found.get(gap.dutyKind);
      found.set(gap.dutyKind, before ? { ...before, to: Math.max(before.to, gap.to) } : gap);
    }
  }
  return [...found.values()];
}

/** Units that keep duty at all. */
export const dutyUnits = (ctx: ReadContext): Promise<{ id: string }[]> =>
  ctx.rows(sql`select distinct unit_id as id from duty_post where state = 'active' order by 1`);
