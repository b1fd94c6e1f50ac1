import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { cancelClock } from '../clocks/index.ts';
import { sendMessage, stopLadders, TO_PHONE_AND_DESK, told } from '../messaging/index.ts';
import { textDigest } from '../personal-data/index.ts';
import type { RowOf } from '../registers/define.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { pointInput } from '../registers/types/place.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import { assertParentOpen, cancelParts } from './delegation.ts';
import { announce, assigneeOf, ISSUE_RECORDS, insertAssignment, issueOrder, successorOf } from './issue.ts';
import { orderLifecycle } from './order.lifecycle.ts';
import { issueOrders, manageOrders, readAssignment } from './order.permissions.ts';
import { order, PRIORITIES } from './order.register.ts';
import { ORDER_CANCELLED, ORDER_REMINDED } from './order-messages.rules.ts';
import { mattersRef, openPartsOf } from './parts.ts';
import { checkAssignee, peopleOf } from './people.ts';

type Order = RowOf<typeof order>;
type Assignment = RowOf<typeof assignment>;

const words = (max: number) => z.string().max(max).transform(cleanText);
const filled = (max: number) => words(max).refine((text) => text.length > 0, { params: { required: true } });
const oneOf = <Id extends string>(options: readonly { id: Id }[]) =>
  z.enum(options.map((option) => option.id) as [Id, ...Id[]]);
/** A unit; or one person or post of it, who then answers in person. */
const assigneeInput = z.object({ unitId: idInput, personId: idInput.optional(), postId: idInput.optional() });

export const issue = command('orders.issue', {
  label: { zh: '下达指令', en: 'Issue order' },
  may: issueOrders,
  input: z.object({
    concerns: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }).optional(),
    title: filled(200),
    content: filled(4000),
    groupName: words(200).optional(),
    priority: oneOf(PRIORITIES),
    place: pointInput.optional(),
    placeText: words(500).optional(),
    resources: z.array(filled(200)).max(50).default([]),
    evidenceAsked: order.fields.evidenceAsked.input,
    basisClause: words(200).optional(),
    basisPlan: words(500).optional(),
    startDueAt: instantInput.optional(),
    finishDueAt: instantInput.optional(),
    assignees: z.array(assigneeInput).min(1).max(500),
  }),
  output: z.object({ id: z.string(), number: z.string(), assignments: z.array(z.object({ id: z.string() })) }),
  records: [...ISSUE_RECORDS],
  async run(ctx, input) {
    if (input.concerns && !(await ctx.maySee(input.concerns.register, input.concerns.id))) {
      throw problem('record.unknown', {}, 'concerns');
    }
    for (const [index, one] of input.assignees.entries()) await checkAssignee(ctx, one, `assignees.${index}`);
    const issued = await issueOrder(ctx, input);
    return { id: issued.id, number: issued.number, assignments: issued.assignments.map(({ id }) => ({ id })) };
  },
});

export const reassign = command('orders.reassign', {
  label: { zh: '改派', en: 'Reassign' },
  may: manageOrders,
  input: z.object({ id: idInput, assignmentId: idInput, to: assigneeInput, reason: filled(500) }),
  output: z.object({ id: z.string(), assignmentId: z.string() }),
  records: ['assignment.reassigned', 'assignment.cancelled', ...ISSUE_RECORDS],
  async run(ctx, { id, assignmentId, to, reason }) {
    const row = await ctx.load(order, id);
    const old = await partOf(ctx, row, assignmentId);
    await checkAssignee(ctx, to, 'to');
    const successor = await ctx.row(sql`select id from assignment where previous_assignment_id = ${old.id}`);
    if (successor) throw problem('order.reassigned', {}, 'assignmentId');
    const hasEnded = old.state === 'rejected' || old.state === 'unanswered';
    if (!hasEnded) await ctx.transition(assignmentLifecycle, old, 'cancel', { reason });
    const clocks = await cancelClock(ctx, { register: 'assignment', id: old.id });
    await cancelParts(ctx, row, old.id, reason);
    await assertParentOpen(ctx, old);
    const next = await insertAssignment(ctx, row, to, successorOf(old));
    ctx.fact({
      kind: 'assignment.reassigned',
      subject: { register: 'assignment', id: old.id },
      concerns: [{ register: 'order', id }, { register: 'assignment', id: next.id }, ...mattersRef(row), ...clocks],
      payload: {
        number: row.number,
        unitId: to.unitId,
        personId: to.personId ?? null,
        reasonDigest: textDigest(reason),
      },
    });
    await announce(ctx, [{ order: row, assignment: next }]);
    return { id, assignmentId: next.id };
  },
});

/** Facts that withdrawing an order writes. */
export const CANCEL_RECORDS = ['order.cancelled', 'assignment.cancelled', 'message.sent'] as const;

export const cancel = command('orders.cancel', {
  label: { zh: '撤销指令', en: 'Cancel order' },
  may: manageOrders,
  input: z.object({ id: idInput, reason: filled(500) }),
  output: z.object({ id: z.string(), version: z.number() }),
  records: CANCEL_RECORDS,
  async run(ctx, { id, reason }) {
    const cancelled = await cancelOrder(ctx, await ctx.load(order, id), reason);
    return { id, version: cancelled.version };
  },
});

/** Withdraws an order that was loaded, with all parts of it that somebody still owes; everybody who owed one is told why. */
export async function cancelOrder(ctx: CommandContext, row: Order, reason: string): Promise<Order> {
  const cancelled = await ctx.transition(orderLifecycle, row, 'cancel');
  const open = await openPartsOf(ctx, row.id);
  ctx.fact({
    kind: 'order.cancelled',
    subject: { register: 'order', id: row.id },
    concerns: mattersRef(row),
    payload: { number: row.number, reasonDigest: textDigest(reason) },
  });
  for (const part of open) {
    await ctx.transition(assignmentLifecycle, part, 'cancel', { reason });
    const clocks = await cancelClock(ctx, { register: 'assignment', id: part.id });
    ctx.fact({
      kind: 'assignment.cancelled',
      subject: { register: 'assignment', id: part.id },
      concerns: [{ register: 'order', id: row.id }, ...mattersRef(row), ...clocks],
      payload: { number: row.number },
    });
  }
  await sendMessage(ctx, {
    to: (await peopleOf(ctx, open.map(assigneeOf))).flat(),
    ...told(ORDER_CANCELLED, { number: row.number ?? '', title: row.title }),
    text: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
    priority: row.priority,
    channels: TO_PHONE_AND_DESK,
    about: { register: 'order', id: row.id },
    concerns: mattersRef(row),
  });
  return cancelled;
}

export const remind = command('orders.remind', {
  label: { zh: '催办', en: 'Remind' },
  may: manageOrders,
  perMinute: 30,
  input: z.object({
    id: idInput,
    /** One part; all that have not been finished unless told. */
    assignmentId: idInput.optional(),
  }),
  output: z.object({ id: z.string(), reminded: z.number() }),
  records: ['order.reminded', 'message.sent'],
  async run(ctx, { id, assignmentId }) {
    const row = await ctx.load(order, id);
    const open = await openPartsOf(ctx, id);
    const parts = assignmentId ? open.filter((part) => part.id === assignmentId) : open;
    if (parts.length === 0) {
      throw problem(
        'state.guard',
        { reason: { zh: '没有待办的任务可催办', en: 'Nothing of it is open' } },
        'assignmentId',
      );
    }
    await remindAssignees(ctx, row, parts);
    return { id, reminded: parts.length };
  },
});

/** 一键催办: everybody who has not received an order yet, of all orders the asker may follow up or of one matter. */
export const remindSilent = command('orders.remindSilent', {
  label: { zh: '催办全部未签收', en: 'Remind all who are silent' },
  may: manageOrders,
  perMinute: 6,
  input: z.object({ matter: idInput.optional() }),
  output: z.object({ orders: z.number(), reminded: z.number() }),
  records: ['order.reminded', 'message.sent'],
  async run(ctx, { matter }) {
    const silent = await ctx.rows<{ orderId: string; id: string }>(sql`
      select a.order_id, a.id from assignment a join ${ctx.visible(order)} o on o.id = a.order_id
      where a.state in ('issued', 'delivered') and o.state = 'issued' and a.parent_assignment_id is null
        and (${matter ?? null}::uuid is null or o.matter_id = ${matter ?? null}::uuid)
      order by a.order_id, a.id limit 1000`);
    if (silent.length === 0) {
      throw problem('state.guard', { reason: { zh: '没有未签收的任务', en: 'Everything has been received' } });
    }
    const orderIds = [...new Set(silent.map(({ orderId }) => orderId))];
    for (const orderId of orderIds) {
      const row = await ctx.load(order, orderId);
      const parts = [];
      for (const one of silent.filter((each) => each.orderId === orderId)) {
        parts.push(await ctx.record(assignment, one.id, readAssignment));
      }
      await remindAssignees(ctx, row, parts);
    }
    return { orders: orderIds.length, reminded: silent.length };
  },
});

/** Everybody who owes one of these parts is asked for what is owed next: the receipt, then the work. */
async function remindAssignees(ctx: CommandContext, row: Order, parts: readonly Assignment[]): Promise<void> {
  const people = await peopleOf(ctx, parts.map(assigneeOf));
  ctx.fact({
    kind: 'order.reminded',
    subject: { register: 'order', id: row.id },
    concerns: [...mattersRef(row), ...parts.map((part) => ({ register: 'assignment', id: part.id }))],
    payload: { number: row.number, assignments: parts.length, people: new Set(people.flat()).size },
  });
  for (const [index, part] of parts.entries()) {
    const isReceived = part.receivedAt !== null;
    const asked = isReceived
      ? { zh: '请尽快办理并反馈', en: 'Please act and report' }
      : { zh: '请立即签收', en: 'Please receive now' };
    // Who is asked again need not be asked by the reminder before as well.
    await stopLadders(ctx, { register: 'assignment', id: part.id }, [ORDER_REMINDED.name]);
    await sendMessage(ctx, {
      to: people[index] ?? [],
      ...told(ORDER_REMINDED, { number: row.number ?? '', title: row.title, asked }),
      priority: row.priority,
      about: { register: 'assignment', id: part.id },
      mark: row.mark,
    });
  }
}

async function partOf(ctx: CommandContext, row: RowOf<typeof order>, assignmentId: string) {
  const part = await ctx.load(assignment, assignmentId, readAssignment);
  if (part.orderId !== row.id) throw problem('record.unknown', {}, 'assignmentId');
  return part;
}
