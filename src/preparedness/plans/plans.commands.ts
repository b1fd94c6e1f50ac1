import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { readPlanText } from '../plan-texts/index.ts';
import { planText } from '../plan-texts/plan-text.register.ts';
import { endPlanClocks, startPlanClocks } from './filing.commands.ts';
import { planLifecycle } from './plan.lifecycle.ts';
import { adoptPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';
import { planAction } from './plan-action.register.ts';
import { faultsOf } from './plan-findings.rules.ts';
import { planGroup } from './plan-group.register.ts';
import { planLevel } from './plan-level.register.ts';
import { planSeat } from './plan-seat.register.ts';
import { CLAUSE, type PlanWords } from './plan-words.rules.ts';

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
    postId: idInput.nullish(),
    offsetMinutes: of.offsetMinutes.input,
    afterClause: of.afterClause.input,
    delayMinutes: of.delayMinutes.input,
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

const seatInput = z.object({
  name: planSeat.fields.name.input,
  unitId: idInput,
  role: planSeat.fields.role.input,
});
const groupInput = z.object({
  name: planGroup.fields.name.input,
  duties: planGroup.fields.duties.input,
  leadUnitId: idInput,
  memberUnitIds: z.array(idInput).max(50).default([]),
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
    endConditions: plan.fields.endConditions.input,
    textId: idInput.nullish(),
    seats: z.array(seatInput).max(30).default([]),
    groups: z.array(groupInput).max(30).default([]),
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
  async run(ctx, { levels, actions, seats, groups, textId, ...input }) {
    const [fault] = faultsOf(wordsOf({ levels, actions, seats, groups, ...input }));
    if (fault) throw problem('state.guard', { reason: fault }, 'actions');
    await assertUnits(
      ctx,
      groups.flatMap(({ memberUnitIds }) => memberUnitIds),
    );
    const before = await ctx.row<{ id: string }>(sql`
      select id from plan where key = ${input.key} order by edition desc limit 1 for update`);
    const former = before ? await ctx.load(plan, before.id) : undefined;
    if (former) {
      if (former.state === 'in_force') await ctx.transition(planLifecycle, former, 'supersede');
      const ended = await endPlanClocks(ctx, former.id);
      ctx.fact({ kind: 'plan.superseded', subject: { register: 'plan', id: former.id }, concerns: ended });
    }
    const source = textId ? await ctx.record(planText, textId, readPlanText) : undefined;
    if (source && source.state !== 'confirmed') throw problem('state.guard', { reason: UNCONFIRMED }, 'textId');
    const row = await ctx.insert(plan, {
      ...input,
      textId: source?.id ?? null,
      edition: (former?.edition ?? 0) + 1,
      issuedAt: ctx.now,
      // A plan stays with the unit that answers for it, whoever adopts its next edition.
      ...(former ? { ownerUnitId: former.ownerUnitId, areaCode: former.areaCode } : {}),
    });
    const { ownerUnitId, areaCode } = row;
    const common = { planId: row.id, ownerUnitId, areaCode };
    await ctx.insertMany(
      planLevel,
      levels.map((level) => ({ ...level, ...common })),
    );
    await ctx.insertMany(
      planSeat,
      seats.map((seat, position) => ({ ...seat, position, ...common })),
    );
    await ctx.insertMany(
      planGroup,
      groups.map((group, position) => ({ ...group, position, ...common })),
    );
    await ctx.insertMany(
      planAction,
      actions.map((action) => ({
        ...action,
        unitId: action.unitId ?? null,
        postId: action.postId ?? null,
        ...common,
      })),
    );
    const clocks = await startPlanClocks(ctx, row);
    ctx.fact({
      kind: 'plan.adopted',
      subject: { register: 'plan', id: row.id },
      concerns: clocks,
      payload: {
        name: row.name,
        key: row.key,
        type: row.type,
        incidentKind: row.incidentKind,
        edition: row.edition,
        actions: actions.length,
      },
    });
    return { id: row.id, edition: row.edition };
  },
});

const UNCONFIRMED = { zh: '来源文本还没有核对', en: 'The source text was not confirmed' };

type Given = Omit<z.output<typeof adopt.input>, 'textId'>;

/** What is given, in the shape that the rules read; names of units play no part in a fault. */
function wordsOf({ seats, groups, actions, ...given }: Given): PlanWords {
  return {
    ...given,
    seats: seats.map((seat) => ({ ...seat, unitName: null })),
    groups: groups.map(({ memberUnitIds, ...group }) => ({
      ...group,
      leadUnitName: null,
      members: memberUnitIds.map((id) => ({ id, name: '' })),
    })),
    actions: actions.map((action) => ({
      ...action,
      unitId: action.unitId ?? null,
      unitName: null,
      postId: action.postId ?? null,
      postName: null,
    })),
  };
}

async function assertUnits(ctx: CommandContext, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const known = await ctx.rows<{ id: string }>(sql`select id from unit where id = any(${wanted}::uuid[])`);
  if (known.length < wanted.length) throw problem('record.unknown', {}, 'groups');
}
