import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import type { RowOf } from '../registers/define.ts';
import { touchesText, withinInput } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { stepsFor } from './allowed-steps.ts';
import { assignment } from './assignment.register.ts';
import { evidenceOutput } from './define.ts';
import { readAssignment, readOrder } from './order.permissions.ts';
import { order } from './order.register.ts';
import { boardColumn, byUrgency, nextDue } from './order.rules.ts';

const COLUMNS = ['unreceived', 'under_way', 'done', 'verified', 'ended'] as const;
const point = z.object({ lng: z.number(), lat: z.number() });

/** One part of an order as board and inbox show it. */
export const card = z.object({
  id: z.string(),
  version: z.number(),
  orderId: z.string(),
  number: z.string(),
  title: z.string(),
  content: z.string(),
  groupName: z.string().nullable(),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  mark: z.enum(['real', 'drill', 'test']),
  matter: z.object({ register: z.string(), id: z.string() }).nullable(),
  place: point.nullable(),
  placeText: z.string().nullable(),
  resources: z.array(z.string()),
  evidenceAsked: evidenceOutput,
  evidenceGiven: evidenceOutput,
  basisClause: z.string().nullable(),
  basisPlan: z.string().nullable(),
  assigneeUnitId: z.string(),
  unitName: z.string(),
  /** The street the unit lies in; null for units of the whole district. */
  streetName: z.string().nullable(),
  personName: z.string().nullable(),
  issuedByUnit: z.string(),
  state: z.string(),
  column: z.enum(COLUMNS),
  issuedAt: z.date(),
  receivedAt: z.date().nullable(),
  doneAt: z.date().nullable(),
  /** What is owed next: the receipt, then the finish. */
  dueAt: z.date().nullable(),
  finishDueAt: z.date().nullable(),
  isLate: z.boolean(),
  feedbackCount: z.number(),
  lastFeedbackAt: z.date().nullable(),
  /** The part it was cut from, and what it is of the work; null for what the order's issuer gave out. */
  parentAssignmentId: z.string().nullable(),
  task: z.string().nullable(),
  /** How far the parts cut from it are; null where nothing was delegated. */
  delegated: z.object({ total: z.number(), open: z.number(), done: z.number(), late: z.number() }).nullable(),
  photos: z.array(z.string()),
  /** Steps the viewer may take now. */
  may: z.array(z.string()),
});
export type Card = z.output<typeof card>;

type CardRow = Omit<z.input<typeof card>, 'column' | 'dueAt' | 'isLate' | 'matter' | 'may' | 'delegated'> & {
  delegated: NonNullable<z.input<typeof card>['delegated']>;
  parentUnitId: string | null;
  parentPersonId: string | null;
  receiveDueAt: Date;
  matterRegister: string | null;
  matterId: string | null;
  assigneePersonId: string | null;
  issuerUnitPath: string;
};

/** Parts that the viewer may see, most urgent first. `where` narrows `a` (assignment) and `o` (order). */
export async function cardsOf(
  ctx: ReadContext,
  where: RawBuilder<unknown>,
  limit: number,
  offset = 0,
): Promise<Card[]> {
  const rows = await ctx.rows<CardRow>(sql`
    select a.id, a.version, a.order_id, o.number, o.title, o.content, o.group_name, o.priority, a.mark, o.matter_register,
      o.matter_id, o.place_text, o.resources, o.evidence_asked, o.basis_clause, o.basis_plan, a.created_at as issued_at,
      coalesce(a.finish_due_at, o.finish_due_at) as finish_due_at, a.parent_assignment_id, a.task,
      above.assignee_unit_id as parent_unit_id, above.assignee_person_id as parent_person_id,
      ${delegatedOf(ctx)} as delegated,
      case when o.place is null then null else jsonb_build_object('lng', st_x(o.place), 'lat', st_y(o.place)) end as place,
      o.owner_unit_path as issuer_unit_path, coalesce(i.short_name, i.name, '') as issued_by_unit,
      coalesce(u.short_name, u.name, '') as unit_name, s.name as street_name, p.name as person_name,
      a.state, a.receive_due_at, a.received_at, a.done_at, a.assignee_unit_id, a.assignee_person_id, a.feedback_count,
      a.evidence_given,
      (select max(f.given_at) from order_feedback f where f.assignment_id = a.id) as last_feedback_at,
      coalesce((select array_agg(photo order by f.given_at desc) from order_feedback f, unnest(f.photos) photo
        where f.assignment_id = a.id), '{}') as photos
    from ${ctx.visible(assignment, readAssignment)} a
    join "order" o on o.id = a.order_id
    left join unit u on u.id = a.assignee_unit_id
    left join area s on s.code = left(u.area_code, 9) and length(u.area_code) >= 9
    left join unit i on i.id = o.owner_unit_id
    left join person p on p.id = a.assignee_person_id
    left join assignment above on above.id = a.parent_assignment_id
    where ${where}
    order by ${DUE} nulls last, o.issued_at desc, a.id limit ${limit} offset ${offset}`);
  return rows.map((row) => cardOf(ctx, row)).sort((one, other) => byUrgency(urgency(one), urgency(other)));
}

/** What `a` of `o` owes next: of a long matter the pages begin with what harms first, not with what was ordered last. */
const DUE = sql`case when a.state in ('issued', 'delivered') then a.receive_due_at
  when a.state in ('received', 'under_way') then coalesce(a.finish_due_at, o.finish_due_at) end`;

/** The column of the board that `a` stands in; `boardColumn` says the same of one state. */
const COLUMN = sql`case when a.state in ('issued', 'delivered') then 'unreceived'
  when a.state in ('received', 'under_way') then 'under_way'
  when a.state = 'done' then 'done' when a.state = 'verified' then 'verified' else 'ended' end`;

/** Parts cut from `a` by its answerer: those taken back or handed on are not counted, late ones by what they owe next. */
function delegatedOf(ctx: ReadContext): RawBuilder<unknown> {
  return sql`(select jsonb_build_object(
      'total', count(*) filter (where c.state not in ('cancelled', 'unanswered')),
      'open', count(*) filter (where c.state in ('issued', 'delivered', 'received', 'under_way')),
      'done', count(*) filter (where c.state in ('done', 'verified')),
      'late', count(*) filter (where (c.state in ('issued', 'delivered') and c.receive_due_at <= ${ctx.now}::timestamptz)
        or (c.state in ('received', 'under_way') and coalesce(c.finish_due_at, o.finish_due_at) <= ${ctx.now}::timestamptz)))
    from assignment c where c.parent_assignment_id = a.id)`;
}

const urgency = (one: Card) => ({ dueAt: one.dueAt ?? undefined, issuedAt: one.issuedAt });

function cardOf(ctx: ReadContext, row: CardRow): Card {
  const { receiveDueAt, matterRegister, matterId, issuerUnitPath, delegated, parentUnitId, parentPersonId, ...own } =
    row;
  const { assigneePersonId, ...rest } = own;
  const { assigneeUnitId } = own;
  const parent = parentUnitId ? { assigneeUnitId: parentUnitId, assigneePersonId: parentPersonId } : undefined;
  const dueAt = nextDue(row, row.finishDueAt) ?? null;
  return {
    ...rest,
    number: row.number ?? '',
    matter: matterRegister && matterId ? { register: matterRegister, id: matterId } : null,
    column: boardColumn(row.state),
    dueAt,
    isLate: dueAt !== null && dueAt <= ctx.now,
    delegated: delegated.total > 0 ? delegated : null,
    may: stepsFor(ctx, { state: row.state, assigneeUnitId, assigneePersonId, issuerUnitPath, parent }),
  };
}

const facet = z.array(z.object({ value: z.string(), name: z.string(), count: z.number() }));

/** 指令板 of all organisations: the parts of a matter's orders, or of everything that is open; late first, by pages, exactly counted. */
export const board = view('orders.board', {
  label: { zh: '指令板', en: 'Order board' },
  may: readOrder,
  input: z.object({
    matter: idInput.optional(),
    group: z.string().max(200).optional(),
    unit: idInput.optional(),
    /** Code of an area: units that lie in it. */
    street: z
      .string()
      .regex(/^\d{6,15}$/)
      .optional(),
    column: z.enum(COLUMNS).optional(),
    lateOnly: z.boolean().default(false),
    within: withinInput.optional(),
    limit: z.number().int().min(1).max(1000).default(500),
    offset: z.number().int().min(0).max(100_000).default(0),
  }),
  output: z.object({
    now: z.date(),
    /** Of everything that fits, not of the page. */
    counts: z.record(z.enum([...COLUMNS, 'late']), z.number()),
    total: z.number(),
    items: z.array(card),
    /** What it may be narrowed to, with how many there are of the whole matter. */
    groups: facet,
    units: facet,
    streets: facet,
  }),
  reads: [assignment, order],
  async run(ctx, { matter, group, unit, street, column, lateOnly, within, limit, offset }) {
    const open = sql`a.state not in ('verified', 'cancelled') and o.state <> 'cancelled'`;
    const whole = sql`a.parent_assignment_id is null and ${matter ? sql`o.matter_id = ${matter}` : open}`;
    const isLate = sql`coalesce(${DUE} <= ${ctx.now}::timestamptz, false)`;
    const fitting = sql`${whole}
      and (${group ?? null}::text is null or o.group_name = ${group ?? null})
      and (${unit ?? null}::uuid is null or a.assignee_unit_id = ${unit ?? null}::uuid)
      and (${street ?? null}::text is null or exists (select 1 from unit lies where lies.id = a.assignee_unit_id
        and starts_with(lies.area_code, ${street ?? null}::text)))
      and ${touchesText(sql`o.place`, within)}`;
    const shown = sql`${fitting} and (${column ?? null}::text is null or ${COLUMN} = ${column ?? null}::text)
      and (${!lateOnly} or ${isLate})`;
    const from = sql`from ${ctx.visible(assignment, readAssignment)} a join "order" o on o.id = a.order_id`;
    const counted = await ctx.rows<{
      column: (typeof COLUMNS)[number];
      count: number;
      late: number;
      shown: number;
    }>(sql`
      select ${COLUMN} as column, count(*)::int as count, count(*) filter (where ${isLate})::int as late,
        count(*) filter (where ${shown})::int as shown ${from} where ${fitting} group by 1`);
    const facets = await ctx.rows<{
      facet: 'groups' | 'units' | 'streets';
      value: string;
      name: string;
      count: number;
    }>(sql`
      with parts as materialized (select o.group_name, a.assignee_unit_id ${from} where ${whole})
      select 'groups' as facet, p.group_name as value, p.group_name as name, count(*)::int as count
        from parts p where p.group_name is not null group by 2, 3
      union all select 'units', u.id::text, coalesce(u.short_name, u.name), count(*)::int
        from parts p join unit u on u.id = p.assignee_unit_id group by 2, 3
      union all select 'streets', s.code, s.name, count(*)::int from parts p join unit u on u.id = p.assignee_unit_id
        join area s on s.code = left(u.area_code, 9) and length(u.area_code) >= 9 group by 2, 3
      order by 4 desc, 3`);
    const sum = (of: (one: (typeof counted)[number]) => number) => counted.reduce((total, one) => total + of(one), 0);
    const counts = Object.fromEntries(
      COLUMNS.map((name) => [name, counted.find((one) => one.column === name)?.count ?? 0]),
    );
    const narrowing = (name: 'groups' | 'units' | 'streets') =>
      facets
        .filter(({ facet: of }) => of === name)
        .map(({ value, name: words, count }) => ({ value, name: words, count }));
    return {
      now: ctx.now,
      counts: { ...counts, late: sum(({ late }) => late) } as Record<(typeof COLUMNS)[number] | 'late', number>,
      total: sum((one) => one.shown),
      items: await cardsOf(ctx, shown, limit, offset),
      groups: narrowing('groups'),
      units: narrowing('units'),
      streets: narrowing('streets'),
    };
  },
});

/** What I must do: parts given to me by name, and those of my units that nobody else was named for. */
export const mine = view('orders.mine', {
  label: { zh: '我的指令', en: 'My orders' },
  may: readOrder,
  input: z.object({ includeFinished: z.boolean().default(false) }),
  output: z.object({ now: z.date(), items: z.array(card) }),
  reads: [assignment],
  async run(ctx, { includeFinished }) {
    const units = ctx.viewer.hats.map((hat) => hat.unit.id);
    const cards = await cardsOf(
      ctx,
      sql`(a.assignee_person_id = ${ctx.viewer.personId}
          or (a.assignee_person_id is null and a.assignee_unit_id = any(${units}::uuid[])))
        and (${includeFinished} or a.state in ('issued', 'delivered', 'received', 'under_way'))`,
      200,
    );
    return { now: ctx.now, items: cards };
  },
});

/** One order with all of its parts. */
export const record = view('orders.record', {
  label: { zh: '指令', en: 'Order' },
  may: readOrder,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    number: z.string(),
    version: z.number(),
    title: z.string(),
    state: z.string(),
    now: z.date(),
    parts: z.array(card),
  }),
  reads: [order, assignment],
  async run(ctx, { id }) {
    const row: RowOf<typeof order> = await ctx.record(order, id);
    const parts = await cardsOf(ctx, sql`o.id = ${id}`, 500);
    const { number, version, title, state } = row;
    return { id, number: number ?? '', version, title, state, now: ctx.now, parts };
  },
});
