import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { type Platform, rowsOf } from '../../foundation/api/index.ts';
import { dayText } from '../../kernel/calendar.ts';
import { readZeroReport } from './zero-report.permissions.ts';
import { zeroReport } from './zero-report.register.ts';
import { ZERO_REPORTS } from './zero-report.rules.ts';

const item = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['owed', 'reported']),
  unitId: z.string(),
  unitName: z.string(),
  dueAt: z.date(),
  matters: z.number().nullable(),
  text: z.string().nullable(),
  reportedAt: z.date().nullable(),
  reporterName: z.string().nullable(),
  isLate: z.boolean(),
  /** Calls that this unit itself filed on that day: what it says can be compared. */
  reportsTaken: z.number(),
  isMine: z.boolean(),
});
type Item = z.input<typeof item>;

/** 某日各单位报告情况: who has reported what and when, and who has not. */
export const list = view('zeroReports.list', {
  label: { zh: '零报告', en: 'Zero reports' },
  may: readZeroReport,
  input: z.object({ day: z.iso.date().optional() }),
  output: z.object({
    day: z.string(),
    items: z.array(item),
    owed: z.number(),
    reported: z.number(),
    late: z.number(),
    matters: z.number(),
    citation: z.string(),
    isAssumed: z.boolean(),
  }),
  reads: [zeroReport],
  async run(ctx, { day = dayText(ctx.now) }) {
    const items = await ctx.rows<Item>(sql`
      select r.id, r.version, r.state, r.unit_id, u.short_name as unit_name, r.due_at, r.matters, r.text, r.reported_at,
        p.name as reporter_name, coalesce(r.reported_at, ${ctx.now}::timestamptz) > r.due_at as is_late,
        (select count(*)::int from intake i where i.owner_unit_id = r.unit_id and i.mark = 'real'
          and (i.known_at at time zone 'Asia/Shanghai')::date = r.day) as reports_taken,
        r.unit_id = any(${ctx.viewer.hats.map(({ unit }) => unit.id)}::uuid[]) as is_mine
      from ${ctx.visible(zeroReport)} r join unit u on u.id = r.unit_id left join person p on p.id = r.reporter_id
      where r.day = ${day}::date order by (r.state = 'reported'), u.path`);
    const { citation, isAssumed } = ctx.rules(ZERO_REPORTS);
    const reported = items.filter(({ state }) => state === 'reported');
    return {
      ...{ day, items, citation, isAssumed, reported: reported.length, owed: items.length - reported.length },
      late: items.filter(({ isLate }) => isLate).length,
      matters: reported.reduce((sum, { matters }) => sum + (matters ?? 0), 0),
    };
  },
});

/** Is the day begun already? For the job that begins it: a day that is, is left alone. */
export async function isAsked({ database }: Platform, day: string): Promise<boolean> {
  const known = await database.transact(
    (tx) => rowsOf(tx, sql`select 1 from zero_report where day = ${day}::date limit 1`),
    { readOnly: true },
  );
  return known.length > 0;
}

/** Does a 特殊时期 ask for daily reports on this day (北京办法 第38条)? */
export async function isSpecialDay({ database }: Platform, day: string): Promise<boolean> {
  const known = await database.transact(
    (tx) =>
      rowsOf(
        tx,
        sql`select 1 from special_period where state = 'active' and asks_daily_report
          and ${day}::date between starts_on and ends_on limit 1`,
      ),
    { readOnly: true },
  );
  return known.length > 0;
}
