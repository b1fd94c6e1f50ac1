import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { ISSUE_RECORDS, issueOrders } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { type PlanAction, readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { planAction } from '../../preparedness/plans/plan-action.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { setResponseLevel } from '../incidents/index.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import { activatePlan } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { dueAt, LEVEL_BY_GRADE, suggestedLevel } from './activation.rules.ts';

const level = z.enum(RESPONSE_LEVELS.map((one) => one.id));
const { fields: of } = activation;

/** One confirmation, all orders: what the preview showed, as the commander left it. */
export const activate = command('command.activate', {
  label: { zh: '启动应急响应', en: 'Activate a plan' },
  may: activatePlan,
  input: z.object({
    incidentId: idInput,
    planId: idInput,
    level,
    matter: of.matter.input,
    expectedHours: of.expectedHours.input,
    measures: of.measures.input,
    actions: z
      .array(
        z.object({
          planActionId: idInput,
          unitId: idInput,
          personId: idInput.nullish(),
          postId: idInput.nullish(),
          offsetMinutes: z.number().int().min(0).max(525_600),
          content: planAction.fields.content.input,
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({ id: z.string(), number: z.string(), orders: z.number() }),
  records: ['activation.started', ...ISSUE_RECORDS],
  async run(ctx, input) {
    const matter = await ctx.load(incident, input.incidentId);
    const running = await ctx.row(sql`select 1 from activation where incident_id = ${matter.id} and state = 'active'`);
    if (running) throw problem('activation.running');
    const edition = await ctx.record(plan, input.planId, readPlan);
    if (edition.state !== 'in_force') throw problem('plan.superseded', {}, 'planId');
    const rule = ctx.rules(LEVEL_BY_GRADE);
    const row = await ctx.insert(activation, {
      incidentId: matter.id,
      planId: edition.id,
      matter: input.matter,
      level: input.level,
      suggestedLevel: suggestedLevel(matter.grade, rule.values),
      levelRule: ruleUsed(rule),
      expectedHours: input.expectedHours,
      measures: input.measures,
      startedAt: ctx.now,
      mark: matter.mark,
      areaCode: matter.areaCode,
    });
    const subject = { register: 'incident', id: matter.id };
    ctx.fact({
      kind: 'activation.started',
      subject: { register: 'activation', id: row.id },
      concerns: [subject],
      payload: {
        number: row.number,
        plan: edition.name,
        edition: edition.edition,
        level: row.level,
        matter: row.matter,
        expectedHours: row.expectedHours,
        measures: row.measures,
        orders: input.actions.length,
      },
    });
    const clauses = await ctx.rows<PlanAction>(sql`
      select a.* from ${ctx.visible(planAction, readPlan)} a where a.plan_id = ${edition.id}`);
    const byId = new Map(clauses.map((clause) => [clause.id, clause]));
    const orders = input.actions.map((action) => {
      const clause = byId.get(action.planActionId);
      if (!clause) throw problem('record.unknown', {}, 'planActionId');
      return {
        concerns: subject,
        title: clause.title,
        content: action.content,
        groupName: clause.groupName,
        priority: clause.priority,
        ...(clause.placeRule === 'incident' && matter.place ? { place: matter.place } : {}),
        placeText: clause.placeRule === 'incident' ? matter.placeText : PLACES[clause.placeRule],
        resources: clause.resources,
        evidenceAsked: clause.evidenceAsked,
        ...(clause.fulfilledBy ? { fulfilledBy: clause.fulfilledBy } : {}),
        basisClause: clause.clause,
        basisPlan: edition.name,
        finishDueAt: dueAt(row.startedAt, action.offsetMinutes),
        assignees: [
          {
            unitId: action.unitId,
            ...(action.personId ? { personId: action.personId } : {}),
            ...(action.postId ? { postId: action.postId } : {}),
          },
        ],
      };
    });
    await issueOrders(ctx, orders);
    await setResponseLevel(ctx, matter.id, input.level);
    return { id: row.id, number: row.number ?? '', orders: orders.length };
  },
});

const PLACES: Record<string, string> = { command_center: '区应急指挥中心', own_unit: '本单位' };

/** 终止响应: the threat is under control or gone (应对法 第86条). Orders still open stay with their people. */
export const terminate = command('command.terminate', {
  label: { zh: '终止应急响应', en: 'Terminate an activation' },
  may: activatePlan,
  input: z.object({ id: idInput, reason: z.string().min(2).max(500) }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['activation.terminated'],
  async run(ctx, { id, reason }) {
    const row = await ctx.transition(activationLifecycle, await ctx.load(activation, id), 'terminate', {
      endedAt: ctx.now,
      endReason: reason,
    });
    ctx.fact({
      kind: 'activation.terminated',
      subject: { register: 'activation', id },
      concerns: [{ register: 'incident', id: row.incidentId }],
      payload: { reason },
    });
    await setResponseLevel(ctx, row.incidentId, null);
    return row;
  },
});
