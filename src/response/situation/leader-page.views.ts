import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { needOutput } from '../../foundation/needs/define.ts';
import { needsOf } from '../../foundation/needs/index.ts';
import { assignment, OPEN_STATES } from '../../foundation/orders/index.ts';
import { commandHandover } from '../command-handovers/command-handover.register.ts';
import { readHandover } from '../command-handovers/index.ts';
import { incident } from '../incidents/incident.register.ts';
import { commandRule, readIncident } from '../incidents/index.ts';
import { leaderInstruction } from '../leader-instructions/leader-instruction.register.ts';
import { DECISIONS } from './needs.views.ts';
import { seeLeaderPage } from './situation.permissions.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const count = z.number().nullable();

const matter = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  state: z.string(),
  grade: z.enum(['extraordinary', 'major', 'large', 'general']).nullable(),
  responseLevel: z.enum(['I', 'II', 'III', 'IV']).nullable(),
  knownAt: z.date(),
  placeText: z.string(),
  deaths: count,
  missing: count,
  seriousInjuries: count,
  minorInjuries: count,
  trapped: count,
  orders: z.number(),
  ordersDone: z.number(),
  ordersLate: z.number(),
  /** Who commands by rule, and who has command by the last hand-over. */
  command: phrase,
  commander: z.string().nullable(),
  /** The unit that keeps it, and those that have something to do: to whom an instruction goes. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
});

interface Row extends Omit<z.input<typeof matter>, 'command' | 'units'> {
  commandAuthority: 'district_committee' | 'city_headquarters' | 'city_committee';
  unitId: string;
  unitName: string;
  others: { id: string; name: string }[];
}

/** 领导页: what is going on, what waits for a decision, what is late, who commands; on one phone. */
export const leaderPage = view('situation.leaderPage', {
  label: { zh: '领导页', en: "Leaders' page" },
  may: seeLeaderPage,
  input: z.object({}),
  output: z.object({
    now: z.date(),
    incidents: z.array(matter),
    decisions: z.array(needOutput),
    waiting: z.object({ total: z.number(), late: z.number() }),
    /** The viewer's own instructions that are not answered yet, or were in the last day. */
    instructions: z.array(z.object({ id: z.string(), number: z.string(), subject: z.string(), state: z.string() })),
  }),
  reads: [incident, assignment, commandHandover, leaderInstruction],
  async run(ctx) {
    const isOpen = sql`a.state = any(${[...OPEN_STATES]}::text[])`;
    const rows = await ctx.rows<Row>(sql`
      with seen as materialized (
        select * from ${ctx.visible(incident, readIncident)} i where i.state <> 'closed'
        order by array_position(array['extraordinary', 'major', 'large', 'general'], i.grade) nulls last, i.known_at desc
        limit 20)
      select i.id, coalesce(i.number, '') as number, i.title, i.mark, i.state, i.grade, i.response_level, i.known_at, i.place_text,
        i.deaths, i.missing, i.serious_injuries, i.minor_injuries, i.trapped, i.command_authority, i.owner_unit_id as unit_id,
        coalesce(u.short_name, '') as unit_name, coalesce(c.orders, 0) as orders, coalesce(c.orders_done, 0) as orders_done,
        coalesce(c.orders_late, 0) as orders_late, coalesce(c.others, '[]') as others, h.commander
      from seen i left join unit u on u.id = i.owner_unit_id
      left join lateral (
        select count(*) filter (where a.state <> 'cancelled')::int as orders,
          count(*) filter (where a.state in ('done', 'verified'))::int as orders_done,
          count(*) filter (where ${isOpen} and coalesce(a.finish_due_at, o.finish_due_at) < ${ctx.now})::int as orders_late,
          jsonb_agg(distinct jsonb_build_object('id', au.id, 'name', au.short_name)) filter (where ${isOpen}) as others
        from "order" o join assignment a on a.order_id = o.id join unit au on au.id = a.assignee_unit_id
        where o.matter_register = 'incident' and o.matter_id = i.id and a.parent_assignment_id is null
          and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)) c on true
      left join lateral (
        select v.to_body || ' ' || v.to_name as commander from ${ctx.visible(commandHandover, readHandover)} v
        where v.incident_id = i.id order by v.created_at desc, v.id desc limit 1) h on true
      order by array_position(array['extraordinary', 'major', 'large', 'general'], i.grade) nulls last, i.known_at desc`);
    const instructions = await ctx.rows<{ id: string; number: string; subject: string; state: string }>(sql`
      select id, coalesce(number, '') as number, subject, state from leader_instruction
      where leader_id = ${ctx.viewer.personId}
        and (state <> 'answered' or answered_at > ${new Date(ctx.now.getTime() - 24 * 60 * 60_000)})
      order by (state = 'answered'), given_at desc limit 10`);
    const needs = await needsOf(ctx);
    return {
      now: ctx.now,
      incidents: rows.map(({ commandAuthority, unitId, unitName, others, ...row }) => ({
        ...row,
        command: commandRule(ctx, { ...row, commandAuthority }).reason,
        units: [{ id: unitId, name: unitName }, ...others.filter(({ id }) => id !== unitId)].slice(0, 12),
      })),
      decisions: needs.filter(({ source, isMine }) => isMine || DECISIONS.includes(source)).slice(0, 20),
      waiting: {
        total: needs.length,
        late: needs.filter(({ dueAt }) => dueAt !== null && dueAt <= ctx.now).length,
      },
      instructions,
    };
  },
});
