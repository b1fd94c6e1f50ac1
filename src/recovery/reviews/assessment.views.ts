import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { clock } from '../../foundation/clocks/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { incident } from '../../response/incidents/incident.register.ts';
import { readIncident } from '../../response/incidents/index.ts';
import { readReview } from './review.permissions.ts';
import { review } from './review.register.ts';
import { type ClauseState, clauseState, intervals, minutesBetween, STEPS } from './review.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const instant = z.date().nullable();

export const assessmentOutput = z.object({
  /** Facts until then: a finished review does not change with what is recorded later. */
  asOf: z.date(),
  steps: z.array(
    z.object({
      key: z.enum(STEPS.map(({ key }) => key)),
      label: phrase,
      at: instant,
      minutes: z.number().nullable(),
      sinceKnown: z.number().nullable(),
    }),
  ),
  clocks: z.object({
    met: z.number(),
    late: z.number(),
    missed: z.array(
      z.object({
        id: z.string(),
        label: phrase,
        dueAt: z.date(),
        endedAt: instant,
        minutesLate: z.number(),
        reason: z.string().nullable(),
        who: z.string(),
      }),
    ),
  }),
  /** Who saw what when: every part of every order. */
  parts: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      clause: z.string().nullable(),
      unitId: z.string(),
      unitName: z.string(),
      personName: z.string(),
      state: z.string(),
      issuedAt: z.date(),
      deliveredAt: instant,
      receivedAt: instant,
      startedAt: instant,
      doneAt: instant,
      dueAt: instant,
      /** Minutes beyond the limit, of receipt and of the whole; 0 in time. */
      receiptLate: z.number(),
      finishLate: z.number(),
    }),
  ),
  partsTotal: z.number(),
  clauses: z.array(
    z.object({
      planId: z.string(),
      planName: z.string(),
      clause: z.string(),
      title: z.string(),
      state: z.enum(['not_ordered', 'called_off', 'unfinished', 'done']),
    }),
  ),
});
export type Assessment = z.output<typeof assessmentOutput>;

/** Parts that are listed one by one; the count says how many there were. */
const LISTED = 500;

/** 复盘数据: drawn from the timeline, the clocks, the orders and the plan; nobody types a figure. */
export const assessment = view('reviews.assessment', {
  label: { zh: '复盘数据', en: 'What a review is drawn from' },
  may: readReview,
  input: z.object({ id: idInput }),
  output: assessmentOutput,
  reads: [review],
  async run(ctx, { id }) {
    const row = await ctx.record(review, id);
    const matter = await ctx.record(incident, row.incidentId, readIncident);
    const asOf = row.finishedAt ?? ctx.now;
    const { parts, total } = await partsOf(ctx, matter.id, asOf);
    return {
      asOf,
      steps: await stepsOf(ctx, matter, asOf),
      clocks: await clocksOf(ctx, matter.id, asOf),
      parts,
      partsTotal: total,
      clauses: await clausesOf(ctx, matter.id),
    };
  },
});

async function stepsOf(ctx: ReadContext, matter: RowOf<typeof incident>, asOf: Date) {
  const found = await ctx.row<
    Record<'recorded' | 'reported' | 'activated' | 'firstReceipt' | 'firstArrival', Date | null>
  >(
    sql`
    select (select min(created_at) from intake where incident_id = ${matter.id}) as recorded,
      (select min(at) from (
        select min(issued_at) as at from situation_report where incident_id = ${matter.id} union all
        select min(sent_at) from report_recipient where incident_id = ${matter.id}) up) as reported,
      (select min(started_at) from activation where incident_id = ${matter.id}) as activated,
      (select min(a.received_at) from assignment a join "order" o on o.id = a.order_id
        where o.matter_register = 'incident' and o.matter_id = ${matter.id}) as first_receipt,
      (select min(at) from (
        select min(f.happened_at) as at from fact f
        where f.concerns @> ${JSON.stringify([{ register: 'incident', id: matter.id }])}::jsonb and f.kind like '%.arrived' union all
        select min(coalesce(a.started_at, a.done_at)) from assignment a join "order" o on o.id = a.order_id
        where o.matter_register = 'incident' and o.matter_id = ${matter.id}) first) as first_arrival`,
  );
  const steps = intervals({
    recorded: found?.recorded ?? null,
    reported: found?.reported ?? null,
    activated: found?.activated ?? null,
    first_receipt: found?.firstReceipt ?? null,
    first_arrival: found?.firstArrival ?? null,
    occurred: matter.occurredAt,
    known: matter.knownAt,
    opened: matter.createdAt,
    controlled: matter.controlledAt,
    closed: matter.closedAt,
  });
  return steps.map((step) =>
    step.at && step.at > asOf ? { ...step, at: null, minutes: null, sinceKnown: null } : step,
  );
}

interface Missed {
  id: string;
  labelZh: string;
  labelEn: string;
  dueAt: Date;
  endedAt: Date | null;
  lateReason: string | null;
  who: string;
}

async function clocksOf(ctx: ReadContext, incidentId: string, asOf: Date) {
  // Whoever may read the review reads what it is drawn from: the reviewer of another unit, too.
  const own = sql`clock c
    where c.due_at <= ${asOf} and ((c.subject_register = 'incident' and c.subject_id = ${incidentId})
      or (c.subject_register = 'intake' and c.subject_id in (select id from intake where incident_id = ${incidentId}))
      or (c.subject_register = 'assignment' and c.subject_id in (
        select a.id from assignment a join "order" o on o.id = a.order_id
        where o.matter_register = 'incident' and o.matter_id = ${incidentId})))`;
  const counted = await ctx.row<{ met: number; late: number }>(sql`
    select count(*) filter (where c.state = 'met')::int as met, count(*) filter (where c.state = 'late')::int as late from ${own}`);
  const rows = await ctx.rows<Missed>(sql`
    select c.id, c.label_zh, c.label_en, c.due_at, c.ended_at, c.late_reason,
      coalesce((select u.short_name from unit u where u.id = c.owner_unit_id), '') as who
    from ${own} and c.state = 'late' order by c.due_at limit 200`);
  await ctx.openPersonal(clock, rows);
  return {
    met: counted?.met ?? 0,
    late: counted?.late ?? 0,
    missed: rows.map(({ labelZh, labelEn, lateReason, ...row }) => ({
      ...row,
      label: { zh: labelZh, en: labelEn },
      reason: lateReason,
      minutesLate: Math.max(0, minutesBetween(row.dueAt, row.endedAt ?? asOf)),
    })),
  };
}

type Part = Omit<Assessment['parts'][number], 'receiptLate' | 'finishLate'> & { receiveDueAt: Date; total: number };

async function partsOf(ctx: ReadContext, incidentId: string, asOf: Date) {
  const rows = await ctx.rows<Part>(sql`
    select a.id, coalesce(o.number, '') as number, o.title, o.basis_clause as clause, a.assignee_unit_id as unit_id,
      coalesce(u.short_name, '') as unit_name, coalesce(p.name, '') as person_name, a.state, a.created_at as issued_at,
      a.delivered_at, a.received_at, a.started_at, a.done_at, coalesce(a.finish_due_at, o.finish_due_at) as due_at, a.receive_due_at,
      count(*) over ()::int as total
    from assignment a join "order" o on o.id = a.order_id
    left join unit u on u.id = a.assignee_unit_id left join person p on p.id = a.assignee_person_id
    where o.matter_register = 'incident' and o.matter_id = ${incidentId} and a.created_at <= ${asOf}
    order by a.created_at, o.number, a.id limit ${LISTED}`);
  const late = (due: Date | null, done: Date | null, isOver: boolean) =>
    due ? Math.max(0, minutesBetween(due, done ?? (isOver ? due : asOf))) : 0;
  return {
    total: rows[0]?.total ?? 0,
    parts: rows.map(({ receiveDueAt, total, ...row }) => {
      // Called off or passed on: from then on nothing of it was owed.
      const isOver = ['cancelled', 'rejected'].includes(row.state);
      return {
        ...row,
        receiptLate:
          row.state === 'unanswered' ? late(receiveDueAt, null, false) : late(receiveDueAt, row.receivedAt, isOver),
        finishLate: row.state === 'unanswered' ? 0 : late(row.dueAt, row.doneAt, isOver),
      };
    }),
  };
}

async function clausesOf(ctx: ReadContext, incidentId: string) {
  const rows = await ctx.rows<Omit<Assessment['clauses'][number], 'state'> & { states: string[] }>(sql`
    select p.id as plan_id, p.name as plan_name, c.clause, c.title,
      coalesce((select array_agg(a.state) from "order" o join assignment a on a.order_id = o.id
        where o.matter_register = 'incident' and o.matter_id = ${incidentId} and o.basis_plan = p.name
          and o.basis_clause = c.clause), '{}') as states
    from (select distinct plan_id, level from activation where incident_id = ${incidentId}) v
    join plan p on p.id = v.plan_id join plan_action c on c.plan_id = p.id and v.level = any(c.levels)
    group by p.id, p.name, c.id, c.clause, c.title order by p.name, string_to_array(c.clause, '.')::int[]`);
  return rows.map(({ states, ...row }) => ({ ...row, state: clauseState(states) satisfies ClauseState }));
}
