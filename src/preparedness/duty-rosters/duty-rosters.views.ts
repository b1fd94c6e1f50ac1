import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dayText } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { DUTY_RANKS, dutyMember } from '../duty-posts/duty-member.register.ts';
import { DUTY_KINDS, type DutyKind, dutyPost } from '../duty-posts/duty-post.register.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { specialPeriod } from '../special-periods/special-period.register.ts';
import { basesOf, elsewhereOf, shiftsIn } from './basis.views.ts';
import { breachesOf } from './breaches.rules.ts';
import { readRoster } from './duty-roster.permissions.ts';
import { dutyRoster } from './duty-roster.register.ts';
import {
  daysOf,
  isNight,
  monthInput,
  NOTHING,
  periodsOn,
  type RosterBasis,
  slotKey,
  slotsOf,
  tallyKey,
} from './roster.rules.ts';

const dutyKind = z.enum(DUTY_KINDS.map(({ id }) => id) as [DutyKind, ...DutyKind[]]);
const phrase = z.object({ zh: z.string(), en: z.string() });
const tally = z.object({ shifts: z.number(), nights: z.number(), restDays: z.number(), hours: z.number() });

const seat = z.object({
  /** Null: a seat that no shift fills. */
  id: z.string().nullable(),
  version: z.number(),
  dutyKind,
  seat: z.number(),
  day: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  personId: z.string().nullable(),
  personName: z.string(),
  substituteId: z.string().nullable(),
  substituteName: z.string(),
  isFixed: z.boolean(),
});

/** 值班表 of a unit's month: every seat, who has it, what the rules say about it, and what each has carried. */
export const month = view('dutyRosters.month', {
  label: { zh: '月值班表', en: 'Roster of a month' },
  may: readRoster,
  input: z.object({ unitId: idInput, month: monthInput }),
  output: z.object({
    unitId: z.string(),
    unitName: z.string(),
    roster: z
      .object({
        id: z.string(),
        version: z.number(),
        state: z.enum(['draft', 'published']),
        publishedAt: z.date().nullable(),
        breachReason: z.string().nullable(),
      })
      .nullable(),
    posts: z.array(z.object({ dutyKind, seats: z.number() })),
    days: z.array(z.object({ day: z.string(), isRest: z.boolean(), periods: z.array(z.string()) })),
    seats: z.array(seat),
    breaches: z.array(
      z.object({
        kind: z.enum(['double', 'rest', 'gap', 'away', 'rank', 'fairness']),
        weight: z.enum(['refused', 'reason', 'note']),
        day: z.string(),
        shiftIds: z.array(z.string()),
        words: phrase,
      }),
    ),
    members: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        dutyKind,
        rank: z.enum(DUTY_RANKS.map(({ id }) => id)),
        month: tally,
        year: tally,
      }),
    ),
  }),
  reads: [dutyRoster, dutyShift, dutyPost, dutyMember, specialPeriod],
  async run(ctx, { unitId, month: asked }) {
    const unit = await ctx.row<{ shortName: string }>(sql`select short_name from unit where id = ${unitId}`);
    const roster = await ctx.row<{
      id: string;
      version: number;
      state: 'draft' | 'published';
      publishedAt: Date | null;
      breachReason: string | null;
    }>(sql`select id, version, state, published_at, breach_reason from ${ctx.visible(dutyRoster)} r
      where unit_id = ${unitId} and month = ${asked}`);
    const basis = (await basesOf(ctx, [unitId], asked)).get(unitId) as RosterBasis;
    const shifts = await shiftsIn(ctx, [unitId], asked);
    const people = [...new Set(shifts.flatMap(({ personId }) => (personId ? [personId] : [])))];
    const near = await elsewhereOf(ctx, [unitId], asked, people);
    const named = [...new Set(shifts.flatMap(({ personId, substituteId }) => [personId, substituteId]))].filter(
      Boolean,
    );
    const names = new Map(
      (
        await ctx.rows<{ id: string; name: string }>(
          sql`select id, name from person where id = any(${named as string[]}::uuid[])`,
        )
      ).map(({ id, name }) => [id, name]),
    );
    const slots = slotsOf(basis);
    const filled = new Set(shifts.map(slotKey));
    const dayOf = (startsAt: number) => new Date(startsAt + 8 * 3_600_000).toISOString().slice(0, 10);
    const seats = [
      ...shifts.map((one) => ({
        ...one,
        day: dayOf(one.startsAt),
        personName: names.get(one.personId ?? '') ?? '',
        substituteName: names.get(one.substituteId ?? '') ?? '',
      })),
      ...slots
        .filter((slot) => !filled.has(slotKey(slot)))
        .map((slot) => ({
          ...slot,
          id: null,
          version: 0,
          personId: null,
          personName: '',
          substituteId: null,
          substituteName: '',
          isFixed: false,
        })),
    ]
      .sort((one, other) => one.startsAt - other.startsAt || one.seat - other.seat)
      .map(({ startsAt, endsAt, ...one }) => ({ ...one, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
    const members = basis.members.map(({ personId, name, dutyKind: kind, rank }) => {
      const own = shifts.filter((one) => one.personId === personId && one.dutyKind === kind);
      const inMonth = {
        shifts: own.length,
        nights: own.filter((one) => isNight(one, basis.rules.nightHour)).length,
        restDays: own.filter(({ startsAt }) => basis.restDays.has(dayOf(startsAt))).length,
        hours: Math.round(own.reduce((sum, one) => sum + (one.endsAt - one.startsAt) / 3_600_000, 0)),
      };
      const before = basis.history.get(tallyKey(kind, personId)) ?? NOTHING;
      const year = {
        shifts: before.shifts + inMonth.shifts,
        nights: before.nights + inMonth.nights,
        restDays: before.restDays + inMonth.restDays,
        hours: before.hours + inMonth.hours,
      };
      return { personId, name, dutyKind: kind, rank, month: inMonth, year };
    });
    return {
      unitId,
      unitName: unit?.shortName ?? '',
      roster: roster ?? null,
      posts: basis.posts.map((one) => ({ dutyKind: one.dutyKind, seats: one.seats })),
      days: daysOf(asked).map((day) => ({
        day,
        isRest: basis.restDays.has(day),
        // A season of months stands on the page of duty; here only what raises this day.
        periods: periodsOn(basis.periods, day)
          .filter(({ needsChief, extraOfficers }) => needsChief || extraOfficers > 0)
          .map(({ name }) => name),
      })),
      seats,
      breaches: breachesOf(basis, shifts, near).map((one) => ({ ...one, shiftIds: [...one.shiftIds] })),
      members,
    };
  },
});

const rosterItem = z.object({
  unitId: z.string(),
  unitName: z.string(),
  unitKind: z.string(),
  state: z.enum(['none', 'draft', 'published']),
  shifts: z.number(),
  empty: z.number(),
  publishedAt: z.date().nullable(),
});

/** 值班表 of a month over the units that keep duty: who has published, who has not, where seats are empty. */
export const list = view('dutyRosters.list', {
  label: { zh: '值班表列表', en: 'Rosters' },
  may: readRoster,
  input: z.object({ month: monthInput }),
  output: z.object({ items: z.array(rosterItem) }),
  reads: [dutyRoster, dutyShift, dutyPost],
  async run(ctx, { month: asked }) {
    const items = await ctx.rows<z.input<typeof rosterItem>>(sql`
      select u.id as unit_id, u.short_name as unit_name, u.kind as unit_kind, coalesce(r.state, 'none') as state, r.published_at,
        coalesce(c.shifts, 0) as shifts, coalesce(c.empty, 0) as empty
      from unit u left join ${ctx.visible(dutyRoster)} r on r.unit_id = u.id and r.month = ${asked}
      left join (select unit_id, count(*)::int as shifts, count(*) filter (where person_id is null)::int as empty
        from ${ctx.visible(dutyShift)} s where month = ${asked} and state <> 'cancelled' group by unit_id) c on c.unit_id = u.id
      where r.id is not null or u.id in (select unit_id from duty_post where state = 'active')
      order by (coalesce(r.state, 'none') = 'published'), u.path`);
    return { items };
  },
});

/** Which unit and month somebody means who comes with a roster, a shift or a unit. */
export const at = view('dutyRosters.at', {
  label: { zh: '值班表所在', en: 'Where a roster stands' },
  may: readRoster,
  input: z.object({ id: idInput }),
  output: z.object({ unitId: z.string(), month: z.string() }),
  reads: [dutyRoster],
  async run(ctx, { id }) {
    const found = await ctx.row<{ unitId: string; month: string | null }>(sql`
      select unit_id, month from ${ctx.visible(dutyRoster)} r where id = ${id}
      union all select unit_id, month from ${ctx.visible(dutyShift)} s where id = ${id}
      union all select id, null from unit where id = ${id} limit 1`);
    if (!found) throw problem('record.unknown', {}, 'id');
    return { unitId: found.unitId, month: found.month ?? dayText(ctx.now).slice(0, 7) };
  },
});
