import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { isRestDay } from '../../foundation/clocks/index.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';
import { specialPeriodsIn } from '../special-periods/index.ts';
import { DUTY_RULES } from './duty.rules.ts';
import {
  atTime,
  daysOf,
  type Member,
  type Post,
  plusDays,
  type RosterBasis,
  type Sitting,
  type Tally,
  tallyKey,
} from './roster.rules.ts';

type OfUnit<T> = T & { readonly unitId: string };

export interface Shift extends Sitting {
  readonly unitId: string;
  readonly state: 'planned' | 'published';
  readonly version: number;
  readonly substituteId: string | null;
  readonly isFixed: boolean;
}

/** What the month of each unit is planned from: posts, people, periods, days of rest, what the year has brought so far. */
export async function basesOf(
  ctx: ReadContext,
  unitIds: readonly string[],
  month: string,
): Promise<Map<string, RosterBasis>> {
  const days = daysOf(month);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const units = sql`any(${[...unitIds]}::uuid[])`;
  const posts = await ctx.rows<OfUnit<Post>>(sql`
    select unit_id, duty_kind, seats, shift_length, starts_at from duty_post where unit_id = ${units} and state = 'active'
    order by array_position(${DUTY_KINDS.map(({ id }) => id)}::text[], duty_kind)`);
  const members = await ctx.rows<OfUnit<Member>>(sql`
    select m.unit_id, m.person_id, p.name, m.duty_kind, m.rank, m.joined_on, m.left_on, m.away_from, m.away_to
    from duty_member m join person p on p.id = m.person_id
    where m.unit_id = ${units} and m.state = 'active' and m.joined_on <= ${last}::date and (m.left_on is null or m.left_on >= ${first}::date)
    order by array_position(${DUTY_KINDS.map(({ id }) => id)}::text[], m.duty_kind), m.turn nulls last, m.created_at, m.id`);
  const periods = await specialPeriodsIn(ctx, first, plusDays(last, 1));
  const rules = ctx.rules(DUTY_RULES).values;
  const history = await tallies(ctx, unitIds, month, rules.nightHour);
  const restDays = new Set([...days, plusDays(last, 1)].filter((day) => isRestDay(ctx, day)));
  return new Map(
    unitIds.map((unitId) => [
      unitId,
      {
        month,
        posts: posts.filter((one) => one.unitId === unitId),
        members: members.filter((one) => one.unitId === unitId),
        periods,
        restDays,
        rules,
        history: history.get(unitId) ?? new Map(),
      },
    ]),
  );
}

/** Shifts, nights, days of rest and hours of each person in each post, from the new year to the month. */
async function tallies(
  ctx: ReadContext,
  unitIds: readonly string[],
  month: string,
  nightHour: number,
): Promise<Map<string, Map<string, Tally>>> {
  const year = month.slice(0, 4);
  const past = Array.from({ length: Number(month.slice(5)) - 1 }, (_, index) =>
    daysOf(`${year}-${String(index + 1).padStart(2, '0')}`),
  ).flat();
  if (past.length === 0) return new Map();
  const rest = past.filter((day) => isRestDay(ctx, day));
  const local = (column: 'starts_at' | 'ends_at') => sql`(${sql.ref(`s.${column}`)} at time zone 'Asia/Shanghai')`;
  const [from, to] = [local('starts_at'), local('ends_at')];
  const over = (edge: typeof from) =>
    sql`(${from} <= date_trunc('day', ${edge}) + make_interval(hours => ${nightHour}::int)
      and ${to} > date_trunc('day', ${edge}) + make_interval(hours => ${nightHour}::int))`;
  const rows = await ctx.rows<OfUnit<Tally> & { dutyKind: DutyKind; personId: string }>(sql`
    select s.unit_id, s.duty_kind, s.person_id, count(*)::int as shifts,
      count(*) filter (where ${over(from)} or ${over(to)})::int as nights,
      count(*) filter (where ${from}::date = any(${rest}::date[]))::int as rest_days,
      round(sum(extract(epoch from s.ends_at - s.starts_at)) / 3600)::int as hours
    from duty_shift s where s.unit_id = any(${[...unitIds]}::uuid[]) and s.month >= ${`${year}-01`} and s.month < ${month}
      and s.state <> 'cancelled' and s.person_id is not null
    group by s.unit_id, s.duty_kind, s.person_id`);
  const found = new Map<string, Map<string, Tally>>();
  for (const { unitId, dutyKind, personId, ...tally } of rows) {
    const own = found.get(unitId) ?? new Map<string, Tally>();
    found.set(unitId, own.set(tallyKey(dutyKind, personId), tally));
  }
  return found;
}

const SITTING = sql`s.id, s.unit_id, s.state, s.version, s.duty_kind, s.seat, s.starts_at, s.ends_at, s.person_id,
  s.substitute_id, s.is_fixed`;

type Row = Omit<Shift, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };
const inTime = ({ startsAt, endsAt, ...row }: Row): Shift => ({
  ...row,
  startsAt: startsAt.getTime(),
  endsAt: endsAt.getTime(),
});

/** The shifts of these units' rosters of a month, in the order of time. */
export async function shiftsIn(ctx: ReadContext, unitIds: readonly string[], month: string): Promise<Shift[]> {
  const rows = await ctx.rows<Row>(sql`select ${SITTING} from duty_shift s
    where s.unit_id = any(${[...unitIds]}::uuid[]) and s.month = ${month} and s.state <> 'cancelled'
    order by s.starts_at, s.duty_kind, s.seat`);
  return rows.map(inTime);
}

/** Shifts of people in other rosters, near enough to a stretch of time to take away their rest. */
export async function shiftsNear(
  ctx: ReadContext,
  people: readonly string[],
  { from, to, but }: { from: number; to: number; but: { unitIds: readonly string[]; month: string } | undefined },
): Promise<Shift[]> {
  const DAYS = 3 * 86_400_000;
  const rows = await ctx.rows<Row>(sql`select ${SITTING} from duty_shift s
    where s.person_id = any(${[...people]}::uuid[]) and s.state <> 'cancelled'
      and s.ends_at > ${new Date(from - DAYS)}::timestamptz and s.starts_at < ${new Date(to + DAYS)}::timestamptz
      ${but ? sql`and not (s.unit_id = any(${[...but.unitIds]}::uuid[]) and s.month = ${but.month})` : sql``}
    order by s.starts_at`);
  return rows.map(inTime);
}

/** What matters around a month's roster: the other shifts of its people. */
export function elsewhereOf(ctx: ReadContext, unitIds: readonly string[], month: string, people: readonly string[]) {
  const days = daysOf(month);
  return shiftsNear(ctx, people, {
    from: atTime(days[0] ?? '', '00:00'),
    to: atTime(plusDays(days.at(-1) ?? '', 2), '00:00'),
    but: { unitIds, month },
  });
}
