import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { cancelClock } from '../clocks/index.ts';
import { sendMessage, TO_PHONE_AND_DESK, told } from '../messaging/index.ts';
import { textDigest } from '../personal-data/index.ts';
import type { RowOf } from '../registers/define.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import type { Evidence } from './define.ts';
import { sumOf } from './evidence.rules.ts';
import { assigneeOf } from './issue.ts';
import { answerAssignment, readAssignment } from './order.permissions.ts';
import type { order } from './order.register.ts';
import { mayDelegateTo } from './order.rules.ts';
import { ASSIGNMENT_CANCELLED, PART_FINISHED } from './order-messages.rules.ts';
import { mattersRef, OPEN_STATES, superiorsOf } from './parts.ts';
import { type Assignee, peopleOf } from './people.ts';

type Assignment = RowOf<typeof assignment>;
type Order = RowOf<typeof order>;

interface Sums {
  open: number;
  done: number;
  total: number;
  given: Evidence;
  feedback: number;
}

/** What the parts cut from one part have come to, of every depth; those taken back or passed on are not counted. */
async function sumsOf(ctx: CommandContext, id: string): Promise<Sums> {
  const sums = await ctx.row<Sums>(sql`
    with recursive below as (
      select c.* from assignment c where c.parent_assignment_id = ${id}
      union all select c.* from assignment c join below b on c.parent_assignment_id = b.id)
    select count(*) filter (where state = any(${[...OPEN_STATES]}::text[]))::int as open,
      count(*) filter (where state in ('done', 'verified'))::int as done,
      count(*) filter (where state not in ('cancelled', 'unanswered'))::int as total,
      coalesce(sum(feedback_count), 0)::int as feedback,
      (select coalesce(jsonb_object_agg(kind, given), '{}') from (select kind, sum(count::int)::int as given
        from below, jsonb_each_text(evidence_given) as e(kind, count) group by kind) k) as given
    from below`);
  return sums ?? { open: 0, done: 0, total: 0, given: {}, feedback: 0 };
}

/**
 * For the finish of a part: what its own parts reported counts as its evidence.
 * @throws `order.parts_open` while somebody still owes one of them
 */
export async function rolledUp(ctx: CommandContext, row: Assignment) {
  const { open, given, feedback } = await sumsOf(ctx, row.id);
  if (open > 0) throw problem('order.parts_open', { count: open });
  return feedback === 0
    ? {}
    : { evidenceGiven: sumOf(row.evidenceGiven, given), feedbackCount: row.feedbackCount + feedback };
}

/** Whoever delegated hears that a part is done, and how many are. */
export async function tellFinished(ctx: CommandContext, row: Assignment, from: Order): Promise<void> {
  if (!row.parentAssignmentId) return;
  const { done, total } = await sumsOf(ctx, row.parentAssignmentId);
  await sendMessage(ctx, {
    to: await superiorsOf(ctx, row, from),
    ...told(PART_FINISHED, { done, total, number: from.number ?? '', title: row.task ?? from.title }),
    priority: 'normal',
    about: { register: 'assignment', id: row.parentAssignmentId },
    mark: row.mark,
  });
}

/** The unit a part is cut for stands below the delegating one, or in its street. @throws naming the field */
export async function assertWithinReach(ctx: CommandContext, row: Assignment, to: Assignee, field: string) {
  const units = await ctx.rows<{ id: string; path: string; areaCode: string }>(
    sql`select id, path, area_code from unit where id = any(${[row.assigneeUnitId, to.unitId]}::uuid[])`,
  );
  const [own, target] = [row.assigneeUnitId, to.unitId].map((id) => units.find((one) => one.id === id));
  const isOwn = row.assigneeUnitId === to.unitId;
  if (!own || !target || !mayDelegateTo(own, target)) throw problem('order.out_of_reach', {}, `${field}.unitId`);
  // Giving the whole unit what the whole unit has already would be a circle.
  if (isOwn && !to.personId && !to.postId) throw problem('order.delegated_to_itself', {}, `${field}.unitId`);
  if (isOwn && row.assigneePersonId !== null && to.personId === row.assigneePersonId) {
    throw problem('order.delegated_to_itself', {}, `${field}.personId`);
  }
}

/** The part above must still be open, or nobody would answer for a new one. */
export async function assertParentOpen(ctx: CommandContext, row: Assignment): Promise<void> {
  if (!row.parentAssignmentId) return;
  const parent = await ctx.load(assignment, row.parentAssignmentId, readAssignment);
  if (!OPEN_STATES.includes(parent.state)) throw problem('order.parent_ended');
}

/** Everything below a part is called off with it; each assignee is told why. */
export async function cancelParts(
  ctx: CommandContext,
  from: Order,
  id: string,
  reason: string,
  step: 'cancel' | 'withdraw' = 'cancel',
): Promise<void> {
  const rows = await ctx.rows<{ id: string }>(sql`
    with recursive below as (
      select c.id, c.state from assignment c where c.parent_assignment_id = ${id}
      union all select c.id, c.state from assignment c join below b on c.parent_assignment_id = b.id)
    select id from below where state = any(${[...OPEN_STATES]}::text[]) order by id`);
  for (const part of rows) {
    await cancelPart(ctx, from, await ctx.load(assignment, part.id, readAssignment), reason, step);
  }
}

/** One part ends as cancelled with the reason that its people read. */
export async function cancelPart(
  ctx: CommandContext,
  from: Order,
  row: Assignment,
  reason: string,
  step: 'cancel' | 'withdraw',
): Promise<Assignment> {
  const next = await ctx.transition(assignmentLifecycle, row, step, { reason });
  const clocks = await cancelClock(ctx, { register: 'assignment', id: row.id });
  ctx.fact({
    kind: 'assignment.cancelled',
    subject: { register: 'assignment', id: row.id },
    concerns: [
      { register: 'order', id: from.id },
      ...(row.parentAssignmentId ? [{ register: 'assignment', id: row.parentAssignmentId }] : []),
      ...mattersRef(from),
      ...clocks,
    ],
    payload: { number: from.number, unitId: row.assigneeUnitId, reasonDigest: textDigest(reason) },
  });
  const [people] = await peopleOf(ctx, [assigneeOf(row)]);
  await sendMessage(ctx, {
    to: people ?? [],
    ...told(ASSIGNMENT_CANCELLED, { number: from.number ?? '', title: row.task ?? from.title }),
    text: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
    priority: from.priority,
    channels: TO_PHONE_AND_DESK,
    about: { register: 'assignment', id: row.id },
    mark: row.mark,
  });
  return next;
}

/** A part that was cut from another, both locked from above down, by somebody who answers for the one above. */
export async function loadPartOfOwn(ctx: CommandContext, id: string, loadParent: (id: string) => Promise<unknown>) {
  const { parentAssignmentId } = await ctx.record(assignment, id, readAssignment);
  if (!parentAssignmentId || !(await ctx.maySee('assignment', parentAssignmentId))) {
    throw problem('permission.missing', { permission: answerAssignment.label, who: DELEGATOR });
  }
  await loadParent(parentAssignmentId);
  return ctx.load(assignment, id, readAssignment);
}

const DELEGATOR = { zh: '分派单位', en: 'the unit that delegated it' };
