import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { defineCheck, transitionsFrom } from '../../foundation/lifecycle/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { incident } from '../../response/incidents/incident.register.ts';
import { readIncident } from '../../response/incidents/index.ts';
import { reviewLifecycle } from './review.lifecycle.ts';
import { keepReview, readReview } from './review.permissions.ts';
import { review } from './review.register.ts';
import { mustBeReviewed, REVIEW_RULES } from './review.rules.ts';

const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(['due', 'under_way', 'finished']),
  mark: z.enum(['real', 'drill', 'test']),
  title: z.string(),
  incidentId: z.string(),
  incidentNumber: z.string(),
  dueAt: z.date(),
  reviewerName: z.string().nullable(),
  score: z.number().nullable(),
  finishedAt: z.date().nullable(),
  findings: z.number(),
  findingsOpen: z.number(),
});
type Item = z.input<typeof item>;

const ITEM = sql`r.id, coalesce(r.number, '') as number, r.version, r.state, r.mark, r.title, r.incident_id,
  coalesce(i.number, '') as incident_number, r.due_at, p.name as reviewer_name, r.score, r.finished_at,
  (select count(*)::int from review_finding f where f.review_id = r.id) as findings,
  (select count(*)::int from review_finding f where f.review_id = r.id and f.state = 'ordered') as findings_open`;
const BESIDE = sql`left join incident i on i.id = r.incident_id left join person p on p.id = r.reviewer_id`;

/** 复盘评估: what is due first. */
export const list = view('reviews.list', {
  label: { zh: '复盘评估', en: 'Reviews' },
  may: readReview,
  input: z.object({
    incidentId: idInput.optional(),
    state: z.enum(['due', 'under_way', 'finished']).optional(),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [review],
  async run(ctx, { incidentId, state, limit }) {
    const rows = await ctx.rows<Item & { total: number }>(sql`
      select ${ITEM}, count(*) over ()::int as total from ${ctx.visible(review)} r ${BESIDE}
      where (${incidentId ?? null}::uuid is null or r.incident_id = ${incidentId ?? null}::uuid)
        and (${state ?? null}::text is null or r.state = ${state ?? null})
      order by (r.state = 'finished'), r.due_at, r.id limit ${limit}`);
    return { items: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
});

const words = z.string().nullable();
export const reviewOutput = item.extend({
  causes: words,
  assessment: words,
  lessons: words,
  unitName: z.string(),
  reviewerId: z.string().nullable(),
  steps: z.array(z.string()),
});

export const record = view('reviews.record', {
  label: { zh: '复盘评估', en: 'Review' },
  may: readReview,
  input: z.object({ id: idInput }),
  output: reviewOutput,
  reads: [review],
  async run(ctx, { id }) {
    const row = await ctx.record(review, id);
    const beside = (await ctx.row<Item & { unitName: string }>(sql`
      select ${ITEM}, coalesce(u.name, '') as unit_name from review r ${BESIDE} left join unit u on u.id = r.owner_unit_id
      where r.id = ${id}`)) as Item & { unitName: string };
    const { causes, assessment, lessons, reviewerId, state } = row;
    const steps = ctx.holds(keepReview) ? transitionsFrom(reviewLifecycle, state) : [];
    return { ...beside, causes, assessment, lessons, reviewerId, steps };
  },
});

/** Told before an incident is closed: from then on its review is due. */
export const reviewOwed = defineCheck('review_owed', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '复盘评估', en: 'Review' },
  weight: 'noted',
  order: 60,
  cites: '突发事件应对法 第92条',
  async run(ctx, id) {
    const row = await ctx.record(incident, id, readIncident);
    const response = await ctx.row(sql`select 1 from activation where incident_id = ${id} limit 1`);
    const { values } = ctx.rules(REVIEW_RULES);
    if (!mustBeReviewed({ grade: row.grade, hadResponse: response !== undefined }, values)) return [];
    return [
      {
        text: {
          zh: `办结后 ${values.days} 日内完成复盘评估`,
          en: `A review is due within ${values.days} days of closing`,
        },
      },
    ];
  },
});
