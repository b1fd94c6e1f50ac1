import { sql } from 'kysely';
import type { CommandContext } from '../api/context.ts';
import { cancelClock } from '../clocks/index.ts';
import { sendMessage, sendMessages, told } from '../messaging/index.ts';
import type { RowOf } from '../registers/define.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import { announce, assigneeOf, insertAssignment, successorOf } from './issue.ts';
import { order } from './order.register.ts';
import { FINISH_LATE, FINISH_NEAR, NOT_RECEIVED, PASSED_TO_DEPUTY } from './order-messages.rules.ts';
import { mattersRef, OPEN_STATES, superiorsOf } from './parts.ts';
import { type Assignee, deputyFor, dutyPeopleOf, peopleOf } from './people.ts';

type Assignment = RowOf<typeof assignment>;
type Order = RowOf<typeof order>;

/** Facts that passing on writes. */
export const PASS_RECORDS = ['assignment.passed_to_deputy', 'assignment.issued', 'message.sent'] as const;

/**
 * Nobody received in time: the deputy gets the order as an assignment of its own, and the first one stays in sight as
 * not answered. Without a deputy, or when the deputy is silent too, the duty room is told. Doing it twice changes
 * nothing: an assignment that is no longer waiting is left alone.
 */
export async function passOn(ctx: CommandContext, assignmentId: string): Promise<void> {
  const row = await ctx.load(assignment, assignmentId);
  if (row.state !== 'issued' && row.state !== 'delivered') return;
  const from = await ctx.record(order, row.orderId);
  const deputy = (await isPassedOn(ctx, row)) ? undefined : await deputyFor(ctx, assigneeOf(row));
  if (deputy) await passTo(ctx, row, from, deputy);
  else await tellDuty(ctx, row, from);
}

/** The deputy gets a part of the order; the first part ends as not answered. Both are told. */
export async function passTo(ctx: CommandContext, row: Assignment, from: Order, deputy: Assignee): Promise<Assignment> {
  await ctx.transition(assignmentLifecycle, row, 'pass');
  const clocks = await cancelClock(ctx, { register: 'assignment', id: row.id });
  const next = await insertAssignment(ctx, from, deputy, successorOf(row));
  ctx.fact({
    kind: 'assignment.passed_to_deputy',
    subject: { register: 'assignment', id: row.id },
    concerns: [
      { register: 'order', id: from.id },
      { register: 'assignment', id: next.id },
      ...mattersRef(from),
      ...clocks,
    ],
    payload: { number: from.number, deputyId: deputy.personId ?? null, receiveDueAt: row.receiveDueAt },
  });
  await announce(ctx, [{ order: from, assignment: next }]);
  const [silent] = await peopleOf(ctx, [assigneeOf(row)]);
  await sendMessage(ctx, {
    to: silent ?? [],
    ...told(PASSED_TO_DEPUTY, { number: from.number ?? '', title: from.title }),
    priority: from.priority,
    about: { register: 'assignment', id: row.id },
    mark: row.mark,
  });
  return next;
}

/** The finish is near or past: the assignee is reminded, and once it is past the duty room knows too. */
export async function remindOfFinish(ctx: CommandContext, assignmentId: string, isLate: boolean): Promise<void> {
  const row = await ctx.load(assignment, assignmentId);
  if (!OPEN_STATES.includes(row.state)) return;
  const from = await ctx.record(order, row.orderId);
  const [people] = await peopleOf(ctx, [assigneeOf(row)]);
  // Who sits in the room and must finish it has the first message; a second one for the same thing says no more.
  const knows = new Set(people);
  const isRoomsOwn = (await dutyPeopleOf(ctx, from.ownerUnitId)).some((one) => knows.has(one));
  const room = isLate && !(isRoomsOwn && !row.parentAssignmentId) ? await superiorsOf(ctx, row, from) : [];
  const message = {
    ...told(isLate ? FINISH_LATE : FINISH_NEAR, { number: from.number ?? '', title: from.title }),
    priority: from.priority,
    about: { register: 'assignment', id: row.id },
    concerns: mattersRef(from),
    mark: row.mark,
  };
  // Who must finish is asked until it is done; the room has only to know.
  await sendMessages(ctx, [
    { ...message, to: people ?? [] },
    { ...message, to: room, asks: 'receipt' },
  ]);
}

/**
 * The assignee's screen has shown the message: the order counts as delivered. That the duty room, to which the silence was
 * passed on, has read it says nothing of whoever must act.
 */
export async function deliver(ctx: CommandContext, messageId: string, personId: unknown): Promise<void> {
  const told = await ctx.row<{ subjectId: string }>(sql`
    select subject_id from message where id = ${messageId} and template in ('assignment.issued', 'assignment.changed')
      and subject_register = 'assignment'`);
  if (!told) return;
  const row = await ctx.load(assignment, told.subjectId);
  if (row.state !== 'issued') return;
  const [people] = await peopleOf(ctx, [assigneeOf(row)]);
  if (!people?.some((one) => one === personId)) return;
  await noteDelivery(ctx, row, await ctx.record(order, row.orderId), 'in_app');
}

/** @param way the channel it came by, or `telephone` when a named person vouches for it. */
export async function noteDelivery(
  ctx: CommandContext,
  row: Assignment,
  from: Order,
  way: string,
): Promise<Assignment> {
  const next = await ctx.transition(assignmentLifecycle, row, 'deliver', { deliveredAt: ctx.now });
  ctx.fact({
    kind: 'assignment.delivered',
    subject: { register: 'assignment', id: row.id },
    concerns: [{ register: 'order', id: from.id }, ...mattersRef(from)],
    payload: { number: from.number, unitId: row.assigneeUnitId, way },
  });
  return next;
}

async function isPassedOn(ctx: CommandContext, row: Assignment): Promise<boolean> {
  if (!row.previousAssignmentId) return false;
  const previous = await ctx.row<{ state: string }>(
    sql`select state from assignment where id = ${row.previousAssignmentId}`,
  );
  return previous?.state === 'unanswered';
}

async function tellDuty(ctx: CommandContext, row: Assignment, from: Order): Promise<void> {
  const [silent = []] = await peopleOf(ctx, [assigneeOf(row)]);
  const room = row.parentAssignmentId ? [] : await dutyPeopleOf(ctx, from.ownerUnitId);
  // Who sits in that room and was silent has been asked already: the others hear of it.
  const isRoomsOwn = room.some((one) => silent.includes(one));
  await sendMessage(ctx, {
    to: isRoomsOwn ? room.filter((one) => !silent.includes(one)) : await superiorsOf(ctx, row, from),
    ...told(NOT_RECEIVED, { number: from.number ?? '', title: from.title }),
    priority: from.priority,
    about: { register: 'assignment', id: row.id },
    concerns: mattersRef(from),
    mark: row.mark,
  });
}
