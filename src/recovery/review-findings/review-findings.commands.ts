import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { ISSUE_RECORDS, issueOrder, OPEN_STATES } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { readPlan } from '../../preparedness/plans/index.ts';
import { plan } from '../../preparedness/plans/plan.register.ts';
import { keepReview } from '../reviews/index.ts';
import { review } from '../reviews/review.register.ts';
import { reviewFindingLifecycle } from './review-finding.lifecycle.ts';
import { keepFinding } from './review-finding.permissions.ts';
import { reviewFinding } from './review-finding.register.ts';

const { fields: of } = reviewFinding;
const FINISHED = { zh: '评估已完成，不再增加问题', en: 'The review is finished: no finding is added' };
const IN_PAST = { zh: '早于现在', en: 'lies in the past' };

/**
 * 列出问题: what was found and what is done about it. With a unit it becomes an order with a due date at once; with a plan it is a
 * request to revise that plan, told as a fact.
 */
export const record = command('reviewFindings.record', {
  label: { zh: '列出问题', en: 'Record a finding' },
  may: keepFinding,
  input: z.object({
    reviewId: idInput,
    kind: of.kind.input,
    text: of.text.input,
    measure: of.measure.input,
    unitId: of.unitId.input,
    dueAt: of.dueAt.input,
    planId: of.planId.input,
    clause: of.clause.input,
  }),
  output: z.object({ id: z.string(), state: z.string(), orderId: z.string().nullable() }),
  records: ['review_finding.recorded', 'review_finding.revision_asked', ...ISSUE_RECORDS],
  async run(ctx, input) {
    const { reviewId, unitId, dueAt } = input;
    const about = await ctx.load(review, reviewId, keepReview);
    if (about.state === 'finished') throw problem('state.guard', { reason: FINISHED });
    if (unitId && !dueAt) throw problem('input.required', { label: of.dueAt.label }, 'dueAt');
    if (dueAt && !unitId) throw problem('input.required', { label: of.unitId.label }, 'unitId');
    if (dueAt && dueAt <= ctx.now) throw problem('input.field', { label: of.dueAt.label, reason: IN_PAST }, 'dueAt');
    if (unitId && !(await ctx.row(sql`select 1 from unit where id = ${unitId}`)))
      throw problem('record.unknown', {}, 'unitId');
    const revised = input.planId ? await ctx.record(plan, input.planId, readPlan) : undefined;
    const noted = await ctx.insert(reviewFinding, {
      ...input,
      mark: about.mark,
      ownerUnitId: about.ownerUnitId,
      areaCode: about.areaCode,
    });
    const subject = { register: 'review_finding', id: noted.id };
    const concerns = [
      { register: 'review', id: about.id },
      { register: 'incident', id: about.incidentId },
    ];
    let row = noted;
    if (unitId && dueAt) {
      await ctx.involve(review, about.id, { unitId });
      await ctx.involve(reviewFinding, noted.id, { unitId });
      const order = await issueOrder(ctx, {
        concerns: { register: 'review', id: about.id },
        title: `落实评估整改：${noted.text}`.slice(0, 200),
        content: `${about.number}《${about.title}》提出：${noted.text}\n改进措施：${noted.measure}`,
        priority: 'normal',
        evidenceAsked: { text: 1 },
        basisClause: about.number ?? '',
        finishDueAt: dueAt,
        assignees: [{ unitId }],
      });
      row = await ctx.transition(reviewFindingLifecycle, noted, 'order', { orderId: order.id });
    }
    ctx.fact({
      kind: 'review_finding.recorded',
      subject,
      concerns: [...concerns, ...(row.orderId ? [{ register: 'order', id: row.orderId }] : [])],
      payload: { title: row.text, kind: row.kind, unitId, dueAt },
    });
    if (revised) {
      ctx.fact({
        kind: 'review_finding.revision_asked',
        subject,
        concerns: [...concerns, { register: 'plan', id: revised.id }],
        payload: {
          title: revised.name,
          planId: revised.id,
          clause: row.clause,
          reason: row.text,
          measure: row.measure,
        },
      });
    }
    return row;
  },
});

/** The last part of its order has ended: done where any was done. */
export async function finish(ctx: CommandContext, assignmentId: string): Promise<void> {
  const found = await ctx.row<{ id: string; reviewId: string; open: number; done: number }>(sql`
    select f.id, f.review_id,
      (select count(*)::int from assignment a where a.order_id = f.order_id and a.state = any(${[...OPEN_STATES]}::text[])
        and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)) as open,
      (select count(*)::int from assignment a where a.order_id = f.order_id and a.state in ('done', 'verified')) as done
    from review_finding f
    where f.order_id = (select order_id from assignment where id = ${assignmentId}) and f.state = 'ordered'`);
  if (!found || found.open > 0 || found.done === 0) return;
  const row = await ctx.transition(
    reviewFindingLifecycle,
    await ctx.load(reviewFinding, found.id, keepFinding),
    'finish',
    { doneAt: ctx.now },
  );
  ctx.fact({
    kind: 'review_finding.finished',
    subject: { register: 'review_finding', id: row.id },
    concerns: [{ register: 'review', id: found.reviewId }],
    payload: { title: row.text, isLate: row.dueAt !== null && ctx.now > row.dueAt },
  });
}
