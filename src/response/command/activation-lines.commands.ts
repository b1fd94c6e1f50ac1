import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import type { ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import { issueOrders, OPEN_STATES, type OrderInput } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { type PlanAction, readPlan } from '../../preparedness/plans/index.ts';
import type { plan } from '../../preparedness/plans/plan.register.ts';
import { planAction } from '../../preparedness/plans/plan-action.register.ts';
import type { incident } from '../incidents/incident.register.ts';
import type { activation } from './activation.register.ts';
import { dueAt, placeWords } from './activation.rules.ts';
import { activationAction } from './activation-action.register.ts';

/** One clause as the commander lets it go out. */
export const lineInput = z.object({
  planActionId: idInput,
  unitId: idInput,
  personId: idInput.nullish(),
  postId: idInput.nullish(),
  offsetMinutes: z.number().int().min(0).max(525_600),
  content: planAction.fields.content.input,
});
export type LineInput = z.output<typeof lineInput>;

export interface Running {
  readonly row: RowOf<typeof activation>;
  readonly matter: RowOf<typeof incident>;
  readonly edition: RowOf<typeof plan>;
}

export async function clausesOf(ctx: CommandContext, planId: string): Promise<PlanAction[]> {
  return ctx.rows<PlanAction>(sql`
    select a.* from ${ctx.visible(planAction, readPlan)} a where a.plan_id = ${planId}
    order by string_to_array(a.clause, '.')::int[]`);
}

/** An order by its clause, as it goes out now: place, means and evidence are the plan's, words and people the commander's. */
export function orderOf(
  { row, matter, edition }: Running,
  clause: PlanAction,
  line: Omit<LineInput, 'planActionId'>,
  now: Date,
): OrderInput {
  return {
    concerns: { register: 'incident', id: matter.id },
    title: clause.title,
    content: line.content,
    groupName: clause.groupName,
    priority: clause.priority,
    ...(clause.placeRule === 'incident' && matter.place ? { place: matter.place } : {}),
    placeText: placeWords(clause.placeRule, matter.placeText),
    resources: clause.resources,
    evidenceAsked: clause.evidenceAsked,
    ...(clause.fulfilledBy ? { fulfilledBy: clause.fulfilledBy } : {}),
    ownerUnitId: row.ownerUnitId,
    basisClause: clause.clause,
    basisPlan: edition.name,
    finishDueAt: dueAt(now, line.offsetMinutes),
    assignees: [
      {
        unitId: line.unitId,
        ...(line.personId ? { personId: line.personId } : {}),
        ...(line.postId ? { postId: line.postId } : {}),
      },
    ],
  };
}

/**
 * Puts clauses into a response: those that wait for no other go out as orders at once, the others wait for theirs. A clause
 * whose predecessor is not in the response goes out at once, as the preview said; what the plan asks at this level and the
 * commander leaves out is kept as left out.
 */
export async function putOut(
  ctx: CommandContext,
  running: Running,
  { level, asked, lines }: { level: ResponseLevel; asked: readonly PlanAction[]; lines: readonly LineInput[] },
): Promise<{ orders: number; waiting: number; leftOut: number }> {
  const byId = new Map(asked.map((clause) => [clause.id, clause]));
  const given = lines.map((line) => {
    const clause = byId.get(line.planActionId);
    if (!clause) throw problem('record.unknown', {}, 'planActionId');
    return { line, clause };
  });
  const taken = new Set(given.map(({ clause }) => clause.id));
  const open = await ctx.rows<{ clause: string }>(sql`
    select a.clause from activation_action a where a.activation_id = ${running.row.id} and (a.state = 'waiting'
      or (a.state = 'issued' and exists (select 1 from assignment s where s.order_id = a.order_id
        and s.state = any(${[...OPEN_STATES]}::text[]))))`);
  const pending = new Set([...given.map(({ clause }) => clause.clause), ...open.map(({ clause }) => clause)]);
  const waits = ({ clause: { afterClause } }: (typeof given)[number]) =>
    afterClause !== null && pending.has(afterClause);
  const now = given.filter((one) => !waits(one));
  const orders = await issueOrders(
    ctx,
    now.map(({ clause, line }) => orderOf(running, clause, line, ctx.now)),
  );
  const orderIds = new Map(now.map(({ clause }, index) => [clause.id, orders[index]?.id ?? null]));
  const common = {
    activationId: running.row.id,
    incidentId: running.matter.id,
    level,
    mark: running.row.mark,
    ownerUnitId: running.row.ownerUnitId,
    areaCode: running.row.areaCode,
  };
  const leftOut = asked.filter(({ id }) => !taken.has(id));
  await ctx.insertMany(activationAction, [
    ...given.map(({ clause, line }) => ({
      ...common,
      planActionId: clause.id,
      clause: clause.clause,
      content: line.content,
      assigneeUnitId: line.unitId,
      assigneePersonId: line.personId ?? null,
      assigneePostId: line.postId ?? null,
      offsetMinutes: line.offsetMinutes,
      afterClause: clause.afterClause,
      delayMinutes: clause.delayMinutes,
      orderId: orderIds.get(clause.id) ?? null,
      state: orderIds.has(clause.id) ? 'issued' : 'waiting',
    })),
    ...leftOut.map((clause) => ({
      ...common,
      planActionId: clause.id,
      clause: clause.clause,
      content: clause.content,
      offsetMinutes: clause.offsetMinutes,
      state: 'left_out',
    })),
  ]);
  return { orders: orders.length, waiting: given.length - now.length, leftOut: leftOut.length };
}
