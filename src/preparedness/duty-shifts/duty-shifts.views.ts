import { sql } from 'kysely';
import { z } from 'zod';
import type { ViewContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dayText, instantOf } from '../../kernel/calendar.ts';
import { DUTY_KINDS, type DutyKind, dutyPost } from '../duty-posts/duty-post.register.ts';
import { specialPeriodsIn } from '../special-periods/index.ts';
import { specialPeriod } from '../special-periods/special-period.register.ts';
import { readShift } from './duty-shift.permissions.ts';
import { dutyShift } from './duty-shift.register.ts';

const dutyKind = z.enum(DUTY_KINDS.map(({ id }) => id) as [DutyKind, ...DutyKind[]]);
const shift = z.object({
  id: z.string(),
  unitId: z.string(),
  dutyKind,
  personId: z.string(),
  personName: z.string(),
  substituteName: z.string().nullable(),
  startsAt: z.date(),
  endsAt: z.date(),
});
type Shift = z.input<typeof shift>;

const KIND_ORDER = sql`array_position(${DUTY_KINDS.map(({ id }) => id)}::text[], s.duty_kind)`;
const SHIFT = sql`s.id, s.unit_id, s.duty_kind, s.person_id, p.name as person_name, b.name as substitute_name, s.starts_at, s.ends_at`;
const PEOPLE = sql`join person p on p.id = s.person_id left join person b on b.id = s.substitute_id`;

const unitNow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  unitKind: z.string(),
  dutyPhone: z.string().nullable(),
  onDuty: z.array(shift),
  next: z.array(shift),
  /** Posts that stand empty at this minute. */
  missing: z.array(z.object({ dutyKind, count: z.number() })),
});

/** 现在、下一班: of one unit, or of every unit that keeps duty; those with an empty post first. */
export const now = view('dutyShifts.now', {
  label: { zh: '现在和下一班', en: 'On duty now and next' },
  may: readShift,
  input: z.object({ unitId: idInput.optional() }),
  output: z.object({
    now: z.date(),
    periods: z.array(z.object({ name: z.string(), needsChief: z.boolean() })),
    units: z.array(unitNow),
  }),
  reads: [dutyShift, dutyPost, specialPeriod],
  async run(ctx, { unitId }) {
    const of = unitId ? sql`and s.unit_id = ${unitId}` : sql``;
    const today = dayText(ctx.now);
    const periods = await specialPeriodsIn(ctx, today, today);
    const extra = Math.max(0, ...periods.map(({ extraOfficers }) => extraOfficers));
    const units = await ctx.rows<{ id: string; shortName: string; kind: string; dutyPhone: string | null }>(sql`
      select u.id, u.short_name, u.kind, (select min(t.duty_phone) from duty_post t where t.unit_id = u.id and t.state = 'active') as duty_phone
      from unit u where (u.id in (select unit_id from duty_post where state = 'active')
        or u.id in (select s.unit_id from duty_shift s where s.state = 'published' and s.ends_at > ${ctx.now}::timestamptz))
        ${unitId ? sql`and u.id = ${unitId}` : sql``}
      order by u.path`);
    const posts = await ctx.rows<{ unitId: string; dutyKind: DutyKind; seats: number }>(
      sql`select unit_id, duty_kind, seats from duty_post s where state = 'active' ${of}`,
    );
    const on = await shiftsOf(
      ctx,
      sql`s.starts_at <= ${ctx.now}::timestamptz and s.ends_at > ${ctx.now}::timestamptz ${of}`,
    );
    // The next shift of each post: what begins within the longest shift from now.
    const soon = await shiftsOf(
      ctx,
      sql`s.starts_at > ${ctx.now}::timestamptz and s.starts_at <= ${ctx.now}::timestamptz + interval '24 hours' ${of}`,
    );
    const byUnit = (shifts: readonly Shift[]) => Map.groupBy(shifts, (one) => one.unitId);
    const [onBy, soonBy, postsBy] = [byUnit(on), byUnit(soon), Map.groupBy(posts, (one) => one.unitId)];
    const rows = units.map(({ id, shortName, kind, dutyPhone }) => {
      const onDuty = onBy.get(id) ?? [];
      const coming = soonBy.get(id) ?? [];
      const next = coming.filter(({ dutyKind, startsAt }) =>
        coming.every((one) => one.dutyKind !== dutyKind || one.startsAt.getTime() >= startsAt.getTime()),
      );
      const missing = (postsBy.get(id) ?? []).flatMap(({ dutyKind, seats }) => {
        const wanted = seats + (dutyKind === 'officer' ? extra : 0);
        const count = wanted - onDuty.filter((one) => one.dutyKind === dutyKind).length;
        return count > 0 ? [{ dutyKind, count }] : [];
      });
      return { unitId: id, unitName: shortName, unitKind: kind, dutyPhone, onDuty, next, missing };
    });
    rows.sort((one, other) => Number(other.missing.length > 0) - Number(one.missing.length > 0));
    return { now: ctx.now, periods, units: rows };
  },
});

const shiftsOf = (ctx: ViewContext, condition: ReturnType<typeof sql>): Promise<Shift[]> =>
  ctx.rows<Shift>(sql`select ${SHIFT} from ${ctx.visible(dutyShift)} s ${PEOPLE}
    where s.state = 'published' and ${condition} order by ${KIND_ORDER}, s.starts_at, s.seat`);

/** 本周: seven days from a Monday, who has which post of each unit. */
export const week = view('dutyShifts.week', {
  label: { zh: '本周值班', en: 'Duty of the week' },
  may: readShift,
  input: z.object({ unitId: idInput.optional(), from: z.iso.date().optional() }),
  output: z.object({
    from: z.string(),
    units: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        days: z.array(z.array(z.object({ dutyKind, people: z.string() }))),
      }),
    ),
  }),
  reads: [dutyShift],
  async run(ctx, { unitId, from: asked }) {
    const from = asked ?? mondayOf(dayText(ctx.now));
    const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
    const start = instantOf(year, month, date);
    const rows = await ctx.rows<{
      unitId: string;
      unitName: string;
      day: number;
      dutyKind: DutyKind;
      people: string;
    }>(sql`
      select s.unit_id, u.short_name as unit_name, s.duty_kind,
        floor(extract(epoch from s.starts_at - ${start}::timestamptz) / 86400)::int as day,
        string_agg(p.name, '、' order by s.starts_at, s.seat) as people
      from ${ctx.visible(dutyShift)} s join unit u on u.id = s.unit_id join person p on p.id = s.person_id
      where s.state = 'published' and s.starts_at >= ${start}::timestamptz
        and s.starts_at < ${start}::timestamptz + interval '7 days' ${unitId ? sql`and s.unit_id = ${unitId}` : sql``}
      group by s.unit_id, u.short_name, u.path, day, s.duty_kind order by u.path, day, ${KIND_ORDER}`);
    const units = [...Map.groupBy(rows, (one) => one.unitId)].map(([id, own]) => ({
      unitId: id,
      unitName: own[0]?.unitName ?? '',
      days: [0, 1, 2, 3, 4, 5, 6].map((day) =>
        own.filter((one) => one.day === day).map(({ dutyKind, people }) => ({ dutyKind, people })),
      ),
    }));
    return { from, units };
  },
});

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

const own = shift.extend({ unitName: z.string(), isSubstitute: z.boolean() });

/** 我的班次: what the person signed in has now and in the weeks to come. */
export const mine = view('dutyShifts.mine', {
  label: { zh: '我的班次', en: 'My shifts' },
  may: readShift,
  input: z.object({}),
  output: z.object({ items: z.array(own) }),
  reads: [dutyShift],
  async run(ctx) {
    const me = ctx.viewer.personId;
    const items = await ctx.rows<z.input<typeof own>>(sql`
      select ${SHIFT}, u.short_name as unit_name, s.substitute_id is not distinct from ${me}::uuid as is_substitute
      from ${ctx.visible(dutyShift)} s ${PEOPLE} join unit u on u.id = s.unit_id
      where s.state = 'published' and s.ends_at > ${ctx.now}::timestamptz and ${me}::uuid in (s.person_id, s.substitute_id)
      order by s.starts_at, ${KIND_ORDER} limit 60`);
    return { items };
  },
});
