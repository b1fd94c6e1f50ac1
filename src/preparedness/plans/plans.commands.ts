import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { planLifecycle } from './plan.lifecycle.ts';
import { adoptPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';
import { planAction } from './plan-action.register.ts';
import { CLAUSE } from './plan-draft.rules.ts';
import { planLevel } from './plan-level.register.ts';

const levelId = z.enum(RESPONSE_LEVELS.map((level) => level.id));
const { fields: of } = planAction;

const actionInput = z
  .object({
    clause: of.clause.input.refine((clause) => CLAUSE.test(clause), {
      params: { zh: '条款号由数字和点组成，如 4.2.1', en: 'a clause is numbers with dots, such as 4.2.1' },
    }),
    title: of.title.input,
    content: of.content.input,
    groupName: of.groupName.input,
    role: of.role.input,
    unitRule: of.unitRule.input,
    unitId: idInput.optional(),
    offsetMinutes: of.offsetMinutes.input,
    priority: of.priority.input,
    placeRule: of.placeRule.input,
    resources: of.resources.input,
    evidenceAsked: of.evidenceAsked.input,
    fulfilledBy: of.fulfilledBy.input,
    levels: z.array(levelId).min(1),
  })
  .refine((action) => action.unitRule !== 'named' || action.unitId, {
    path: ['unitId'],
    params: { zh: '指定单位的行动须填写承办单位', en: 'an action of a named unit needs its unit' },
  });

/** Puts an edition of a plan into force, whole: levels and actions with it, the edition before it superseded. */
export const adopt = command('plans.adopt', {
  label: { zh: '发布数字化预案', en: 'Adopt a digital plan' },
  may: adoptPlan,
  input: z.object({
    name: plan.fields.name.input,
    key: plan.fields.key.input,
    type: plan.fields.type.input,
    incidentKind: plan.fields.incidentKind.input,
    levels: z
      .array(
        z.object({
          level: levelId,
          conditions: planLevel.fields.conditions.input,
          expectedHours: planLevel.fields.expectedHours.input,
          measures: planLevel.fields.measures.input,
        }),
      )
      .min(1)
      .max(4),
    actions: z.array(actionInput).min(1).max(500),
  }),
  output: z.object({ id: z.string(), edition: z.number() }),
  records: ['plan.adopted', 'plan.superseded'],
  async run(ctx, { levels, actions, ...input }) {
    const before = await ctx.row<{ id: string }>(sql`
      select id from plan where key = ${input.key} order by edition desc limit 1 for update`);
    const former = before ? await ctx.load(plan, before.id) : undefined;
    if (former) {
      if (former.state === 'in_force') await ctx.transition(planLifecycle, former, 'supersede');
      ctx.fact({ kind: 'plan.superseded', subject: { register: 'plan', id: former.id } });
    }
    const row = await ctx.insert(plan, {
      ...input,
      edition: (former?.edition ?? 0) + 1,
      issuedAt: ctx.now,
      // A plan stays with the unit that answers for it, whoever adopts its next edition.
      ...(former ? { ownerUnitId: former.ownerUnitId, areaCode: former.areaCode } : {}),
    });
    for (const level of levels) await ctx.insert(planLevel, { ...level, planId: row.id });
    for (const action of actions) {
      await ctx.insert(planAction, { ...action, unitId: action.unitId ?? null, planId: row.id });
    }
    ctx.fact({
      kind: 'plan.adopted',
      subject: { register: 'plan', id: row.id },
      payload: { name: row.name, edition: row.edition, actions: actions.length },
    });
    return { id: row.id, edition: row.edition };
  },
});
