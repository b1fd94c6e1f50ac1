import { sql } from 'kysely';
import type { CommandContext } from '../api/context.ts';
import { meetClock, type RecordRef } from '../clocks/index.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import type { Fulfilment } from './define.ts';
import { missingEvidence, sumOf } from './evidence.rules.ts';
import { answerAssignment, readAssignment, readOrder } from './order.permissions.ts';
import { order } from './order.register.ts';
import { mattersRef, OPEN_STATES } from './parts.ts';

/** Facts that `fulfilOrders` writes: a command that fulfils orders lists them among its `records`. */
export const FULFIL_RECORDS = ['assignment.received', 'assignment.finished'] as const;

/**
 * 由此完成: what an order of this matter asks for has just been done elsewhere in the house (the report was sent), so its open
 * assignments are received and finished by whoever did it, with `result` in words. One that asks for photos or papers, or
 * whose parts are still open, stays with its people.
 */
export async function fulfilOrders(
  ctx: CommandContext,
  matter: RecordRef,
  deed: Fulfilment,
  result: string,
): Promise<void> {
  if (!ctx.holds(answerAssignment)) return;
  const open = await ctx.rows<{ id: string }>(sql`
    select a.id from assignment a join "order" o on o.id = a.order_id
    where o.matter_register = ${matter.register} and o.matter_id = ${matter.id} and o.fulfilled_by = ${deed}
      and a.state = any(${[...OPEN_STATES]}::text[]) and a.parent_assignment_id is null
      and not exists (select 1 from assignment c where c.parent_assignment_id = a.id
        and c.state = any(${[...OPEN_STATES]}::text[]))
    order by a.id`);
  for (const { id } of open) {
    const row = await ctx.load(assignment, id, readAssignment);
    const missing = missingEvidence(row.evidenceAsked, sumOf(row.evidenceGiven, { text: 1 }));
    if (Object.keys(missing).length > 0) continue;
    const from = await ctx.record(order, row.orderId, readOrder);
    const subject = { register: 'assignment', id };
    const tell = (kind: string, clocks: readonly RecordRef[]) =>
      ctx.fact({
        kind,
        subject,
        concerns: [{ register: 'order', id: from.id }, ...mattersRef(from), ...clocks],
        payload: { number: from.number, unitId: row.assigneeUnitId, fulfilledBy: deed },
      });
    const isReceived = row.receivedAt !== null;
    const received = isReceived
      ? row
      : await ctx.transition(assignmentLifecycle, row, 'receive', { receivedAt: ctx.now });
    if (!isReceived) tell('assignment.received', await meetClock(ctx, subject, 'receive'));
    await ctx.transition(assignmentLifecycle, received, 'finish', { doneAt: ctx.now, result });
    tell('assignment.finished', await meetClock(ctx, subject, 'finish'));
  }
}
