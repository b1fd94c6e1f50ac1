import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { OPEN_STATES } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { shelters } from '../../preparedness/shelters/shelter.register.ts';
import { shelterStay } from '../../preparedness/shelters/shelter-stay.register.ts';
import { evacuationHouseholdLifecycle, evacuationLifecycle } from './evacuation.lifecycle.ts';
import { readDoors, readEvacuation, reportDoor } from './evacuation.permissions.ts';
import { evacuation } from './evacuation.register.ts';
import { evacuationHousehold } from './evacuation-household.register.ts';
import { type Evacuation, stepped, tell } from './evacuations.commands.ts';

type Door = RowOf<typeof evacuationHousehold>;
const { fields: of } = evacuationHousehold;
const { fields: ofStay } = shelterStay;
const doorRef = (id: string) => ({ register: 'evacuation_household', id });
const outcome = z.enum(['moved', 'away', 'not_home', 'refused']);
const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };
const NOT_STARTED = { zh: '转移尚未开始或已经结束', en: 'The evacuation has not begun or is over' };
const CHECKED_IN = {
  zh: '该户已在场所登记入住，先在场所办理离开',
  en: 'They are checked in at a shelter; check them out first',
};

/** 入户结果: what came of a door, from the phone or noted for somebody; a later visit takes the place of an earlier one. */
export const report = command('evacuationHouseholds.report', {
  label: { zh: '登记入户结果', en: 'Report what came of a door' },
  may: reportDoor,
  input: z.object({
    id: idInput,
    outcome,
    /** All of them unless told. */
    movedPeople: of.movedPeople.input,
    /** The shelter of the evacuation unless another one or a place elsewhere is told. */
    shelterId: of.shelterId.input,
    destination: of.destination.input,
    reason: of.reason.input,
    at: instantInput.optional(),
  }),
  output: stepped.extend({ isLast: z.boolean() }),
  records: ['evacuation_household.reported'],
  async run(ctx, { id, at, ...given }) {
    const row = await ctx.load(evacuationHousehold, id);
    const from = await ctx.record(evacuation, row.evacuationId, readEvacuation);
    if (from.state !== 'under_way') throw problem('state.guard', { reason: NOT_STARTED });
    if (given.outcome === 'refused' && !given.reason)
      throw problem('input.required', { label: of.reason.label }, 'reason');
    const when = at ?? ctx.now;
    if (liesAfter(when, ctx.now)) throw problem('input.field', { label: of.outcomeAt.label, reason: IN_FUTURE }, 'at');
    const isOut = given.outcome === 'moved' || given.outcome === 'away';
    if (row.stayId && given.outcome !== 'moved') throw problem('state.guard', { reason: CHECKED_IN });
    if (given.shelterId) await ctx.record(shelters.register, given.shelterId, shelters.read);
    const next = await ctx.transition(evacuationHouseholdLifecycle, row, 'report', {
      outcome: given.outcome,
      outcomeAt: when,
      outcomeById: ctx.viewer.personId,
      movedPeople: isOut ? (given.movedPeople ?? row.people) : null,
      shelterId:
        given.outcome === 'moved' && !given.destination ? (given.shelterId ?? row.shelterId ?? from.shelterId) : null,
      destination: isOut ? given.destination : null,
      reason: given.reason,
    });
    tellDoor(ctx, 'evacuation_household.reported', next, { outcome: next.outcome, people: next.movedPeople }, when);
    return { ...next, isLast: await finishOwn(ctx, next, from) };
  },
});

/** Was it the last door of whoever reports? Then what they were ordered to do is done, and said so by the figures. */
async function finishOwn(ctx: CommandContext, row: Door, { number }: Evacuation): Promise<boolean> {
  if (row.helperId !== ctx.viewer.personId) return false;
  const own = await ctx.row<{ open: number; total: number; people: number }>(sql`
    select count(*) filter (where outcome = 'pending')::int as open, count(*)::int as total,
      coalesce(sum(moved_people) filter (where outcome = 'moved'), 0)::int as people
    from evacuation_household where evacuation_id = ${row.evacuationId} and helper_id = ${row.helperId}`);
  if (!own || own.open > 0) return false;
  const orders = await ctx.rows<{ id: string; state: string }>(sql`
    select a.id, a.state from assignment a join "order" o on o.id = a.order_id
    where o.matter_id = ${row.incidentId} and o.basis_clause = ${number} and a.assignee_person_id = ${row.helperId}
      and a.state = any(${[...OPEN_STATES]}::text[]) order by a.id`);
  for (const { id, state } of orders) {
    if (state === 'issued' || state === 'delivered') await ctx.perform('assignments.receive', { id });
    await ctx.perform('assignments.finish', { id, result: `${own.total} 户均已入户，转移 ${own.people} 人` });
  }
  return true;
}

/** 入住登记 for a household of the list: counted at the shelter's desk, so that both figures are of the same people. */
export const checkIn = command('evacuationHouseholds.checkIn', {
  label: { zh: '转移户入住登记', en: 'Check a household in' },
  may: reportDoor,
  input: z.object({
    id: idInput,
    shelterId: of.shelterId.input,
    bed: ofStay.bed.input,
    people: ofStay.people.input,
    needs: ofStay.needs.input,
    overCapacityReason: ofStay.overCapacityReason.input,
  }),
  output: stepped,
  records: ['evacuation_household.checked_in'],
  async run(ctx, { id, shelterId, ...stay }) {
    const row = await ctx.load(evacuationHousehold, id, readDoors);
    const from = await ctx.record(evacuation, row.evacuationId, readEvacuation);
    if (row.stayId || row.state === 'home') throw problem('state.guard', { reason: TWICE });
    if (!['under_way', 'ended'].includes(from.state)) throw problem('state.guard', { reason: NOT_STARTED });
    const to = shelterId ?? row.shelterId ?? from.shelterId;
    if (!to) throw problem('input.required', { label: of.shelterId.label }, 'shelterId');
    const made = await ctx.perform<{ id: string }>('shelterStays.register', {
      shelterId: to,
      ...stay,
      homeAddress: [row.address, row.door].filter(Boolean).join(' '),
    });
    // Whoever comes to the desk before anybody knocked has moved all the same.
    const next = await ctx.transition(evacuationHouseholdLifecycle, row, 'report', {
      outcome: 'moved',
      outcomeAt: row.outcome === 'moved' ? row.outcomeAt : ctx.now,
      outcomeById: row.outcome === 'moved' ? row.outcomeById : ctx.viewer.personId,
      movedPeople: Math.max(stay.people, row.outcome === 'moved' ? (row.movedPeople ?? 0) : 0),
      shelterId: to,
      stayId: made.id,
    });
    tellDoor(ctx, 'evacuation_household.checked_in', next, { people: stay.people });
    return next;
  },
});

const TWICE = { zh: '该户已登记入住或已返家', en: 'They are checked in already, or home' };

/** 返家: one household is home, whoever sees it; its shelter lets it go with that. The last one ends the whole. */
export const goHome = command('evacuationHouseholds.goHome', {
  label: { zh: '登记返家', en: 'Note that they are home' },
  may: reportDoor,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['evacuation_household.home', 'evacuation.returned'],
  async run(ctx, { id }) {
    const row = await ctx.load(evacuationHousehold, id);
    const from = await ctx.load(evacuation, row.evacuationId, readEvacuation);
    const next = await bringHome(ctx, row, from);
    await endWhenAllHome(ctx, from);
    return next;
  },
});

/** 全部返家: everybody who is not noted yet, at once; for when the buses have brought all of them. */
export const allHome = command('evacuations.allHome', {
  label: { zh: '全部登记返家', en: 'Note that all are home' },
  may: reportDoor,
  input: z.object({ id: idInput }),
  output: stepped.extend({ count: z.number() }),
  records: ['evacuation_household.home', 'evacuation.returned'],
  async run(ctx, { id }) {
    const from = await ctx.load(evacuation, id, readEvacuation);
    const out = await ctx.rows<{ id: string }>(sql`select h.id from ${ctx.visible(evacuationHousehold, reportDoor)} h
      where h.evacuation_id = ${id} and h.state = 'answered' and h.outcome in ('moved', 'away') order by h.turn`);
    if (out.length === 0) throw problem('state.guard', { reason: ALL_NOTED });
    for (const one of out) await bringHome(ctx, await ctx.load(evacuationHousehold, one.id, readDoors), from);
    const ended = await endWhenAllHome(ctx, from);
    return { ...(ended ?? from), count: out.length };
  },
});

const ALL_NOTED = { zh: '没有待登记返家的户', en: 'Nobody is left to be noted as home' };
const NOT_YET = { zh: '尚未允许返家', en: 'People may not go home yet' };
const STAYED = { zh: '该户没有离开', en: 'They had not left' };

async function bringHome(ctx: CommandContext, row: Door, from: Evacuation): Promise<Door> {
  if (from.state !== 'returning') throw problem('state.guard', { reason: NOT_YET });
  if (row.outcome !== 'moved' && row.outcome !== 'away') throw problem('state.guard', { reason: STAYED });
  const next = await ctx.transition(evacuationHouseholdLifecycle, row, 'go_home', { returnedAt: ctx.now });
  tellDoor(ctx, 'evacuation_household.home', next);
  return next;
}

/** Whoever is home is in no shelter any more: its stay ends there, though whoever noted it keeps no shelter. */
export async function leaveShelter(ctx: CommandContext, doorId: string): Promise<void> {
  const stay = await ctx.row<{ id: string }>(sql`select s.id from evacuation_household h
    join shelter_stay s on s.id = h.stay_id where h.id = ${doorId} and h.state = 'home' and s.state = 'active'`);
  if (stay) await ctx.perform('shelterStays.checkOut', { id: stay.id, wentTo: '返家' });
}

async function endWhenAllHome(ctx: CommandContext, from: Evacuation): Promise<Evacuation | undefined> {
  const out = await ctx.row(sql`select id from evacuation_household
    where evacuation_id = ${from.id} and state = 'answered' and outcome in ('moved', 'away') limit 1`);
  if (out || from.state !== 'returning') return undefined;
  const next = await ctx.transition(evacuationLifecycle, from, 'return', { returnedAt: ctx.now });
  tell(ctx, 'evacuation.returned', next);
  return next;
}

function tellDoor(
  ctx: CommandContext,
  kind: string,
  row: Door,
  payload: Readonly<Record<string, unknown>> = {},
  happenedAt: Date = ctx.now,
): void {
  ctx.fact({
    kind,
    subject: doorRef(row.id),
    happenedAt,
    // On the evacuation's own timeline; the incident's would drown in doors.
    concerns: [{ register: 'evacuation', id: row.evacuationId }],
    payload,
  });
}
