import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import type { RecordRef } from '../clocks/index.ts';
import type { Permission } from '../identity/define.ts';
import { type AddresseeRef, addressedTo, unitDuty } from '../messaging/index.ts';
import type { RowOf } from '../registers/define.ts';
import { assignment } from './assignment.register.ts';
import { ANSWERS_FOR_UNIT, answerAssignment, readAssignment, readOrder } from './order.permissions.ts';
import { order } from './order.register.ts';
import { mayAnswer } from './order.rules.ts';
import { peopleOf } from './people.ts';

type Order = RowOf<typeof order>;
type Assignment = RowOf<typeof assignment>;

/** One assignee's part of an order. */
export interface Part {
  readonly order: Order;
  readonly assignment: Assignment;
}

/** The matter of an order as other records refer to it; empty for the day's own work. */
export function mattersRef(row: Pick<Order, 'matterRegister' | 'matterId'>): RecordRef[] {
  return row.matterRegister && row.matterId ? [{ register: row.matterRegister, id: row.matterId }] : [];
}

/**
 * Rights follow the work: assignee and its unit see assignment, order and matter; the unit that issued sees what
 * becomes of each part.
 */
export async function involveAll(ctx: CommandContext, parts: readonly Part[]): Promise<void> {
  const rows = parts.flatMap(({ order, assignment }) => {
    const records = [
      { register: 'assignment', record_id: assignment.id },
      { register: 'order', record_id: order.id },
      ...mattersRef(order).map((matter) => ({ register: matter.register, record_id: matter.id })),
    ];
    const assignees = records.flatMap((record) => [
      { ...record, unit_id: assignment.assigneeUnitId, person_id: null },
      ...(assignment.assigneePersonId ? [{ ...record, unit_id: null, person_id: assignment.assigneePersonId }] : []),
    ]);
    return [
      ...assignees,
      { register: 'assignment', record_id: assignment.id, unit_id: order.ownerUnitId, person_id: null },
    ];
  });
  await sql`
    insert into involvement (register, record_id, unit_id, unit_path, person_id, since)
    select distinct g.register, g.record_id, u.id, u.path, g.person_id, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as g(register text, record_id uuid, unit_id uuid, person_id uuid)
    left join unit u on u.id = g.unit_id
    where u.id is not null or g.person_id is not null
    on conflict do nothing`.execute(ctx.tx);
  for (const { assignment } of parts) {
    const { id, parentAssignmentId } = assignment;
    if (!parentAssignmentId) continue;
    // Whoever delegated sees what becomes of each part, and so does everybody above them.
    await involveLike(ctx, { register: 'assignment', id: parentAssignmentId }, { register: 'assignment', id });
  }
}

/** States in which somebody still owes an assignment. */
export const OPEN_STATES: readonly string[] = ['issued', 'delivered', 'received', 'under_way'];

/** Parts that somebody still owes, locked. */
export async function openPartsOf(ctx: CommandContext, orderId: string): Promise<Assignment[]> {
  const open = await ctx.rows<{ id: string }>(sql`
    select id from assignment where order_id = ${orderId} and state = any(${[...OPEN_STATES]}::text[])
    order by id`);
  const parts = [];
  for (const { id } of open) parts.push(await ctx.load(assignment, id, readAssignment));
  return parts;
}

/**
 * An assignment for somebody whose right comes with its order: the room, or the unit that issued it. The order is
 * locked before its parts, here as everywhere, so that two people at once wait for one another and never in a ring.
 */
export async function loadWithOrder(
  ctx: CommandContext,
  id: string,
  permission: Permission,
): Promise<{ row: Assignment; from: Order }> {
  const { orderId } = await ctx.record(assignment, id, readAssignment);
  const from = await ctx.load(order, orderId, permission);
  return { row: await ctx.load(assignment, id, readAssignment), from };
}

/** Everybody with a part in one record gets the same part in another that hangs on it. */
export async function involveLike(ctx: CommandContext, from: RecordRef, to: RecordRef): Promise<void> {
  await sql`
    insert into involvement (register, record_id, unit_id, unit_path, person_id, since)
    select ${to.register}, ${to.id}, unit_id, unit_path, person_id, ${ctx.now}::timestamptz
    from involvement where register = ${from.register} and record_id = ${from.id}
    on conflict do nothing`.execute(ctx.tx);
}

/**
 * Who is to know when a part stays undone: those who answer for the part it was cut from, or the duty room of the unit
 * that issued the order, where one of them answers for all. The room learns of a delegated part when the part above it is
 * late: it belongs to somebody.
 */
export async function superiorsOf(
  ctx: CommandContext,
  row: Assignment,
  from: Order,
): Promise<(string | AddresseeRef)[]> {
  if (!row.parentAssignmentId) return [addressedTo(unitDuty, { unitId: from.ownerUnitId })];
  // By its id alone: whoever finishes a part need not see the part above it.
  const above = await ctx.row<{ unitId: string; personId: string | null; postId: string | null }>(sql`
    select assignee_unit_id as unit_id, assignee_person_id as person_id, assignee_post_id as post_id
    from assignment where id = ${row.parentAssignmentId}`);
  if (!above) return [];
  const { unitId, personId, postId } = above;
  const [people] = await peopleOf(ctx, [{ unitId, ...(personId ? { personId } : {}), ...(postId ? { postId } : {}) }]);
  return people ?? [];
}

/** The assignment, locked, and its order, by somebody who answers for it. */
export async function loadToAnswer(ctx: CommandContext, id: string): Promise<{ row: Assignment; from: Order }> {
  const row = await ctx.load(assignment, id, answerAssignment);
  if (!mayAnswer(ctx.viewer, row, ANSWERS_FOR_UNIT)) {
    throw problem('permission.missing', {
      permission: answerAssignment.label,
      who: { zh: '承办单位', en: 'the unit it was given to' },
    });
  }
  return { row, from: await ctx.record(order, row.orderId, readOrder) };
}
