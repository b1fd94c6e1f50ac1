import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { Role } from '../../foundation/identity/define.ts';

/** Who answers for a unit's roster, the first before the next. */
const KEEPERS: readonly Role[] = [
  'street_chief',
  'duty_leader',
  'department_officer',
  'community_worker',
  'team_leader',
  'utility_contact',
  'street_officer',
  'duty_officer',
];

/** The named human who must see that a unit's duty is kept: its head or contact, else that of the nearest unit above. */
export async function keeperOf(
  ctx: CommandContext,
  unit: { path: string },
  but: readonly string[] = [],
): Promise<string | undefined> {
  const found = await ctx.row<{ personId: string }>(sql`
    select a.person_id from unit u join post t on t.unit_id = u.id join appointment a on a.post_id = t.id
    where starts_with(${unit.path}, u.path) and t.role = any(${[...KEEPERS]}::text[]) and a.deputises_for is null and a.person_id <> all(${[...but]}::uuid[])
      and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
    order by length(u.path) desc, array_position(${[...KEEPERS]}::text[], t.role), a.valid_from, a.id limit 1`);
  return found?.personId;
}
