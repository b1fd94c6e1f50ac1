import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { evidenceOutput } from '../../foundation/orders/define.ts';
import { assignment } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { namesOnTheBooks } from '../../preparedness/plan-editor/index.ts';
import { isOnTheBooks } from '../../preparedness/plans/define.ts';
import { type PlanAction, readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { planAction } from '../../preparedness/plans/plan-action.register.ts';
import { planLevel } from '../../preparedness/plans/plan-level.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { activatePlan, readActivation } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { isHigher, LEVEL_BY_GRADE, levelFault, nextHigher, suggestedLevel } from './activation.rules.ts';
import { activationAction } from './activation-action.register.ts';
import { assigneesOf, NOBODY } from './assignees.views.ts';

const level = z.enum(RESPONSE_LEVELS.map((one) => one.id));

const previewRow = z.object({
  planActionId: z.string(),
  clause: z.string(),
  title: z.string(),
  content: z.string(),
  groupName: z.string(),
  role: z.string(),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  placeRule: z.string(),
  resources: z.array(z.string()),
  evidenceAsked: evidenceOutput,
  offsetMinutes: z.number(),
  /** Goes out when this clause is done, `delayMinutes` after it; null when it goes out with all others. */
  afterClause: z.string().nullable(),
  delayMinutes: z.number().nullable(),
  /** Of `resources`, those on no register of goods, equipment, vehicles or teams. */
  missing: z.array(z.string()),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  postId: z.string().nullable(),
  postName: z.string().nullable(),
  /** Nobody holds the post today: shown as a gap, to be filled by hand. */
  isGap: z.boolean(),
});

/** 启动预览: who gets what, by when, with what — and where somebody is missing — before anything is sent. */
export const preview = view('command.preview', {
  label: { zh: '启动预览', en: 'Activation preview' },
  may: activatePlan,
  input: z.object({ incidentId: idInput, planId: idInput, level: level.optional() }),
  output: z.object({
    level,
    suggestedLevel: level,
    planName: z.string(),
    edition: z.number(),
    conditions: z.string(),
    matter: z.string(),
    expectedHours: z.number(),
    measures: z.string(),
    actions: z.array(previewRow),
  }),
  reads: [incident],
  async run(ctx, input) {
    const matter = await ctx.record(incident, input.incidentId, readIncident);
    const edition = await ctx.record(plan, input.planId, readPlan);
    const suggested = suggestedLevel(matter.grade, ctx.rules(LEVEL_BY_GRADE).values);
    const wanted = input.level ?? suggested;
    const stated = await ctx.row<{ conditions: string; expectedHours: number; measures: string }>(sql`
      select conditions, expected_hours, measures from ${ctx.visible(planLevel, readPlan)} l
      where plan_id = ${edition.id} and level = ${wanted}`);
    if (!stated) throw problem('record.unknown', {}, 'level');
    const clauses = await clausesAt(ctx, edition.id, wanted);
    return {
      level: wanted,
      suggestedLevel: suggested,
      planName: edition.name,
      edition: edition.edition,
      ...stated,
      matter: matter.title,
      actions: await rowsOf(ctx, clauses, matter.areaCode),
    };
  },
});

function clausesAt(ctx: ReadContext, planId: string, at: string): Promise<PlanAction[]> {
  return ctx.rows<PlanAction>(sql`
    select a.* from ${ctx.visible(planAction, readPlan)} a
    where a.plan_id = ${planId} and ${at} = any(a.levels)
    order by string_to_array(a.clause, '.')::int[]`);
}

/** Clauses as they would go out now: who takes each today, what is not there, what waits for what. */
async function rowsOf(ctx: ReadContext, clauses: readonly PlanAction[], areaCode: string) {
  const assignees = await assigneesOf(ctx, clauses, areaCode);
  const onTheBooks = clauses.some(({ resources }) => resources.length > 0) ? await namesOnTheBooks(ctx) : [];
  const present = new Set(clauses.map(({ clause }) => clause));
  return clauses.map((action): z.input<typeof previewRow> => {
    const assignee = assignees.get(action.id) ?? NOBODY;
    const isWaiting = action.afterClause !== null && present.has(action.afterClause);
    return {
      ...action,
      planActionId: action.id,
      ...assignee,
      afterClause: isWaiting ? action.afterClause : null,
      delayMinutes: isWaiting ? action.delayMinutes : null,
      missing: action.resources.filter((name) => !isOnTheBooks(name, onTheBooks)),
      isGap: !assignee.personId,
    };
  });
}

const stays = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  who: z.string(),
  state: z.string(),
  orderId: z.string().nullable(),
});

/** 调级预览: what a level adds, what falling to it withdraws, and what stays because somebody has begun. */
export const levelPreview = view('command.levelPreview', {
  label: { zh: '调级预览', en: 'Preview of a change of level' },
  may: activatePlan,
  input: z.object({ id: idInput, /** The next higher one unless told. */ level: level.optional() }),
  output: z.object({
    from: level,
    level,
    conditions: z.string(),
    expectedHours: z.number(),
    measures: z.string(),
    /** Why this level cannot be set by the district itself; absent when it can. */
    fault: z.object({ zh: z.string(), en: z.string() }).optional(),
    adds: z.array(previewRow),
    withdraws: z.array(stays),
    keeps: z.array(stays),
  }),
  reads: [activation, activationAction, assignment],
  async run(ctx, { id, level: wish }) {
    const row = await ctx.record(activation, id);
    const to = wish ?? nextHigher(row.level);
    const matter = await ctx.record(incident, row.incidentId, readIncident);
    const stated = await ctx.row<{ conditions: string; expectedHours: number; measures: string }>(sql`
      select conditions, expected_hours, measures from ${ctx.visible(planLevel, readPlan)} l
      where plan_id = ${row.planId} and level = ${to}`);
    if (!stated) throw problem('record.unknown', {}, 'level');
    const asked = await clausesAt(ctx, row.planId, to);
    const present = await ctx.rows<z.input<typeof stays> & { planActionId: string; isBegun: boolean }>(sql`
      select a.id, a.plan_action_id, a.clause, p.title, coalesce(n.name || ' · ', '') || coalesce(u.short_name, '') as who,
        a.order_id, coalesce((select s.state from assignment s where s.order_id = a.order_id
          order by s.created_at desc limit 1), a.state) as state,
        exists (select 1 from assignment s where s.order_id = a.order_id and (s.started_at is not null
          or s.done_at is not null or s.feedback_count > 0
          or exists (select 1 from assignment part where part.parent_assignment_id = s.id))) as is_begun
      from ${ctx.visible(activationAction, readActivation)} a join plan_action p on p.id = a.plan_action_id
      left join unit u on u.id = a.assignee_unit_id left join person n on n.id = a.assignee_person_id
      where a.activation_id = ${id} and a.state in ('waiting', 'issued')
      order by string_to_array(a.clause, '.')::int[]`);
    const there = new Set(present.map(({ planActionId }) => planActionId));
    const wanted = new Set(asked.map((clause) => clause.id));
    const isLowered = isHigher(row.level, to);
    const goes = ({ planActionId, isBegun }: (typeof present)[number]) =>
      isLowered && !wanted.has(planActionId) && !isBegun;
    const fault = levelFault(row, to);
    const adds = isHigher(to, row.level) ? asked.filter((clause) => !there.has(clause.id)) : [];
    return {
      from: row.level,
      level: to,
      ...stated,
      ...(fault ? { fault } : {}),
      adds: await rowsOf(ctx, adds, matter.areaCode),
      withdraws: present.filter(goes),
      keeps: present.filter((one) => !goes(one)),
    };
  },
});

const activationOutput = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  state: z.string(),
  level,
  matter: z.string(),
  expectedHours: z.number(),
  measures: z.string(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  planId: z.string(),
  planName: z.string(),
  edition: z.number(),
  /** Conditions for ending, as the plan of this activation has them. */
  endConditions: z.array(z.string()),
  endConditionsMet: z.array(z.string()),
  endConditionsOpen: z.array(z.string()),
  superiorName: z.string().nullable(),
  superiorLevel: level.nullable(),
  superiorReference: z.string().nullable(),
  superiorAt: z.date().nullable(),
  superiorCommands: z.boolean(),
});

/** Activations of one incident, the running one first. */
export const ofIncident = view('command.ofIncident', {
  label: { zh: '事件的应急响应', en: 'Activations of an incident' },
  may: readActivation,
  input: z.object({ incidentId: idInput }),
  output: z.object({ items: z.array(activationOutput) }),
  reads: [activation],
  async run(ctx, { incidentId }) {
    const items = await ctx.rows<z.input<typeof activationOutput>>(sql`
      select a.id, a.version, a.number, a.state, a.level, a.matter, a.expected_hours, a.measures, a.started_at, a.ended_at,
        a.end_reason, a.plan_id, p.name as plan_name, p.edition, p.end_conditions, a.end_conditions_met, a.end_conditions_open,
        a.superior_name, a.superior_level, a.superior_reference, a.superior_at, coalesce(a.superior_commands, false) as superior_commands
      from ${ctx.visible(activation)} a join plan p on p.id = a.plan_id
      where a.incident_id = ${incidentId} order by (a.state <> 'active'), a.started_at desc`);
    return { items };
  },
});

const actionOutput = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  clause: z.string(),
  title: z.string(),
  who: z.string(),
  afterClause: z.string().nullable(),
  delayMinutes: z.number().nullable(),
  dueOutAt: z.date().nullable(),
  /** What it waits for, as it stands now: its order may have been withdrawn or refused, and then it waits for ever. */
  before: z.object({ title: z.string(), state: z.string() }).nullable(),
  reason: z.string().nullable(),
});

/** What of a response is no order (yet): clauses that wait for another one, and those left out or withdrawn. */
export const actions = view('command.actions', {
  label: { zh: '待下达和未下达的行动', en: 'Actions waiting or left out' },
  may: readActivation,
  input: z.object({ activationId: idInput }),
  output: z.object({ items: z.array(actionOutput) }),
  reads: [activation, activationAction, assignment],
  async run(ctx, { activationId }) {
    const items = await ctx.rows<z.input<typeof actionOutput>>(sql`
      select a.id, a.version, a.state, a.clause, p.title,
        coalesce(n.name || ' · ', '') || coalesce(u.short_name, '') as who, a.after_clause, a.delay_minutes, a.due_out_at, a.reason,
        (select jsonb_build_object('title', bp.title, 'state', coalesce((select s.state from assignment s
            where s.order_id = b.order_id and s.parent_assignment_id is null order by s.created_at desc limit 1), b.state))
          from activation_action b join plan_action bp on bp.id = b.plan_action_id
          where b.activation_id = a.activation_id and b.clause = a.after_clause order by b.created_at desc limit 1) as before
      from ${ctx.visible(activationAction)} a join plan_action p on p.id = a.plan_action_id
      left join unit u on u.id = a.assignee_unit_id left join person n on n.id = a.assignee_person_id
      where a.activation_id = ${activationId} and a.state <> 'issued'
      order by array_position(array['waiting', 'left_out', 'cancelled'], a.state), string_to_array(a.clause, '.')::int[]`);
    return { items };
  },
});
