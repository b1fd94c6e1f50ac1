import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { INCIDENT_GRADES, INCIDENT_KINDS, RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import {
  assignment,
  OPEN_STATES,
  order,
  orderFeedback,
  readAssignment,
  readFeedback,
  readOrder,
} from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { activation } from '../command/activation.register.ts';
import { readActivation } from '../command/index.ts';
import type { incident } from '../incidents/incident.register.ts';
import { readIntake } from '../intake/index.ts';
import { intake, SOURCE_CHANNELS } from '../intake/intake.register.ts';
import type { Situation } from './situation-report.rules.ts';

const STATES: Record<string, string> = {
  issued: '已下达',
  delivered: '已送达',
  received: '已签收',
  under_way: '正在办理',
  done: '已办结',
  verified: '已核实',
  rejected: '无法承办',
  cancelled: '已取消',
};

/** Incident, reports, activation and orders as of one instant: what the paper is made from. */
export async function situationOf(ctx: ReadContext, matter: RowOf<typeof incident>): Promise<Situation> {
  const reports = await ctx.rows<{ id: string; sourceChannel: string; knownAt: Date; text: string | null }>(sql`
    select i.id, i.source_channel, i.known_at, i.text from ${ctx.visible(intake, readIntake)} i
    where i.incident_id = ${matter.id} order by i.known_at`);
  await ctx.openPersonal(intake, reports);
  const active = await ctx.row<{ level: string; plan: string; startedAt: Date }>(sql`
    select a.level, p.name as plan, a.started_at from ${ctx.visible(activation, readActivation)} a
    join plan p on p.id = a.plan_id where a.incident_id = ${matter.id} order by a.started_at desc limit 1`);
  const orders = await ctx.rows<{
    id: string;
    number: string;
    title: string;
    unitName: string;
    state: string;
    result: string | null;
    at: Date | null;
    isReplaced: boolean;
  }>(sql`
    select a.id, o.number, o.title, coalesce(u.name, '') as unit_name, a.state, a.result,
      coalesce(a.verified_at, a.done_at, a.started_at, a.received_at) as at,
      exists (select 1 from assignment later where later.previous_assignment_id = a.id) as is_replaced
    from ${ctx.visible(assignment, readAssignment)} a
    join ${ctx.visible(order, readOrder)} o on o.id = a.order_id
    left join unit u on u.id = a.assignee_unit_id
    where o.matter_register = 'incident' and o.matter_id = ${matter.id} order by length(o.number), o.number, a.created_at`);
  await ctx.openPersonal(assignment, orders);
  const feedback = await ctx.rows<{ assignmentId: string; at: Date; text: string | null }>(sql`
    select f.assignment_id, f.given_at as at, f.text from ${ctx.visible(orderFeedback, readFeedback)} f
    where f.assignment_id = any(${orders.map(({ id }) => id)}::uuid[]) and f.text is not null order by f.given_at, f.id`);
  await ctx.openPersonal(orderFeedback, feedback);
  const told = Map.groupBy(feedback, ({ assignmentId }) => assignmentId);
  const feedbackOf = (id: string) =>
    (told.get(id) ?? []).flatMap(({ at, text }) => (text === null ? [] : [{ at, text }]));
  // A part that was passed on is told by the one that took its place; told twice, it would count twice.
  const standing = orders.filter((one) => !one.isReplaced);
  return {
    ...matter,
    kindLabel: labelOf(INCIDENT_KINDS, matter.kind),
    gradeLabel: matter.grade ? labelOf(INCIDENT_GRADES, matter.grade).zh : null,
    sources: reports.map(({ sourceChannel, ...report }) => ({
      ...report,
      channel: labelOf(SOURCE_CHANNELS, sourceChannel).zh,
    })),
    activation: active ? { ...active, level: labelOf(RESPONSE_LEVELS, active.level).zh } : null,
    orders: standing.map((one) => ({
      ...one,
      stateLabel: STATES[one.state] ?? one.state,
      feedback: feedbackOf(one.id),
    })),
    openTitles: standing.filter((one) => OPEN_STATES.includes(one.state)).map((one) => `${one.unitName}${one.title}`),
  };
}
