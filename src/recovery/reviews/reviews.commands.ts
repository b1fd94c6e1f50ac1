import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, meetClock, type RecordRef, startClock } from '../../foundation/clocks/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../../response/incidents/incident.register.ts';
import { readIncident } from '../../response/incidents/index.ts';
import { reviewLifecycle } from './review.lifecycle.ts';
import { keepReview } from './review.permissions.ts';
import { review } from './review.register.ts';
import { mustBeReviewed, REVIEW_RULES } from './review.rules.ts';

const { fields: of } = review;
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
const DAY_MINUTES = 24 * 60;
const NOT_CLOSED = { zh: '事件办结后才能评估', en: 'An incident is reviewed after it is closed' };
const FINISHED = { zh: '评估已完成，不再修改', en: 'The review is finished and stays as it is' };
const THERE = { zh: '该事件已有复盘评估', en: 'This incident has its review already' };
const CLOCK = 'review';

export const refOf = ({ id }: { id: string }) => ({ register: 'review', id });
const concernsOf = ({ incidentId }: RowOf<typeof review>) => [{ register: 'incident', id: incidentId }];

/** A closed incident falls under the rule, or somebody wants it reviewed: its review is due, with a clock from the closing. */
async function raise(ctx: CommandContext, matter: RowOf<typeof incident>, from: Date): Promise<RowOf<typeof review>> {
  const rule = ctx.rules(REVIEW_RULES, from);
  const known = await ctx.row<{ id: string }>(sql`select id from review where incident_id = ${matter.id}`);
  if (known) {
    const row = await ctx.load(review, known.id, keepReview);
    if (row.state !== 'finished') await start(ctx, row, from);
    return row;
  }
  const row = await ctx.insert(review, {
    incidentId: matter.id,
    title: `${matter.title}复盘评估`,
    dueAt: new Date(from.getTime() + rule.values.days * DAY_MINUTES * 60_000),
    dueRule: ruleUsed(rule),
    mark: matter.mark,
    ownerUnitId: matter.ownerUnitId,
    areaCode: matter.areaCode,
  });
  const clock = await start(ctx, row, from);
  ctx.fact({
    kind: 'review.fell_due',
    subject: refOf(row),
    concerns: [...concernsOf(row), clock],
    payload: { number: row.number, title: row.title, dueAt: row.dueAt },
  });
  return row;
}

async function start(ctx: CommandContext, row: RowOf<typeof review>, from: Date): Promise<RecordRef> {
  const rule = ctx.rules(REVIEW_RULES, from);
  return startClock(ctx, {
    subject: refOf(row),
    concerns: concernsOf(row),
    name: CLOCK,
    label: { zh: '复盘评估', en: 'Review' },
    from,
    limit: { minutes: rule.values.days * DAY_MINUTES },
    warnMinutesBefore: DAY_MINUTES,
    citation: rule.citation,
    ruleVersion: ruleWord(rule),
  });
}

/** Door of the reaction: an incident was closed. */
export async function fallDue(ctx: CommandContext, incidentId: string, closedAt: Date): Promise<void> {
  const matter = await ctx.load(incident, incidentId, readIncident);
  const response = await ctx.row(sql`select 1 from activation where incident_id = ${incidentId} limit 1`);
  const { values } = ctx.rules(REVIEW_RULES, closedAt);
  if (mustBeReviewed({ grade: matter.grade, hadResponse: response !== undefined }, values))
    await raise(ctx, matter, closedAt);
}

/** Door of the reaction: the incident goes on; its review waits for the next closing. */
export async function putOff(ctx: CommandContext, incidentId: string): Promise<void> {
  const known = await ctx.row<{ id: string }>(
    sql`select id from review where incident_id = ${incidentId} and state <> 'finished'`,
  );
  if (known) await cancelClock(ctx, refOf(known), CLOCK);
}

/** 评估 of an incident that no rule asks for. */
export const ask = command('reviews.ask', {
  label: { zh: '发起复盘评估', en: 'Ask for a review' },
  may: keepReview,
  input: z.object({ incidentId: idInput }),
  output: stepped,
  records: ['review.fell_due'],
  async run(ctx, { incidentId }) {
    const matter = await ctx.load(incident, incidentId, readIncident);
    if (matter.state !== 'closed' || !matter.closedAt) throw problem('state.guard', { reason: NOT_CLOSED });
    if (await ctx.row(sql`select 1 from review where incident_id = ${incidentId}`))
      throw problem('state.guard', { reason: THERE });
    return raise(ctx, matter, matter.closedAt);
  },
});

/** Somebody takes it upon themselves; a reviewer of another unit gets a part in it. */
export const begin = command('reviews.begin', {
  label: { zh: '开始评估', en: 'Begin a review' },
  may: keepReview,
  input: z.object({ id: idInput, reviewerId: idInput }),
  output: stepped,
  records: ['review.begun'],
  async run(ctx, { id, reviewerId }) {
    const known = await ctx.row(sql`select 1 from person where id = ${reviewerId}`);
    if (!known) throw problem('record.unknown', {}, 'reviewerId');
    const row = await ctx.transition(reviewLifecycle, await ctx.load(review, id), 'begin', { reviewerId });
    await ctx.involve(review, id, { personId: reviewerId });
    await ctx.involve(incident, row.incidentId, { personId: reviewerId });
    ctx.fact({ kind: 'review.begun', subject: refOf(row), concerns: concernsOf(row), payload: { number: row.number } });
    return row;
  },
});

/** What people conclude, as far as they are; the figures are drawn, not written. */
export const write = command('reviews.write', {
  label: { zh: '撰写评估', en: 'Write a review' },
  may: keepReview,
  input: z.object({
    id: idInput,
    causes: of.causes.input,
    assessment: of.assessment.input,
    lessons: of.lessons.input,
    score: z.number().int().min(0).max(100).nullable(),
  }),
  output: stepped,
  records: ['review.written'],
  async run(ctx, { id, causes, assessment, lessons, score }) {
    const before = await ctx.load(review, id);
    if (before.state === 'finished') throw problem('state.guard', { reason: FINISHED });
    const row = await ctx.update(review, before, { causes, assessment, lessons, score });
    ctx.fact({
      kind: 'review.written',
      subject: refOf(row),
      concerns: concernsOf(row),
      payload: { number: row.number, score: row.score },
    });
    return row;
  },
});

/** 完成评估: from here on it is a paper; its findings go on as orders and revision requests. */
export const finish = command('reviews.finish', {
  label: { zh: '完成评估', en: 'Finish a review' },
  may: keepReview,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['review.finished'],
  async run(ctx, { id }) {
    const row = await ctx.transition(reviewLifecycle, await ctx.load(review, id), 'finish', { finishedAt: ctx.now });
    const met = await meetClock(ctx, refOf(row), CLOCK, ctx.now);
    ctx.fact({
      kind: 'review.finished',
      subject: refOf(row),
      concerns: [...concernsOf(row), ...met],
      payload: { number: row.number, title: row.title, score: row.score },
    });
    return row;
  },
});
