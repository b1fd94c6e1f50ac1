import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import { answerersOfUnit, dutyPeopleOf } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { instantOf, localTime } from '../../kernel/calendar.ts';
import { readPlan } from '../plans/index.ts';
import { plan } from '../plans/plan.register.ts';
import { planRevisionLifecycle } from './plan-revision.lifecycle.ts';
import { answerRevision, askRevision } from './plan-revision.permissions.ts';
import { planRevision, type RevisionCause } from './plan-revision.register.ts';
import { REVISION_ASKED } from './plan-revision.rules.ts';

const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });

interface Request {
  readonly cause: RevisionCause;
  readonly about: string;
  /** The record that says so. */
  readonly record?: { readonly register: string; readonly id: string };
  readonly requestedById?: string;
}

/** 提出修订建议: whoever works with a plan says what is wrong with it (第37条). */
export const ask = command('planRevisions.ask', {
  label: { zh: '提出修订建议', en: 'Ask for a revision' },
  may: askRevision,
  input: z.object({ planId: idInput, about: planRevision.fields.about.input }),
  output: answer,
  records: ['plan_revision.asked', 'message.sent'],
  async run(ctx, { planId, about }) {
    const row = await ctx.record(plan, planId, readPlan);
    return raise(ctx, row, { cause: 'unit_judges', about, requestedById: ctx.viewer.personId });
  },
});

export const accept = command('planRevisions.accept', {
  label: { zh: '启动修订', en: 'Accept a request to revise' },
  may: answerRevision,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['plan_revision.accepted'],
  async run(ctx, { id }) {
    const row = await ctx.transition(planRevisionLifecycle, await ctx.load(planRevision, id), 'accept');
    ctx.fact({ kind: 'plan_revision.accepted', subject: { register: 'plan_revision', id } });
    return row;
  },
});

export const decline = command('planRevisions.decline', {
  label: { zh: '不予修订', en: 'Decline a request to revise' },
  may: answerRevision,
  input: z.object({ id: idInput, answer: z.string().trim().min(2).max(500) }),
  output: answer,
  records: ['plan_revision.declined'],
  async run(ctx, { id, answer: why }) {
    const row = await ctx.transition(planRevisionLifecycle, await ctx.load(planRevision, id), 'decline', {
      answer: why,
    });
    ctx.fact({ kind: 'plan_revision.declined', subject: { register: 'plan_revision', id }, payload: { answer: why } });
    return row;
  },
});

type Plan = Pick<z.output<typeof planRow>, 'id' | 'key' | 'name' | 'ownerUnitId' | 'areaCode'>;
const planRow = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  ownerUnitId: z.string(),
  areaCode: z.string(),
});

/** One request for one cause: the same fact told twice asks once. */
async function raise(ctx: CommandContext, row: Plan, { cause, about, record, requestedById }: Request) {
  const made = await ctx.insert(planRevision, {
    planId: row.id,
    planKey: row.key,
    cause,
    about: about.slice(0, 500),
    causeRegister: record?.register ?? null,
    causeId: record?.id ?? null,
    requestedById: requestedById ?? null,
    ownerUnitId: row.ownerUnitId,
    areaCode: row.areaCode,
  });
  const subject = { register: 'plan_revision', id: made.id };
  ctx.fact({
    kind: 'plan_revision.asked',
    subject,
    concerns: [{ register: 'plan', id: row.id }],
    payload: { number: made.number, cause, causeRegister: record?.register ?? null, causeId: record?.id ?? null },
  });
  const answerers = await answerersOfUnit(ctx, row.ownerUnitId);
  await sendMessage(ctx, {
    to: answerers.length > 0 ? answerers : await dutyPeopleOf(ctx, row.ownerUnitId),
    ...told(REVISION_ASKED, { number: made.number ?? '', plan: row.name }),
    text: { zh: about.slice(0, 500), en: about.slice(0, 500) },
    priority: 'normal',
    channels: ['in_app'],
    about: subject,
  });
  return made;
}

/** Raises a request on each plan, unless one for the same cause and record was raised before. */
export async function raiseOn(
  ctx: CommandContext,
  plans: readonly Plan[],
  request: Required<Omit<Request, 'requestedById'>>,
): Promise<void> {
  for (const row of plans) {
    const known = await ctx.row(sql`
      select 1 from plan_revision where plan_key = ${row.key} and cause = ${request.cause}
        and cause_register = ${request.record.register} and cause_id = ${request.record.id}::uuid
        and (state in ('open', 'accepted') or cause_register = 'plan')`);
    if (!known) await raise(ctx, row, request);
  }
}

const PLAN = sql`p.id, p.key, p.name, p.owner_unit_id, p.area_code`;

/** Plans in force, of some kinds of incident where they are given. */
export function plansInForce(ctx: CommandContext, kinds?: readonly string[]): Promise<Plan[]> {
  return ctx.rows<Plan>(sql`
    select ${PLAN} from plan p where p.state = 'in_force'
      and (${kinds === undefined} or p.incident_kind = any(${[...(kinds ?? [])]}::text[])) order by p.key`);
}

/** Plans that stand below another one: all below the overall plan, those of departments and streets below a special one of the same kind. */
export function plansBelow(ctx: CommandContext, id: string, type: string, kind: string): Promise<Plan[]> {
  return ctx.rows<Plan>(sql`
    select ${PLAN} from plan p where p.state = 'in_force' and p.id <> ${id}::uuid
      and ((${type} = 'overall' and p.type <> 'overall')
        or (${type} = 'special' and p.type in ('department', 'street') and p.incident_kind = ${kind})) order by p.key`);
}

/** Plans in which a unit commands, leads a group, belongs to one or has a clause. */
export function plansNaming(ctx: CommandContext, unitId: string): Promise<Plan[]> {
  return ctx.rows<Plan>(sql`
    select ${PLAN} from plan p where p.state = 'in_force' and (
      exists (select 1 from plan_action a where a.plan_id = p.id and a.unit_id = ${unitId}::uuid)
      or exists (select 1 from plan_seat s where s.plan_id = p.id and s.unit_id = ${unitId}::uuid)
      or exists (select 1 from plan_group g where g.plan_id = p.id
        and (g.lead_unit_id = ${unitId}::uuid or ${unitId} = any(g.member_unit_ids)))) order by p.key`);
}

/** Had a unit duties on its list before this day? What is entered on one day is one list. */
export async function hadDuties(ctx: CommandContext, unitId: string, at: Date): Promise<boolean> {
  const { year, month, day } = localTime(at);
  const earlier = await ctx.row(sql`
    select 1 from duty_list where unit_id = ${unitId}::uuid and created_at < ${instantOf(year, month, day)} limit 1`);
  return earlier !== undefined;
}

/** Plans whose clauses count on a resource by its name, or give a clause to a unit of that name. */
export function plansCountingOn(ctx: CommandContext, name: string): Promise<Plan[]> {
  return ctx.rows<Plan>(sql`
    select ${PLAN} from plan p where p.state = 'in_force' and exists (
      select 1 from plan_action a left join unit u on u.id = a.unit_id where a.plan_id = p.id
        and (u.name = ${name} or u.short_name = ${name} or strpos(a.content, ${name}) > 0
          or exists (select 1 from unnest(a.resources) r where strpos(r, ${name}) > 0))) order by p.key`);
}

export async function planById(ctx: CommandContext, id: string): Promise<Plan[]> {
  return ctx.rows<Plan>(sql`select ${PLAN} from plan p where p.id = ${id}::uuid and p.state = 'in_force'`);
}

/** The next edition is in force: what was asked of the plan is taken in by it. */
export async function settleBy(ctx: CommandContext, editionId: string, key: string): Promise<void> {
  const open = await ctx.rows<{ id: string }>(sql`
    select id from plan_revision where plan_key = ${key} and state in ('open', 'accepted') and plan_id <> ${editionId}::uuid order by id`);
  for (const { id } of open) {
    const row = await ctx.load(planRevision, id);
    await ctx.transition(planRevisionLifecycle, row, 'settle', { revisedById: editionId });
    ctx.fact({
      kind: 'plan_revision.settled',
      subject: { register: 'plan_revision', id },
      concerns: [{ register: 'plan', id: editionId }],
      payload: { number: row.number },
    });
  }
}
