import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { evidenceOutput } from '../../foundation/orders/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { type PlanAction, readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { planAction } from '../../preparedness/plans/plan-action.register.ts';
import { planLevel } from '../../preparedness/plans/plan-level.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { activatePlan, readActivation } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { LEVEL_BY_GRADE, suggestedLevel } from './activation.rules.ts';
import { assigneesOf } from './assignees.views.ts';

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
    const actions = await ctx.rows<PlanAction>(sql`
      select a.* from ${ctx.visible(planAction, readPlan)} a
      where a.plan_id = ${edition.id} and ${wanted} = any(a.levels)
      order by string_to_array(a.clause, '.')::int[]`);
    const assignees = await assigneesOf(ctx, actions, matter.areaCode);
    return {
      level: wanted,
      suggestedLevel: suggested,
      planName: edition.name,
      edition: edition.edition,
      ...stated,
      matter: matter.title,
      actions: actions.map((action) => {
        const assignee = assignees.get(action.id);
        return {
          ...action,
          planActionId: action.id,
          unitId: null,
          unitName: null,
          personId: null,
          personName: null,
          postId: null,
          postName: null,
          ...assignee,
          isGap: !assignee?.personId,
        };
      }),
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
        a.end_reason, a.plan_id, p.name as plan_name
      from ${ctx.visible(activation)} a join plan p on p.id = a.plan_id
      where a.incident_id = ${incidentId} order by (a.state <> 'active'), a.started_at desc`);
    return { items };
  },
});
