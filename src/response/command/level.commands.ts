import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext, NewValues } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { meetClock, startClock } from '../../foundation/clocks/index.ts';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import { CANCEL_RECORDS, cancelOrder, ISSUE_RECORDS, manageOrders, order } from '../../foundation/orders/index.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { takenBySuperior } from '../command-handovers/index.ts';
import { COMMAND_AUTHORITIES, incident } from '../incidents/incident.register.ts';
import { setResponseLevel } from '../incidents/index.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import { activatePlan } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { expectedEnd, isHigher, levelFault } from './activation.rules.ts';
import { activationActionLifecycle } from './activation-action.lifecycle.ts';
import { activationAction } from './activation-action.register.ts';
import { clausesOf, lineInput, putOut, type Running } from './activation-lines.commands.ts';

const level = z.enum(RESPONSE_LEVELS.map((one) => one.id));
const { fields: of } = activation;
const reason = z.string().trim().min(2).max(500);

const change = {
  id: idInput,
  level,
  reason,
  expectedHours: of.expectedHours.input,
  measures: of.measures.input,
  /** What goes out because the level rises; empty when it falls. */
  actions: z.array(lineInput).max(500).default([]),
};
const changed = z.object({
  id: z.string(),
  version: z.number(),
  level,
  orders: z.number(),
  waiting: z.number(),
  cancelled: z.number(),
});
const LEVEL_RECORDS = ['activation_action.cancelled', ...ISSUE_RECORDS, ...CANCEL_RECORDS] as const;

/**
 * 调整响应级别: raising adds what the plan asks at the new level, lowering withdraws only what nobody has begun. Of two
 * commanders at once the first wins; the other is told who changed it and when, and looks again.
 */
export const changeLevel = command('command.changeLevel', {
  label: { zh: '调整响应级别', en: 'Change the response level' },
  may: activatePlan,
  input: z.object(change),
  output: changed,
  records: ['activation.level_changed', ...LEVEL_RECORDS],
  async run(ctx, input) {
    const running = await loadRunning(ctx, input.id);
    const fault = levelFault(running.row, input.level);
    if (fault) throw problem('input.field', { label: of.level.label, reason: fault }, 'level');
    return moveTo(ctx, running, input, {}, 'activation.level_changed');
  },
});

/**
 * 跟随上级响应: the superior ordered a level, and may have taken the command; we follow at once (应对法 第17条、第72条), on
 * record with whose decision it is, when it was taken and by which paper.
 */
export const followSuperior = command('command.followSuperior', {
  label: { zh: '跟随上级响应', en: 'Follow the superior' },
  may: activatePlan,
  input: z.object({
    ...change,
    superiorName: z.string().trim().min(2).max(100),
    reference: z.string().trim().max(200).default(''),
    decidedAt: instantInput,
    /** Who commands now, where the superior has taken the command. */
    authority: z.enum(COMMAND_AUTHORITIES.map((one) => one.id)).optional(),
  }),
  output: changed,
  records: ['activation.superior_followed', 'command_handover.recorded', ...LEVEL_RECORDS],
  async run(ctx, { superiorName, reference, decidedAt, authority, ...input }) {
    const running = await loadRunning(ctx, input.id);
    if (decidedAt > ctx.now) throw problem('input.field', { label: of.superiorAt.label, reason: FUTURE }, 'decidedAt');
    const superior = {
      superiorName,
      superiorLevel: input.level,
      superiorReference: reference || null,
      superiorAt: decidedAt,
      superiorCommands: authority !== undefined || running.row.superiorCommands,
    };
    const answer = await moveTo(ctx, running, input, superior, 'activation.superior_followed');
    if (authority) {
      const { matter } = running;
      await takenBySuperior(ctx, matter, { authority, superiorName, at: decidedAt, matters: input.reason });
    }
    return answer;
  },
});

const FUTURE = { zh: '不能晚于现在', en: 'it lies in the future' };
const ENDED = { zh: '响应已终止', en: 'The response has ended' };

async function loadRunning(ctx: CommandContext, id: string): Promise<Running> {
  const row = await ctx.load(activation, id);
  if (row.state !== 'active') throw problem('state.guard', { reason: ENDED });
  const matter = await ctx.load(incident, row.incidentId);
  // A response that runs goes on by the edition it was started by.
  return { row, matter, edition: await ctx.record(plan, row.planId, readPlan) };
}

type Change = {
  readonly level: ResponseLevel;
  readonly reason: string;
  readonly expectedHours: number;
  readonly measures: string;
  readonly actions: readonly z.output<typeof lineInput>[];
};

async function moveTo(
  ctx: CommandContext,
  running: Running,
  { level: to, reason: why, expectedHours, measures, actions }: Change,
  superior: NewValues<typeof activation>,
  kind: string,
): Promise<z.input<typeof changed>> {
  const { row: before, matter, edition } = running;
  const row = await ctx.update(activation, before, { level: to, expectedHours, measures, ...superior });
  const clauses = await clausesOf(ctx, edition.id);
  const asked = clauses.filter(({ levels }) => levels.includes(to));
  const isRaised = isHigher(to, before.level);
  const present = await presentOf(ctx, row.id);
  const there = new Set(present.map(({ planActionId }) => planActionId));
  const put = isRaised
    ? await putOut(
        ctx,
        { row, matter, edition },
        {
          level: to,
          asked: asked.filter(({ id }) => !there.has(id)),
          lines: actions.filter(({ planActionId }) => !there.has(planActionId)),
        },
      )
    : { orders: 0, waiting: 0, leftOut: 0 };
  const wanted = new Set(asked.map(({ id }) => id));
  const gone = isHigher(before.level, to)
    ? present.filter(({ planActionId, isBegun }) => !wanted.has(planActionId) && !isBegun)
    : [];
  for (const { id } of gone) await withdraw(ctx, id, why);
  await meetClock(ctx, { register: 'activation', id: row.id }, 'expected_end', ctx.now);
  const clock = await startClock(ctx, expectedEnd(row, ctx.now));
  ctx.fact({
    kind,
    subject: { register: 'activation', id: row.id },
    concerns: [{ register: 'incident', id: matter.id }, clock],
    payload: {
      number: row.number,
      before: before.level,
      level: to,
      reason: why,
      ...put,
      cancelled: gone.length,
      ...(row.superiorName ? { superior: row.superiorName, reference: row.superiorReference } : {}),
    },
  });
  await setResponseLevel(ctx, matter.id, to);
  return { ...row, orders: put.orders, waiting: put.waiting, cancelled: gone.length };
}

/** Clauses that are in the response: issued or waiting; `isBegun` where somebody has done something about it. */
async function presentOf(ctx: CommandContext, activationId: string) {
  return ctx.rows<{ id: string; planActionId: string; isBegun: boolean }>(sql`
    select a.id, a.plan_action_id, exists (select 1 from assignment s where s.order_id = a.order_id
        and (s.started_at is not null or s.done_at is not null or s.feedback_count > 0
          or exists (select 1 from assignment part where part.parent_assignment_id = s.id))) as is_begun
    from activation_action a where a.activation_id = ${activationId} and a.state in ('waiting', 'issued')
    order by a.id for update`);
}

/** Takes one clause out of the response: its order, where one went out, is withdrawn with the reason. */
async function withdraw(ctx: CommandContext, id: string, why: string): Promise<void> {
  const row = await ctx.load(activationAction, id);
  if (row.orderId) {
    const sent = await ctx.load(order, row.orderId, manageOrders);
    if (sent.state === 'issued') await cancelOrder(ctx, sent, why);
  }
  await ctx.transition(activationActionLifecycle, row, 'cancel', { reason: why });
  ctx.fact({
    kind: 'activation_action.cancelled',
    subject: { register: 'activation_action', id },
    concerns: [{ register: 'incident', id: row.incidentId }],
    payload: { clause: row.clause },
  });
}

const conditions = z.array(z.string().trim().min(1).max(200)).max(20);

/**
 * 终止响应: the threat is under control or gone (应对法 第86条). Each condition of the plan is answered; whoever ends the
 * response while one is not met says why. Orders still open stay with their people, what still waits goes out no more.
 */
export const terminate = command('command.terminate', {
  label: { zh: '终止应急响应', en: 'Terminate an activation' },
  may: activatePlan,
  input: z.object({
    id: idInput,
    reason,
    conditionsMet: conditions.default([]),
    conditionsOpen: conditions.default([]),
  }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['activation.terminated', 'activation_action.cancelled'],
  async run(ctx, { id, reason: why, conditionsMet, conditionsOpen }) {
    const before = await ctx.load(activation, id);
    const { endConditions } = await ctx.record(plan, before.planId, readPlan);
    const answered = new Set([...conditionsMet, ...conditionsOpen]);
    if (endConditions.some((one) => !answered.has(one)))
      throw problem('input.field', { label: of.endConditionsMet.label, reason: UNANSWERED }, 'conditionsMet');
    const row = await ctx.transition(activationLifecycle, before, 'terminate', {
      endedAt: ctx.now,
      endReason: why,
      endConditionsMet: conditionsMet,
      endConditionsOpen: conditionsOpen,
    });
    for (const { id: waiting } of await ctx.rows<{ id: string }>(sql`
      select id from activation_action where activation_id = ${id} and state = 'waiting' order by id`))
      await withdraw(ctx, waiting, why);
    const clocks = await meetClock(ctx, { register: 'activation', id }, 'expected_end', ctx.now);
    const shown = await shownBy(ctx, id);
    ctx.fact({
      kind: 'activation.terminated',
      subject: { register: 'activation', id },
      concerns: [{ register: 'incident', id: row.incidentId }, ...clocks],
      payload: { number: row.number, planId: row.planId, reason: why, conditionsMet, conditionsOpen, ...shown },
    });
    await setResponseLevel(ctx, row.incidentId, null);
    return row;
  },
});

/** What the response showed of its plan: clauses not executed, orders late, assignments that nobody answered. */
async function shownBy(ctx: CommandContext, id: string) {
  const shown = await ctx.row<{ leftOut: number; late: number; unanswered: number }>(sql`
    select count(distinct a.id) filter (where a.state = 'left_out')::int as left_out,
      count(distinct o.id) filter (where o.finish_due_at < coalesce(s.done_at, ${ctx.now}) and s.state <> 'cancelled')::int as late,
      count(distinct s.id) filter (where s.state = 'unanswered')::int as unanswered
    from activation_action a left join "order" o on o.id = a.order_id
    left join assignment s on s.order_id = o.id and s.parent_assignment_id is null
    where a.activation_id = ${id}`);
  return shown ?? { leftOut: 0, late: 0, unanswered: 0 };
}

const UNANSWERED = { zh: '预案的终止条件须逐条确认', en: 'each condition of the plan must be answered' };
