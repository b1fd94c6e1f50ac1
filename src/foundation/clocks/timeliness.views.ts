import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { readClock } from './clock.permissions.ts';
import { clock } from './clock.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const period = {
  /** Limits that fell due from this instant on … */
  from: z.coerce.date(),
  /** … and before this one; what is not due yet is judged by nobody. */
  to: z.coerce.date(),
  /** One kind of limit, e.g. `initial_report`. */
  name: z.string().max(60).optional(),
  unitId: idInput.optional(),
  /** Drills and tests are left out unless asked for. */
  mark: z.enum(['real', 'drill', 'test']).default('real'),
};

interface Period {
  from: Date;
  to: Date;
  name?: string | undefined;
  unitId?: string | undefined;
  mark: string;
}

/** Limits that were due in the period and are judged. Running, cancelled and suspended ones are not. */
const judgedIn = (ctx: ReadContext, { from, to, name, unitId, mark }: Period) => sql`(
  select c.*, c.state = 'late' as is_late
  from ${ctx.visible(clock)} c
  where c.due_at >= ${from}::timestamptz and c.due_at < ${to}::timestamptz and c.state in ('met', 'late')
    and c.mark = ${mark}
    and (${name ?? null}::text is null or c.name = ${name ?? null})
    and (${unitId ?? null}::uuid is null or c.owner_unit_id = ${unitId ?? null}::uuid))`;

const row = z.object({
  key: z.string(),
  label: phrase,
  judged: z.number(),
  met: z.number(),
  late: z.number(),
  /** Late ones whose reason has been stated. */
  explained: z.number(),
  /** Share met, 0–1; null where nothing was judged. */
  share: z.number().nullable(),
});

/**
 * 时限及时率: what share of the limits was met, by unit, by kind or by month. It is a question to the clocks
 * themselves, so that every figure has its list behind it (`clocks.judged` with the same input).
 */
export const timeliness = view('clocks.timeliness', {
  label: { zh: '时限及时率', en: 'Timeliness' },
  may: readClock,
  input: z.object({ ...period, by: z.enum(['unit', 'name', 'month']).default('unit') }),
  output: z.object({ total: row, items: z.array(row) }),
  reads: [clock],
  async run(ctx, { by, ...asked }) {
    // The label of a limit carries its record's number: of a kind, the newest one's without it speaks for all.
    const keys = {
      unit: sql`c.owner_unit_id::text`,
      name: sql`c.subject_register || '.' || c.name`,
      month: sql`to_char(c.due_at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
    };
    const rows = await ctx.rows<
      Omit<z.input<typeof row>, 'share' | 'label'> & { labelZh: string; labelEn: string }
    >(sql`
      select ${keys[by]} as key,
        ${by === 'unit' ? sql`max(u.short_name)` : by === 'month' ? keys.month : sql`max(regexp_replace(c.label_zh, ' .*$', ''))`} as label_zh,
        ${by === 'unit' ? sql`max(u.short_name)` : by === 'month' ? keys.month : sql`max(c.name)`} as label_en,
        count(*)::int as judged, count(*) filter (where not c.is_late)::int as met,
        count(*) filter (where c.is_late)::int as late,
        count(*) filter (where c.is_late and c.explained_at is not null)::int as explained
      from ${judgedIn(ctx, asked)} c left join unit u on u.id = c.owner_unit_id
      group by ${keys[by]} order by ${by === 'month' ? sql`1` : sql`late desc, judged desc, 1`} limit 500`);
    const items = rows.map(({ labelZh, labelEn, ...one }) => ({
      ...one,
      label: { zh: labelZh, en: labelEn },
      share: one.judged === 0 ? null : one.met / one.judged,
    }));
    const sum = (of: 'judged' | 'met' | 'late' | 'explained') => items.reduce((total, one) => total + one[of], 0);
    const judged = sum('judged');
    return {
      total: {
        key: '',
        label: { zh: '合计', en: 'Total' },
        judged,
        met: sum('met'),
        late: sum('late'),
        explained: sum('explained'),
        share: judged === 0 ? null : sum('met') / judged,
      },
      items,
    };
  },
});

const one = z.object({
  id: z.string(),
  subject: z.object({ register: z.string(), id: z.string() }),
  label: phrase,
  unit: z.string(),
  citation: z.string(),
  ruleVersion: z.string(),
  startedAt: z.date(),
  dueAt: z.date(),
  endedAt: z.date().nullable(),
  isLate: z.boolean(),
  lateReason: z.string().nullable(),
  explainedAt: z.date().nullable(),
});

/** The limits behind a figure of `clocks.timeliness`, late ones first. */
export const judged = view('clocks.judged', {
  label: { zh: '时限清单', en: 'Limits judged' },
  may: readClock,
  input: z.object({
    ...period,
    onlyLate: z.boolean().default(false),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ count: z.number(), items: z.array(one) }),
  reads: [clock],
  async run(ctx, { onlyLate, limit, ...asked }) {
    const rows = await ctx.rows<
      Omit<z.input<typeof one>, 'subject' | 'label'> & {
        count: number;
        subjectRegister: string;
        subjectId: string;
        labelZh: string;
        labelEn: string;
      }
    >(sql`
      select c.id, c.subject_register, c.subject_id, c.label_zh, c.label_en, coalesce(u.short_name, '') as unit, c.citation,
        c.rule_version, c.started_at, c.due_at, c.ended_at, c.is_late, c.late_reason, c.explained_at,
        (count(*) over ())::int as count
      from ${judgedIn(ctx, asked)} c left join unit u on u.id = c.owner_unit_id
      where not ${onlyLate} or c.is_late
      order by c.is_late desc, c.due_at desc, c.id limit ${limit}`);
    await ctx.openPersonal(clock, rows);
    return {
      count: rows[0]?.count ?? 0,
      items: rows.map(({ subjectRegister, subjectId, labelZh, labelEn, ...rest }) => ({
        ...rest,
        subject: { register: subjectRegister, id: subjectId },
        label: { zh: labelZh, en: labelEn },
      })),
    };
  },
});
