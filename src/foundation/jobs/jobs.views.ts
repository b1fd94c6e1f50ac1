import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { mendReaction, readJob } from './job.permissions.ts';
import { job } from './job.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const item = z.object({
  id: z.string(),
  label: phrase,
  kind: z.string(),
  detail: z.string().nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  version: z.number(),
  stage: phrase.nullable(),
  done: z.number(),
  total: z.number().nullable(),
  attempts: z.number(),
  isCancelAsked: z.boolean(),
  trouble: phrase.nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  subjectRegister: z.string().nullable(),
  subjectPlural: z.string().nullable(),
  subjectId: z.string().nullable(),
  askedBy: z.string(),
  askedAt: z.date(),
  dueAt: z.date(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
type Row = Omit<z.input<typeof item>, 'label' | 'subjectPlural'>;

const ITEM = sql`j.id, j.kind, j.detail, j.state, j.version, j.stage, j.done_count as done, j.total_count as total, j.attempts,
  j.cancel_asked_at is not null as is_cancel_asked, j.trouble, j.result, j.subject_register, j.subject_id,
  coalesce(p.name, '系统') as asked_by, j.created_at as asked_at, j.due_at, j.started_at, j.ended_at`;

function worded(ctx: ReadContext, row: Row): z.input<typeof item> {
  const label = ctx.catalogue.jobs.get(row.kind)?.label ?? { zh: row.kind, en: row.kind };
  const subjectPlural = ctx.catalogue.registers.get(row.subjectRegister ?? '')?.plural ?? null;
  return { ...row, label, subjectPlural };
}

/** The operations page: what runs and waits first, then what ended, newest first. */
export const list = view('jobs.list', {
  label: { zh: '后台任务', en: 'Jobs' },
  may: readJob,
  input: z.object({
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']).optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [job],
  async run(ctx, { state, limit }) {
    const fitting = sql`${state ?? null}::text is null or j.state = ${state ?? null}`;
    const rows = await ctx.rows<Row>(sql`select ${ITEM} from ${ctx.visible(job)} j
      left join person p on p.id = j.created_by where ${fitting}
      order by case j.state when 'running' then 0 when 'queued' then 1 else 2 end, coalesce(j.ended_at, j.due_at) desc, j.id desc
      limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(job)} j where ${fitting}`,
    );
    return { items: rows.map((row) => worded(ctx, row)), total: counted?.total ?? 0 };
  },
});

/** One job, for the progress part of whatever screen asked for it. */
export const record = view('jobs.record', {
  label: { zh: '后台任务', en: 'Job' },
  may: readJob,
  input: z.object({ id: idInput }),
  output: item,
  reads: [job],
  async run(ctx, { id }) {
    const row = await ctx.row<Row>(sql`select ${ITEM} from ${ctx.visible(job)} j
      left join person p on p.id = j.created_by where j.id = ${id}`);
    if (!row) throw problem('record.unknown', {}, 'id');
    return worded(ctx, row);
  },
});

const parked = z.object({
  name: z.string(),
  position: z.number(),
  factLabel: phrase,
  message: z.string(),
  failedAt: z.date(),
});

/** What should have followed from a fact and did not: nothing is lost, but somebody must look. */
export const parkedReactions = view('reactions.parked', {
  label: { zh: '未完成的联动', en: 'Parked reactions' },
  may: mendReaction,
  input: z.object({}),
  output: z.object({ items: z.array(parked) }),
  reads: [job],
  async run(ctx) {
    const rows = await ctx.rows<{ name: string; position: number; kind: string; message: string; failedAt: Date }>(
      sql`select r.name, r.position::int as position, coalesce(f.kind, '') as kind, r.message, r.failed_at
        from reaction_failure r left join fact f on f.position = r.position order by r.failed_at desc limit 500`,
    );
    return {
      items: rows.map(({ kind, ...row }) => ({
        ...row,
        factLabel: ctx.catalogue.factLabels.get(kind) ?? { zh: kind, en: kind },
      })),
    };
  },
});
