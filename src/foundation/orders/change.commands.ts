import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { cancelClock } from '../clocks/index.ts';
import { textDigest } from '../personal-data/index.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { cancelParts } from './delegation.ts';
import { assigneeOf, ISSUE_RECORDS, issueOrder } from './issue.ts';
import { orderLifecycle } from './order.lifecycle.ts';
import { manageOrders } from './order.permissions.ts';
import { order } from './order.register.ts';
import { CHANGEABLE, differencesOf } from './order-changes.rules.ts';
import { mattersRef, openPartsOf } from './parts.ts';

const { fields: of } = order;

/**
 * 变更指令: issued content never changes, so a new order takes the place of the old one, for everybody who still owes it.
 * Both know of one another, and its people read what is different.
 */
export const change = command('orders.change', {
  label: { zh: '变更指令', en: 'Change an order' },
  may: manageOrders,
  input: z.object({
    id: idInput,
    reason: z
      .string()
      .trim()
      .max(500)
      .refine((text) => text.length > 0, { params: { required: true } }),
    title: of.title.input.optional(),
    content: of.content.input.optional(),
    priority: of.priority.input.optional(),
    placeText: of.placeText.input.optional(),
    resources: of.resources.input.optional(),
    evidenceAsked: of.evidenceAsked.input.optional(),
    /** Null takes the limit away. */
    startDueAt: instantInput.nullish(),
    finishDueAt: instantInput.nullish(),
  }),
  output: z.object({ id: z.string(), number: z.string(), assignments: z.array(z.object({ id: z.string() })) }),
  records: ['order.changed', 'assignment.cancelled', ...ISSUE_RECORDS],
  async run(ctx, { id, reason, ...given }) {
    const row = await ctx.load(order, id);
    const next = { ...row, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
    const differences = differencesOf(row, next);
    if (differences.length === 0) {
      throw problem('state.guard', { reason: { zh: '没有任何变更', en: 'Nothing is different' } });
    }
    const open = (await openPartsOf(ctx, id)).filter((part) => part.parentAssignmentId === null);
    if (open.length === 0) {
      throw problem('state.guard', {
        reason: { zh: '没有待办的任务，请另行下达', en: 'Nothing of it is open; issue a new order' },
      });
    }
    await ctx.transition(orderLifecycle, row, 'replace');
    const cancelled = [];
    for (const part of open) {
      await ctx.transition(assignmentLifecycle, part, 'cancel', { reason });
      cancelled.push({ part, clocks: await cancelClock(ctx, { register: 'assignment', id: part.id }) });
    }
    for (const { part, clocks } of cancelled) {
      ctx.fact({
        kind: 'assignment.cancelled',
        subject: { register: 'assignment', id: part.id },
        concerns: [{ register: 'order', id }, ...mattersRef(row), ...clocks],
        payload: { number: row.number, reasonDigest: textDigest(reason) },
      });
      await cancelParts(ctx, row, part.id, reason);
    }
    const [matter] = mattersRef(row);
    const issued = await issueOrder(ctx, {
      ...(matter ? { concerns: matter } : {}),
      ...Object.fromEntries(CHANGEABLE.flatMap((name) => (next[name] === null ? [] : [[name, next[name]]]))),
      title: next.title,
      content: next.content,
      priority: next.priority,
      evidenceAsked: next.evidenceAsked,
      ...(row.fulfilledBy ? { fulfilledBy: row.fulfilledBy } : {}),
      ...(row.groupName ? { groupName: row.groupName } : {}),
      ...(row.place ? { place: row.place } : {}),
      ...(row.basisClause ? { basisClause: row.basisClause } : {}),
      ...(row.basisPlan ? { basisPlan: row.basisPlan } : {}),
      previous: { id, number: row.number ?? '', reason, differences },
      assignees: open.map(assigneeOf),
    });
    ctx.fact({
      kind: 'order.changed',
      subject: { register: 'order', id },
      concerns: [{ register: 'order', id: issued.id }, ...mattersRef(row)],
      payload: {
        number: row.number,
        next: issued.number,
        fields: differences.map(({ field }) => field),
        reasonDigest: textDigest(reason),
      },
    });
    return { id: issued.id, number: issued.number, assignments: issued.assignments.map((one) => ({ id: one.id })) };
  },
});
