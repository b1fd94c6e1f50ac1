import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { instantOutput } from '../api/input.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { auditTimeline } from './timeline.permissions.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

export const entryOutput = z.object({
  id: z.string(),
  position: z.number().nullable(),
  kind: z.string(),
  label: phrase,
  register: z.string(),
  registerLabel: phrase,
  subjectId: z.string(),
  subjectTitle: z.string(),
  actorName: z.string(),
  hatName: z.string(),
  happenedAt: instantOutput,
  recordedAt: instantOutput,
  mark: z.enum(['real', 'drill', 'test']),
  payload: z.record(z.string(), z.unknown()),
});

type Entry = Omit<z.input<typeof entryOutput>, 'label' | 'registerLabel'>;

const ENTRY = sql`f.id, f.position, f.kind, f.register, f.subject_id, '' as subject_title,
  coalesce(p.name, '系统') as actor_name, coalesce(u.short_name || ' ' || t.name, '') as hat_name,
  f.happened_at, f.recorded_at, f.mark, f.payload
  from fact f
  left join person p on p.id = f.actor_id
  left join appointment a on a.id = f.hat_id
  left join post t on t.id = a.post_id
  left join unit u on u.id = t.unit_id`;

function labelled(ctx: ReadContext, entry: Entry): z.input<typeof entryOutput> {
  const register = ctx.catalogue.registers.get(entry.register);
  return {
    ...entry,
    label: ctx.catalogue.factLabels.get(entry.kind) ?? { zh: entry.kind, en: entry.kind },
    registerLabel: register?.label ?? { zh: entry.register, en: entry.register },
  };
}

/** Everything recorded about one record and about what concerns it, oldest first. */
export const of = view('timeline.of', {
  label: { zh: '大事记', en: 'Timeline of a record' },
  may: SIGNED_IN,
  input: z.object({
    register: z.string().max(60),
    recordId: idInput,
    limit: z.number().int().min(1).max(5000).default(1000),
  }),
  output: z.object({ entries: z.array(entryOutput), total: z.number() }),
  reads: [],
  async run(ctx, { register, recordId, limit }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const concern = JSON.stringify([{ register, id: recordId }]);
    const about = sql`(f.register = ${register} and f.subject_id = ${recordId}) or f.concerns @> ${concern}::jsonb`;
    const entries = await ctx.rows<Entry>(sql`select ${ENTRY} where ${about} order by f.sequence desc limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(sql`select count(*)::int as total from fact f where ${about}`);
    return { entries: entries.reverse().map((entry) => labelled(ctx, entry)), total: counted?.total ?? 0 };
  },
});

/** The whole trail, newest first, for the audit administrator: who did what, when, on what. Never what it said. */
export const audit = view('timeline.audit', {
  label: { zh: '审计记录', en: 'Audit trail' },
  may: auditTimeline,
  input: z.object({
    before: z.number().int().min(1).optional(),
    kind: z.string().max(80).optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ entries: z.array(entryOutput) }),
  reads: [],
  async run(ctx, { before, kind, limit }) {
    const entries = await ctx.rows<Entry>(sql`select ${ENTRY}
      where (${before ?? null}::bigint is null or f.position < ${before ?? null}::bigint)
        and (${kind ?? null}::text is null or f.kind = ${kind ?? null})
      order by f.position desc nulls first limit ${limit}`);
    return { entries: entries.map((entry) => labelled(ctx, { ...entry, payload: {} })) };
  },
});
