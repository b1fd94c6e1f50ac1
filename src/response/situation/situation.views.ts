import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { clock, readClock } from '../../foundation/clocks/index.ts';
import { needOutput } from '../../foundation/needs/define.ts';
import { needsOf } from '../../foundation/needs/index.ts';
import { assignment, readAssignment } from '../../foundation/orders/index.ts';
import { startOfDay } from '../../kernel/calendar.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { readIntake } from '../intake/index.ts';
import { intake } from '../intake/intake.register.ts';
import { seeSituation } from './situation.permissions.ts';

/** The lines a screen can show; the count says how many there are. */
const SHOWN = 60;

const need = needOutput.extend({
  /** Which source it comes from: `intake`, `clock`, `unanswered`, `message` … */
  kind: z.string(),
  isLate: z.boolean(),
});

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

/** 态势: the map's incidents, and what harms first if nobody acts, in that order. Real matters only in the counts. */
export const situation = view('command.situation', {
  label: { zh: '态势', en: 'Situation' },
  may: seeSituation,
  input: z.object({}),
  output: z.object({
    now: z.date(),
    needs: z.array(need),
    /** How many wait in all, and how many of them are late. */
    waiting: z.object({ total: z.number(), late: z.number() }),
    incidents: z.array(openIncident),
    today: z.object({ intakes: z.number(), clocksMet: z.number(), clocksDue: z.number() }),
    /** Open and late now; finished and withdrawn today, whatever became of the incident since. */
    assignments: z.object({ open: z.number(), late: z.number(), done: z.number(), cancelled: z.number() }),
    /** Registers whose changes change the answer. */
    topics: z.array(z.string()),
  }),
  reads: [incident, intake, assignment, clock],
  async run(ctx) {
    const midnight = startOfDay(ctx.now);
    // A wall that may not read what callers said counts their calls all the same.
    const counting = ctx.holds(readIntake) ? readIntake : seeSituation;
    const incidents = await ctx.rows<z.input<typeof openIncident>>(sql`
      with seen as materialized (
        select * from ${ctx.visible(incident, readIncident)} i where i.state <> 'closed'
        order by array_position(array['extraordinary', 'major', 'large', 'general'], i.grade) nulls last, i.known_at desc
        limit 200),
      counted as (
        select o.matter_id, count(*) filter (where a.state <> 'cancelled'
            and not exists (select 1 from assignment later where later.previous_assignment_id = a.id))::int as orders,
          count(*) filter (where a.state in ('done', 'verified'))::int as orders_done
        from "order" o join assignment a on a.order_id = o.id
        where o.matter_register = 'incident' and o.matter_id in (select id from seen) and a.parent_assignment_id is null
        group by o.matter_id)
      select i.id, i.number, i.title, i.kind, i.grade, i.response_level, i.state, i.mark, i.known_at, i.place_text,
        case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place,
        coalesce(c.orders, 0) as orders, coalesce(c.orders_done, 0) as orders_done
      from seen i left join counted c on c.matter_id = i.id
      order by array_position(array['extraordinary', 'major', 'large', 'general'], i.grade) nulls last, i.known_at desc`);
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
          or (a.state in ('received', 'under_way') and coalesce(a.finish_due_at, o.finish_due_at) < ${ctx.now}))::int as late,
        count(*) filter (where a.state in ('done', 'verified'))::int as done,
        count(*) filter (where a.state = 'cancelled'
          and not exists (select 1 from assignment later where later.previous_assignment_id = a.id))::int as cancelled
      from ${ctx.visible(assignment, readAssignment)} a join "order" o on o.id = a.order_id
      where a.state in ('issued', 'delivered', 'received', 'under_way')
        or (a.state in ('done', 'verified') and a.done_at >= ${midnight})
        or (a.state = 'cancelled' and a.changed_at >= ${midnight})`);
    const all = (await needsOf(ctx)).map(({ source, ...one }) => ({
      ...one,
      kind: source,
      isLate: (one.dueAt ?? null) !== null && (one.dueAt as Date) <= ctx.now,
    }));
    return {
      now: ctx.now,
      needs: all.slice(0, SHOWN),
      waiting: { total: all.length, late: all.filter(({ isLate }) => isLate).length },
      incidents,
      today: today ?? { intakes: 0, clocksMet: 0, clocksDue: 0 },
      assignments: counts ?? { open: 0, late: 0, done: 0, cancelled: 0 },
      topics: [
        ...new Set([
          'incident',
          ...ctx.catalogue.needs.filter(({ may }) => ctx.holds(may)).flatMap(({ topics }) => topics),
        ]),
      ],
    };
  },
});
