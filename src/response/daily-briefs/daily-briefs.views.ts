import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { type Platform, rowsOf } from '../../foundation/api/index.ts';
import { dayText } from '../../kernel/calendar.ts';
import { readDailyBrief } from './daily-brief.permissions.ts';
import { dailyBrief } from './daily-brief.register.ts';
import { dayFrom } from './daily-brief.rules.ts';

const document = z.object({ id: z.string(), number: z.string().nullable(), state: z.string() });
const item = z.object({
  id: z.string(),
  day: z.string(),
  dueAt: z.date(),
  signedAt: z.date().nullable(),
  isLate: z.boolean(),
  /** Its papers, the newest first: a draft, the signed one, what corrected it. */
  documents: z.array(document),
});

/** 每日要情, the newest first; `missing` are days of the last week without one. */
export const list = view('dailyBriefs.list', {
  label: { zh: '每日要情', en: 'Daily briefs' },
  may: readDailyBrief,
  input: z.object({ limit: z.number().int().min(1).max(400).default(60) }),
  output: z.object({ items: z.array(item), missing: z.array(z.string()), today: z.string() }),
  reads: [dailyBrief],
  async run(ctx, { limit }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select b.id, b.day::text as day, b.due_at, b.signed_at,
        coalesce(b.signed_at, ${ctx.now}::timestamptz) > b.due_at as is_late,
        coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number, 'state', d.state) order by d.created_at desc)
          from official_document d where d.subject_register = 'daily_brief' and d.subject_id = b.id), '[]'::jsonb) as documents
      from ${ctx.visible(dailyBrief)} b order by b.day desc limit ${limit}`);
    const today = dayText(ctx.now);
    const known = new Set(items.map(({ day }) => day));
    const week = Array.from({ length: 7 }, (_, index) => dayFrom(today, -1 - index));
    return { items, today, missing: week.filter((day) => !known.has(day)) };
  },
});

/** Is the day begun already? For the job that begins it: a day that is, is left alone. */
export async function isOpened({ database }: Platform, day: string): Promise<boolean> {
  const known = await database.transact(
    (tx) => rowsOf(tx, sql`select 1 from daily_brief where day = ${day}::date limit 1`),
    { readOnly: true },
  );
  return known.length > 0;
}
