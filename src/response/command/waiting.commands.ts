import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, startClock } from '../../foundation/clocks/index.ts';
import { ISSUE_RECORDS, issueOrder, OPEN_STATES } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { activatePlan } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { activationActionLifecycle } from './activation-action.lifecycle.ts';
import { activationAction } from './activation-action.register.ts';
import { clausesOf, orderOf } from './activation-lines.commands.ts';

type Waiting = RowOf<typeof activationAction>;
const reason = z.string().trim().min(2).max(500);
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
/** 待下达: how long until an order goes out, once what it waited for is done. */
export const GO_OUT = 'go_out';

/** 立即下达: the commander does not wait any longer, or takes up what was left out. */
export const release = command('command.release', {
  label: { zh: '立即下达', en: 'Issue it now' },
  may: activatePlan,
  input: z.object({ id: idInput, reason, unitId: idInput.optional() }),
  output: answer,
  records: ['activation_action.issued', ...ISSUE_RECORDS],
  async run(ctx, { id, reason: why, unitId }) {
    const row = await ctx.load(activationAction, id);
    const given = unitId
      ? await ctx.update(activationAction, row, {
          assigneeUnitId: unitId,
          assigneePersonId: null,
          assigneePostId: null,
        })
      : row;
    return goOut(ctx, given, why);
  },
});

/** 不再下达: what waits goes out no more, unless somebody takes it up again. */
export const giveUp = command('command.giveUp', {
  label: { zh: '不再下达', en: 'Do not issue it' },
  may: activatePlan,
  input: z.object({ id: idInput, reason }),
  output: answer,
  records: ['activation_action.left_out'],
  async run(ctx, { id, reason: why }) {
    const row = await ctx.load(activationAction, id);
    const done = await ctx.transition(activationActionLifecycle, row, 'leave_out', { reason: why });
    const clocks = await cancelClock(ctx, { register: 'activation_action', id }, GO_OUT);
    ctx.fact({
      kind: 'activation_action.left_out',
      subject: { register: 'activation_action', id },
      concerns: [{ register: 'incident', id: row.incidentId }, ...clocks],
      payload: { clause: row.clause },
    });
    return done;
  },
});

const ENDED = { zh: '响应已终止', en: 'The response has ended' };

/** An assignment was finished: with the last one of an order, whatever waited for that clause goes out or begins to count. */
export async function releaseAfter(ctx: CommandContext, assignmentId: string): Promise<void> {
  const waiting = await ctx.rows<{ id: string }>(sql`
    select w.id from assignment s
    join activation_action done on done.order_id = s.order_id and done.state = 'issued'
    join activation_action w on w.activation_id = done.activation_id and w.after_clause = done.clause
      and w.state = 'waiting' and w.due_out_at is null
    where s.id = ${assignmentId}
      and not exists (select 1 from assignment open where open.order_id = s.order_id
        and open.state = any(${[...OPEN_STATES]}::text[]))
      and exists (select 1 from assignment done_one where done_one.order_id = s.order_id
        and done_one.parent_assignment_id is null and done_one.state in ('done', 'verified'))
    order by w.id`);
  for (const { id } of waiting) {
    const row = await ctx.load(activationAction, id);
    if (row.delayMinutes) await beginToCount(ctx, row, row.delayMinutes);
    else await goOut(ctx, row);
  }
}

/** The minutes after the clause it waited for have passed. */
export async function releaseDue(ctx: CommandContext, id: string): Promise<void> {
  const row = await ctx.load(activationAction, id);
  if (row.state === 'waiting') await goOut(ctx, row);
}

async function beginToCount(ctx: CommandContext, row: Waiting, minutes: number): Promise<void> {
  const subject = { register: 'activation_action', id: row.id };
  const dueOutAt = new Date(ctx.now.getTime() + minutes * 60_000);
  await ctx.update(activationAction, row, { dueOutAt });
  const clock = await startClock(ctx, {
    subject,
    name: GO_OUT,
    label: { zh: `下达条款 ${row.clause}`, en: `Issue clause ${row.clause}` },
    from: ctx.now,
    limit: { dueAt: dueOutAt },
    citation: `预案条款 ${row.clause}`,
    ruleVersion: '',
    concerns: [{ register: 'incident', id: row.incidentId }],
  });
  ctx.fact({
    kind: 'activation_action.counting',
    subject,
    concerns: [{ register: 'incident', id: row.incidentId }, clock],
    payload: { clause: row.clause, dueOutAt },
  });
}

async function goOut(ctx: CommandContext, row: Waiting, why: string | null = null) {
  const response = await ctx.record(activation, row.activationId, activatePlan);
  if (response.state !== 'active') throw problem('state.guard', { reason: ENDED });
  if (!row.assigneeUnitId) throw problem('order.assignee_unknown', {}, 'unitId');
  const matter = await ctx.record(incident, row.incidentId, activatePlan);
  const edition = await ctx.record(plan, response.planId, readPlan);
  const clause = (await clausesOf(ctx, edition.id)).find(({ id }) => id === row.planActionId);
  if (!clause) throw problem('record.unknown', {}, 'planActionId');
  const sent = await issueOrder(
    ctx,
    orderOf(
      { row: response, matter, edition },
      clause,
      {
        unitId: row.assigneeUnitId,
        personId: row.assigneePersonId,
        postId: row.assigneePostId,
        offsetMinutes: row.offsetMinutes,
        content: row.content,
      },
      ctx.now,
    ),
  );
  const next = await ctx.transition(activationActionLifecycle, row, 'issue', { orderId: sent.id, reason: why });
  const clocks = await cancelClock(ctx, { register: 'activation_action', id: row.id }, GO_OUT);
  ctx.fact({
    kind: 'activation_action.issued',
    subject: { register: 'activation_action', id: row.id },
    concerns: [{ register: 'incident', id: row.incidentId }, { register: 'order', id: sent.id }, ...clocks],
    payload: { clause: row.clause, number: sent.number, isByHand: why !== null },
  });
  return next;
}
