import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readReview } from '../reviews/index.ts';
import { review } from '../reviews/review.register.ts';
import { readFinding } from './review-finding.permissions.ts';
import { FINDING_KINDS, reviewFinding } from './review-finding.register.ts';

const item = z.object({
  id: z.string(),
  reviewId: z.string(),
  state: z.enum(['noted', 'ordered', 'done']),
  kind: z.enum(FINDING_KINDS.map(({ id }) => id)),
  text: z.string(),
  measure: z.string(),
  unitName: z.string().nullable(),
  dueAt: z.date().nullable(),
  doneAt: z.date().nullable(),
  planId: z.string().nullable(),
  planName: z.string().nullable(),
  clause: z.string().nullable(),
  orderNumber: z.string().nullable(),
  assignmentId: z.string().nullable(),
});

/** Findings of a review, in the order they were recorded. */
export const list = view('reviewFindings.list', {
  label: { zh: '评估问题', en: 'Findings of a review' },
  may: readFinding,
  input: z.object({ reviewId: idInput }),
  output: z.object({ items: z.array(item) }),
  reads: [reviewFinding],
  async run(ctx, { reviewId }) {
    // Findings are part of their review: whoever reads it reads all of them.
    await ctx.record(review, reviewId, readReview);
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select f.id, f.review_id, f.state, f.kind, f.text, f.measure, u.short_name as unit_name, f.due_at, f.done_at, f.plan_id,
        p.name as plan_name, f.clause, o.number as order_number,
        (select a.id from assignment a where a.order_id = f.order_id order by a.created_at desc limit 1) as assignment_id
      from review_finding f left join unit u on u.id = f.unit_id left join plan p on p.id = f.plan_id
      left join "order" o on o.id = f.order_id
      where f.review_id = ${reviewId} order by f.created_at, f.id limit 200`);
    return { items };
  },
});
