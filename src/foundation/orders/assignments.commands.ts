import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { cancelClock, meetClock, type RecordRef } from '../clocks/index.ts';
import { attachFiles } from '../files/index.ts';
import { sendMessage, told } from '../messaging/index.ts';
import { textDigest } from '../personal-data/index.ts';
import type { RowOf } from '../registers/define.ts';
import { pointInput } from '../registers/types/place.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import { rolledUp, tellFinished } from './delegation.ts';
import { evidenceOf, sumOf } from './evidence.rules.ts';
import { answerAssignment, verifyOrders } from './order.permissions.ts';
import type { order } from './order.register.ts';
import { orderFeedback } from './order-feedback.register.ts';
import { ASSIGNMENT_REJECTED } from './order-messages.rules.ts';
import { involveLike, loadToAnswer, loadWithOrder, mattersRef, superiorsOf } from './parts.ts';
import { answerersOfUnit } from './people.ts';

const words = (max: number) => z.string().max(max).transform(cleanText);
const filled = (max: number) => words(max).refine((text) => text.length > 0, { params: { required: true } });
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });

type Assignment = RowOf<typeof assignment>;
type Order = RowOf<typeof order>;

export const receive = command('assignments.receive', {
  label: { zh: '签收', en: 'Receive' },
  may: answerAssignment,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['assignment.received'],
  async run(ctx, { id }) {
    const { row, from } = await loadToAnswer(ctx, id);
    const next = await ctx.transition(assignmentLifecycle, row, 'receive', { receivedAt: ctx.now });
    const clocks = await meetClock(ctx, { register: 'assignment', id }, 'receive');
    tell(ctx, 'assignment.received', next, from, clocks);
    return next;
  },
});

export const start = command('assignments.start', {
  label: { zh: '开始办理', en: 'Start' },
  may: answerAssignment,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['assignment.started'],
  async run(ctx, { id }) {
    const { row, from } = await loadToAnswer(ctx, id);
    const next = await ctx.transition(assignmentLifecycle, row, 'start', { startedAt: ctx.now });
    tell(ctx, 'assignment.started', next, from);
    return next;
  },
});

export const giveFeedback = command('assignments.giveFeedback', {
  label: { zh: '反馈', en: 'Give feedback' },
  may: answerAssignment,
  input: z.object({
    id: idInput,
    text: words(2000).optional(),
    /** Ids of files uploaded before by the same person. */
    photos: z.array(idInput).max(20).default([]),
    /** Recordings and papers, kept before like the photos. */
    files: z.array(idInput).max(20).default([]),
    place: pointInput.optional(),
  }),
  output: stepped.extend({ feedbackId: z.string() }),
  records: ['assignment.feedback_given'],
  async run(ctx, { id, text, photos, files, place }) {
    if (!text && photos.length + files.length === 0)
      throw problem('input.required', { label: orderFeedback.fields.text.label }, 'text');
    const { row, from } = await loadToAnswer(ctx, id);
    const feedback = await ctx.insert(orderFeedback, {
      assignmentId: id,
      text: text || null,
      photos,
      files,
      givenAt: ctx.now,
      place: place ?? null,
      givenById: ctx.viewer.personId,
      mark: row.mark,
      ...(place ? {} : { areaCode: row.areaCode }),
    });
    const subject = { register: 'order_feedback', id: feedback.id };
    await involveLike(ctx, { register: 'assignment', id }, subject);
    await attachFiles(ctx, [...photos, ...files], subject);
    const given = evidenceOf({ text, photos: photos.length, files: await mediaTypesOf(ctx, files) });
    const next = await ctx.update(assignment, row, {
      feedbackCount: row.feedbackCount + 1,
      evidenceGiven: sumOf(row.evidenceGiven, given),
    });
    tell(ctx, 'assignment.feedback_given', next, from, [subject], {
      evidence: given,
      ...(text ? { textDigest: textDigest(text) } : {}),
    });
    return { ...next, feedbackId: feedback.id };
  },
});

export const finish = command('assignments.finish', {
  label: { zh: '办结', en: 'Finish' },
  may: answerAssignment,
  input: z.object({ id: idInput, result: words(2000).optional() }),
  output: stepped,
  records: ['assignment.finished', 'message.sent'],
  async run(ctx, { id, result }) {
    const { row, from } = await loadToAnswer(ctx, id);
    const next = await ctx.transition(assignmentLifecycle, row, 'finish', {
      ...(await rolledUp(ctx, row)),
      doneAt: ctx.now,
      ...(result ? { result } : {}),
    });
    const clocks = await meetClock(ctx, { register: 'assignment', id }, 'finish');
    tell(ctx, 'assignment.finished', next, from, clocks, result ? { resultDigest: textDigest(result) } : {});
    await tellFinished(ctx, next, from);
    return next;
  },
});

export const reject = command('assignments.reject', {
  label: { zh: '退回', en: 'Reject' },
  may: answerAssignment,
  input: z.object({ id: idInput, reason: filled(500) }),
  output: stepped,
  records: ['assignment.rejected', 'message.sent'],
  async run(ctx, { id, reason }) {
    const { row, from } = await loadToAnswer(ctx, id);
    const next = await ctx.transition(assignmentLifecycle, row, 'reject', { reason });
    const clocks = await cancelClock(ctx, { register: 'assignment', id });
    tell(ctx, 'assignment.rejected', next, from, clocks, { reasonDigest: textDigest(reason) });
    await sendMessage(ctx, {
      to: row.parentAssignmentId
        ? await superiorsOf(ctx, row, from)
        : [...(await answerersOfUnit(ctx, from.ownerUnitId)), from.createdBy],
      ...told(ASSIGNMENT_REJECTED, { number: from.number ?? '', title: from.title }),
      text: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
      priority: from.priority,
      about: { register: 'assignment', id },
      concerns: mattersRef(from),
    });
    return next;
  },
});

export const verify = command('assignments.verify', {
  label: { zh: '核实', en: 'Verify' },
  may: verifyOrders,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['assignment.verified'],
  async run(ctx, { id }) {
    const { row, from } = await loadWithOrder(ctx, id, verifyOrders);
    if (row.assigneePersonId === ctx.viewer.personId) {
      throw problem('state.guard', { reason: { zh: '不能核实自己办理的任务', en: 'Nobody verifies their own work' } });
    }
    const next = await ctx.transition(assignmentLifecycle, row, 'verify', { verifiedAt: ctx.now });
    tell(ctx, 'assignment.verified', next, from);
    return next;
  },
});

async function mediaTypesOf(ctx: CommandContext, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const rows = await ctx.rows<{ mediaType: string }>(
    sql`select media_type from file where id = any(${[...files]}::uuid[])`,
  );
  return rows.map((one) => one.mediaType);
}

function tell(
  ctx: CommandContext,
  kind: string,
  row: Assignment,
  from: Order,
  others: readonly RecordRef[] = [],
  payload: Readonly<Record<string, unknown>> = {},
): void {
  ctx.fact({
    kind,
    subject: { register: 'assignment', id: row.id },
    concerns: [{ register: 'order', id: from.id }, ...mattersRef(from), ...others],
    payload: { number: from.number, unitId: row.assigneeUnitId, ...payload },
  });
}
