import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { readClock } from './clock.permissions.ts';
import { clock } from './clock.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const item = z.object({
  id: z.string(),
  subject: z.object({ register: z.string(), id: z.string() }),
  name: z.string(),
  label: phrase,
  startedAt: z.date(),
  dueAt: z.date(),
  isLate: z.boolean(),
  /** Its time does not count now; by which law is in `suspendedBy`. */
  isSuspended: z.boolean(),
  suspendedBy: z.string().nullable(),
  /** The due day lies in a year whose days of rest are not published yet. */
  isProvisional: z.boolean(),
  citation: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
});

interface Row extends Omit<z.input<typeof item>, 'subject' | 'label'> {
  subjectRegister: string;
  subjectId: string;
  labelZh: string;
  labelEn: string;
}

/** What is running or late for the viewer, late first, then by due time. */
export const running = view('clocks.running', {
  label: { zh: '运行中的时限', en: 'Running clocks' },
  may: readClock,
  input: z.object({
    /** Only clocks of this record, or that concern it (an incident shows those of its orders). */
    about: idInput.optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ now: z.date(), count: z.number(), items: z.array(item) }),
  reads: [clock],
  async run(ctx, { about, limit }) {
    const rows = await ctx.rows<Row & { count: number }>(sql`
      select c.id, c.subject_register, c.subject_id, c.name, c.label_zh, c.label_en, c.started_at, c.due_at, c.citation,
        c.mark, c.state <> 'suspended' and c.due_at <= ${ctx.now}::timestamptz as is_late, c.state = 'suspended' as is_suspended,
        c.suspended_by, c.is_provisional, (count(*) over ())::int as count
      from ${ctx.visible(clock)} c
      where c.ended_at is null and c.state in ('running', 'suspended', 'late')
        and (${about ?? null}::uuid is null or c.subject_id = ${about ?? null}::uuid
          or exists (select 1 from unnest(c.concerns) one where one like ${`%/${about ?? ''}`}))
      order by c.state = 'suspended', c.due_at, c.id limit ${limit}`);
    return {
      now: ctx.now,
      count: rows[0]?.count ?? 0,
      items: rows.map(({ subjectRegister, subjectId, labelZh, labelEn, ...row }) => ({
        ...row,
        subject: { register: subjectRegister, id: subjectId },
        label: { zh: labelZh, en: labelEn },
      })),
    };
  },
});
