import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { clock, readClock } from '../../foundation/clocks/index.ts';
import { marked, message, unanswered } from '../../foundation/messaging/index.ts';
import { assignment, readAssignment } from '../../foundation/orders/index.ts';
import { instantOf, localTime } from '../../kernel/calendar.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { readIntake } from '../intake/index.ts';
import { intake } from '../intake/intake.register.ts';
import { seeSituation } from './activation.permissions.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const need = z.object({
  kind: z.enum(['clock', 'intake', 'unanswered', 'message']),
  /** What the one action of the line is about. */
  register: z.string(),
  id: z.string(),
  incidentId: z.string().nullable(),
  /** The order that an unanswered assignment belongs to. */
  orderId: z.string().nullable(),
  /** Of a message that nobody answered: the addressee whose silence somebody must see to. */
  ladderId: z.string().nullable(),
  title: phrase,
  who: z.string(),
  /** The viewer is the one who has not answered. */
  isMine: z.boolean(),
  dueAt: z.date().nullable(),
  isLate: z.boolean(),
  place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
});
type Need = z.input<typeof need>;

const openIncident = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  grade: z.enum(['extraordinary', 'major', 'large', 'general']).nullable(),
  responseLevel: z.enum(['I', 'II', 'III', 'IV']).nullable(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  knownAt: z.date(),
  placeText: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  orders: z.number(),
  ordersDone: z.number(),
});

/** Passed to a deputy or reassigned, an order is still one: the last in the row counts. */
const IS_LAST = sql`not exists (select 1 from assignment later where later.previous_assignment_id = a.id)`;
/** Given out by whoever issued it, and no part that its addressee cut from it. */
const IS_WHOLE = sql`a.parent_assignment_id is null`;

/** 态势: the map's incidents, and what harms first if nobody acts, in that order. Real matters only in the counts. */
export const situation = view('command.situation', {
  label: { zh: '态势', en: 'Situation' },
  may: seeSituation,
  input: z.object({}),
  output: z.object({
    now: z.date(),
    needs: z.array(need),
    incidents: z.array(openIncident),
    today: z.object({ intakes: z.number(), clocksMet: z.number(), clocksDue: z.number() }),
    /** Open and late now; finished and withdrawn today, whatever became of the incident since. */
    assignments: z.object({ open: z.number(), late: z.number(), done: z.number(), cancelled: z.number() }),
  }),
  reads: [incident, intake, assignment, clock, message],
  async run(ctx) {
    const { year, month, day } = localTime(ctx.now);
    const midnight = instantOf(year, month, day);
    const intakes = ctx.visible(intake, readIntake);
    // A wall that may not read what callers said counts their calls all the same.
    const counting = ctx.holds(readIntake) ? readIntake : seeSituation;
    const assignments = ctx.visible(assignment, readAssignment);
    const undecided = await ctx.rows<Omit<Need, 'title' | 'isLate'> & { titleText: string }>(sql`
      select 'intake' as kind, 'intake' as register, i.id, i.incident_id, null as order_id, null as ladder_id, i.place_text as title_text,
        coalesce(u.short_name, '') as who, false as is_mine,
        case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place,
        (select c.due_at from clock c where c.subject_register = 'intake' and c.subject_id = i.id
          and c.name = 'initial_report' and c.ended_at is null limit 1) as due_at
      from ${intakes} i left join unit u on u.id = i.owner_unit_id
      where i.state in ('received', 'verifying') order by i.known_at limit 200`);
    const running = await ctx.rows<Omit<Need, 'title' | 'isLate'> & { labelZh: string; labelEn: string }>(sql`
      select 'clock' as kind, c.subject_register as register, c.subject_id as id, i.incident_id,
        null as order_id, null as ladder_id, c.label_zh, c.label_en,
        coalesce(u.short_name, '') as who, false as is_mine, c.due_at,
        case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place
      from ${ctx.visible(clock, readClock)} c join intake i on c.subject_register = 'intake' and i.id = c.subject_id
      left join unit u on u.id = c.owner_unit_id
      where c.ended_at is null and i.state not in ('received', 'verifying') order by c.due_at limit 200`);
    const waiting = await ctx.rows<Omit<Need, 'isLate' | 'title'> & { titleText: string }>(sql`
      select 'unanswered' as kind, 'assignment' as register, a.id, o.matter_id as incident_id, o.id as order_id, null as ladder_id,
        o.number || ' ' || o.title as title_text, coalesce(p.name || ' · ', '') || coalesce(u.short_name, '') as who,
        a.assignee_person_id is not distinct from ${ctx.viewer.personId}::uuid as is_mine,
        case when a.state in ('issued', 'delivered') then a.receive_due_at else o.finish_due_at end as due_at,
        case when o.place is null then null else jsonb_build_object('lng', st_x(o.place), 'lat', st_y(o.place)) end as place
      from ${assignments} a join "order" o on o.id = a.order_id
      left join unit u on u.id = a.assignee_unit_id left join person p on p.id = a.assignee_person_id
      where (a.state in ('issued', 'delivered') or (a.state in ('received', 'under_way') and o.finish_due_at < ${ctx.now}))
        and ${IS_LAST}
      order by due_at limit 200`);
    const incidents = await ctx.rows<z.input<typeof openIncident>>(sql`
      select i.id, i.number, i.title, i.kind, i.grade, i.response_level, i.state, i.mark, i.known_at, i.place_text,
        case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place,
        (select count(*)::int from assignment a join "order" o on o.id = a.order_id
          where o.matter_register = 'incident' and o.matter_id = i.id and a.state <> 'cancelled' and ${IS_WHOLE} and ${IS_LAST}) as orders,
        (select count(*)::int from assignment a join "order" o on o.id = a.order_id
          where o.matter_register = 'incident' and o.matter_id = i.id and a.state in ('done', 'verified') and ${IS_WHOLE}) as orders_done
      from ${ctx.visible(incident, readIncident)} i where i.state <> 'closed'
      order by array_position(array['extraordinary', 'major', 'large', 'general'], i.grade) nulls last, i.known_at desc
      limit 200`);
    const today = await ctx.row<{ intakes: number; clocksMet: number; clocksDue: number }>(sql`
      select (select count(*)::int from ${ctx.visible(intake, counting)} i
          where i.known_at >= ${midnight} and i.mark = 'real') as intakes,
        count(*) filter (where c.state = 'met')::int as clocks_met, count(*)::int as clocks_due
      from ${ctx.visible(clock, readClock)} c
      where c.name = 'initial_report' and c.mark = 'real' and c.due_at >= ${midnight}
        and (c.ended_at is not null or c.due_at <= ${ctx.now}) and c.state <> 'cancelled'`);
    const counts = await ctx.row<{ open: number; late: number; done: number; cancelled: number }>(sql`
      select count(*) filter (where a.state in ('issued', 'delivered', 'received', 'under_way'))::int as open,
        count(*) filter (where (a.state in ('issued', 'delivered') and a.receive_due_at < ${ctx.now})
          or (a.state in ('received', 'under_way') and o.finish_due_at < ${ctx.now}))::int as late,
        count(*) filter (where a.state in ('done', 'verified') and a.done_at >= ${midnight})::int as done,
        count(*) filter (where a.state = 'cancelled' and a.changed_at >= ${midnight} and ${IS_LAST})::int as cancelled
      from ${assignments} a join "order" o on o.id = a.order_id`);
    const silent = await unanswered(ctx);
    const isLate = (dueAt: Date | null) => dueAt !== null && dueAt <= ctx.now;
    const needs: Need[] = [
      ...undecided.map(({ titleText, ...one }) => ({
        ...one,
        title: { zh: `研判接报 ${titleText}`, en: `Decide on report ${titleText}` },
      })),
      ...running.map(({ labelZh, labelEn, ...one }) => ({ ...one, title: { zh: labelZh, en: labelEn } })),
      ...waiting.map(({ titleText, ...one }) => ({
        ...one,
        title: { zh: titleText, en: titleText },
      })),
      ...silent.map(
        ({ ladderId, messageId, headingZh, headingEn, subjectRegister, subjectId, since, human, isMine, mark }) => ({
          kind: 'message' as const,
          register: 'message',
          id: messageId,
          incidentId: subjectRegister === 'incident' ? subjectId : null,
          orderId: null,
          ladderId,
          title: marked(mark, { zh: `未应答：${headingZh}`, en: `Unanswered: ${headingEn}` }),
          who: human,
          isMine,
          dueAt: since,
          place: null,
        }),
      ),
    ].map((one) => ({ ...one, isLate: isLate(one.dueAt) }));
    // What harms first if nobody acts: the earliest due time, whether already passed or still to come.
    needs.sort((one, other) => (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity));
    return {
      now: ctx.now,
      needs,
      incidents,
      today: today ?? { intakes: 0, clocksMet: 0, clocksDue: 0 },
      assignments: counts ?? { open: 0, late: 0, done: 0, cancelled: 0 },
    };
  },
});
