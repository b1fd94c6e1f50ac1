import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { evidenceOutput, FULFILMENTS } from '../../foundation/orders/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { adoptPlan, readPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';
import { planAction } from './plan-action.register.ts';
import { planGroup } from './plan-group.register.ts';
import { planLevel } from './plan-level.register.ts';
import { planSeat } from './plan-seat.register.ts';

const item = z.object({
  id: z.string(),
  name: z.string(),
  edition: z.number(),
  type: z.string(),
  incidentKind: z.string(),
  issuedAt: z.date(),
  state: z.string(),
  unitName: z.string(),
  actionCount: z.number(),
  filedAt: z.date().nullable(),
  /** Until when it is to be filed. */
  filingDueAt: z.date().nullable(),
});

/** Plans in force, optionally for one kind of incident. */
export const list = view('plans.list', {
  label: { zh: '预案列表', en: 'Plans' },
  may: readPlan,
  input: z.object({ incidentKind: z.string().max(60).optional(), includeSuperseded: z.boolean().default(false) }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [plan],
  async run(ctx, { incidentKind, includeSuperseded }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select p.id, p.name, p.edition, p.type, p.incident_kind, p.issued_at, p.state, coalesce(u.short_name, '') as unit_name,
        (select count(*)::int from plan_action a where a.plan_id = p.id) as action_count, p.filed_at,
        (select c.due_at from clock c where c.subject_register = 'plan' and c.subject_id = p.id and c.name = 'filing'
          order by c.started_at desc limit 1) as filing_due_at
      from ${ctx.visible(plan)} p left join unit u on u.id = p.owner_unit_id
      where (${incidentKind ?? null}::text is null or p.incident_kind = ${incidentKind ?? null})
        and (p.state = 'in_force' or ${includeSuperseded})
      order by p.name, p.edition desc`);
    return { items, total: items.length };
  },
});

export const levelOutput = z.object({
  level: z.enum(['I', 'II', 'III', 'IV']),
  conditions: z.string(),
  expectedHours: z.number(),
  measures: z.string(),
});

export const actionOutput = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  content: z.string(),
  groupName: z.string(),
  role: z.string(),
  unitRule: z.enum(['named', 'street_of_incident']),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  postId: z.string().nullable(),
  postName: z.string().nullable(),
  offsetMinutes: z.number(),
  afterClause: z.string().nullable(),
  delayMinutes: z.number().nullable(),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  placeRule: z.enum(['incident', 'command_center', 'own_unit']),
  resources: z.array(z.string()),
  evidenceAsked: evidenceOutput,
  fulfilledBy: z.enum(FULFILMENTS.map(({ id }) => id)).nullable(),
  levels: z.array(z.string()),
});
export type PlanAction = z.output<typeof actionOutput>;

const seatOutput = z.object({
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  role: z.string(),
  /** Who takes the seat today; null where nobody holds the role. */
  holder: z.string().nullable(),
});
const groupOutput = z.object({
  name: z.string(),
  duties: z.string().nullable(),
  leadUnitId: z.string(),
  leadUnitName: z.string(),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
});

const editionOutput = z.object({ id: z.string(), edition: z.number(), issuedAt: z.date(), state: z.string() });

/** One plan as people read it and the system carries it out. */
export const record = view('plans.record', {
  label: { zh: '预案', en: 'Plan' },
  may: readPlan,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    key: z.string(),
    edition: z.number(),
    type: z.string(),
    incidentKind: z.string(),
    issuedAt: z.date(),
    state: z.string(),
    version: z.number(),
    unitName: z.string(),
    /** Every edition of this plan, the newest first. */
    editions: z.array(editionOutput),
    /** May the viewer put a new edition in its place? A department only renews its own. */
    mayRenew: z.boolean(),
    endConditions: z.array(z.string()),
    textId: z.string().nullable(),
    filedAt: z.date().nullable(),
    filedWith: z.string().nullable(),
    filingNumber: z.string().nullable(),
    filingReason: z.string().nullable(),
    filingDueAt: z.date().nullable(),
    evaluationDueAt: z.date().nullable(),
    ownerUnitId: z.string(),
    seats: z.array(seatOutput),
    groups: z.array(groupOutput),
    levels: z.array(levelOutput),
    actions: z.array(actionOutput),
  }),
  reads: [plan],
  async run(ctx, { id }) {
    const row = await ctx.record(plan, id);
    const levels = await ctx.rows<z.input<typeof levelOutput>>(sql`
      select level, conditions, expected_hours, measures from ${ctx.visible(planLevel)} l where plan_id = ${id}
      order by array_position(array['I', 'II', 'III', 'IV'], level)`);
    const actions = await ctx.rows<PlanAction>(sql`
      select a.*, u.name as unit_name, t.name as post_name from ${ctx.visible(planAction)} a
        left join unit u on u.id = a.unit_id left join post t on t.id = a.post_id
      where a.plan_id = ${id} order by string_to_array(a.clause, '.')::int[], a.clause`);
    const seats = await ctx.rows<z.input<typeof seatOutput>>(sql`
      select s.name, s.unit_id, u.short_name as unit_name, s.role, h.name as holder
      from ${ctx.visible(planSeat)} s join unit u on u.id = s.unit_id
      left join lateral (select p.name from post t join appointment a on a.post_id = t.id join person p on p.id = a.person_id
        where t.unit_id = s.unit_id and t.role = s.role and a.valid_from <= ${ctx.now}
          and (a.valid_to is null or a.valid_to > ${ctx.now})
        order by a.deputises_for is not null, a.valid_from, a.id limit 1) h on true
      where s.plan_id = ${id} order by s.position`);
    const groups = await ctx.rows<z.input<typeof groupOutput>>(sql`
      select g.name, g.duties, g.lead_unit_id, u.short_name as lead_unit_name,
        coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.short_name) order by w.nth)
          from unnest(g.member_unit_ids) with ordinality as w(id, nth) join unit m on m.id = w.id::uuid), '[]') as members
      from ${ctx.visible(planGroup)} g join unit u on u.id = g.lead_unit_id
      where g.plan_id = ${id} order by g.position`);
    const owner = await ctx.row<{ name: string }>(sql`select name from unit where id = ${row.ownerUnitId}`);
    const editions = await ctx.rows<z.input<typeof editionOutput>>(sql`
      select id, edition, issued_at, state from ${ctx.visible(plan)} p where key = ${row.key} order by edition desc`);
    const limits = await ctx.rows<{ name: string; dueAt: Date }>(sql`
      select name, due_at from clock where subject_register = 'plan' and subject_id = ${id}`);
    const dueAt = (name: string) => limits.find((limit) => limit.name === name)?.dueAt ?? null;
    const renewable = ctx.holds(adoptPlan)
      ? await ctx.row(sql`select id from ${ctx.visible(plan, adoptPlan)} p where id = ${id} and state = 'in_force'`)
      : undefined;
    return {
      ...row,
      unitName: owner?.name ?? '',
      editions,
      mayRenew: renewable !== undefined,
      filingDueAt: dueAt('filing'),
      evaluationDueAt: dueAt('evaluation'),
      seats,
      groups,
      levels,
      actions,
    };
  },
});
