import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import type { RowOf } from '../registers/define.ts';
import { assignment } from './assignment.register.ts';
import { readAssignment, readOrder } from './order.permissions.ts';
import { order } from './order.register.ts';
import { differencesOf } from './order-changes.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const neighbour = z.object({
  number: z.string(),
  /** The same addressee's part in it; null where that cannot be seen. */
  assignmentId: z.string().nullable(),
});

/** The orders before and after one part's, as far as its viewer may see them. */
export const changeOutput = z.object({
  before: neighbour
    .extend({ differences: z.array(z.object({ label: phrase, before: phrase, after: phrase })) })
    .nullable(),
  after: neighbour.nullable(),
});

export async function changesAround(
  ctx: ReadContext,
  part: RowOf<typeof assignment>,
): Promise<z.input<typeof changeOutput>> {
  const own: RowOf<typeof order> = await ctx.record(order, part.orderId, readOrder);
  const neighbours = await ctx.rows<{ id: string; number: string; assignmentId: string | null }>(sql`
    select o.id, o.number, (
      select a.id from ${ctx.visible(assignment, readAssignment)} a
      where a.order_id = o.id and a.assignee_unit_id = ${part.assigneeUnitId} and a.parent_assignment_id is null
      order by (a.assignee_person_id is not distinct from ${part.assigneePersonId}::uuid) desc, a.id limit 1) as assignment_id
    from ${ctx.visible(order, readOrder)} o
    where o.id = ${own.previousOrderId}::uuid or o.previous_order_id = ${own.id}`);
  const before = neighbours.find(({ id }) => id === own.previousOrderId);
  const after = neighbours.find(({ id }) => id !== own.previousOrderId);
  const first = before && (await ctx.record(order, before.id, readOrder));
  return {
    before: before && first ? { ...before, differences: differencesOf(first, own) } : null,
    after: after ?? null,
  };
}
