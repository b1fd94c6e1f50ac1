import { type RawBuilder, sql } from 'kysely';
import type { CommandContext } from '../../api/context.ts';
import type { RowOf } from '../../registers/define.ts';
import type { appointment } from './appointment.register.ts';
import { appointmentBelief } from './appointment-belief.register.ts';

/**
 * Appointments as they were known at an instant, in the columns of `appointment`, to put after FROM or JOIN: «who held this
 * post on day D, as known on day E». Now they are the register itself.
 */
export function appointmentsAsKnown(knownAt: Date | undefined): RawBuilder<unknown> {
  if (!knownAt) return sql`appointment`;
  return sql`(select a.id, a.person_id, a.post_id, b.valid_from, b.valid_to, a.deputises_for, a.acting_reason
    from appointment_belief b join appointment a on a.id = b.appointment_id
    where b.created_at <= ${knownAt}::timestamptz and (b.retracted_at is null or b.retracted_at > ${knownAt}::timestamptz))`;
}

/** What is known of an appointment from now on; what was known before is kept with the time until which it was. */
export async function believe(
  ctx: CommandContext,
  { id, validFrom, validTo, ownerUnitId }: RowOf<typeof appointment>,
  reason?: string,
): Promise<void> {
  // Two changes at one instant: the later is what was known then; the earlier was known for no time at all.
  ctx.write(sql`update appointment_belief set retracted_at = ${ctx.now}, version = version + 1
    where appointment_id = ${id} and retracted_at is null`);
  await ctx.insert(appointmentBelief, { appointmentId: id, validFrom, validTo, reason: reason ?? null, ownerUnitId });
}
