import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { sendMessage, TO_PHONE_AND_DESK, told } from '../messaging/index.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import { assertWithinReach, cancelPart, cancelParts, loadPartOfOwn } from './delegation.ts';
import { announce, assigneeOf, insertAssignment } from './issue.ts';
import { answerAssignment, readAssignment } from './order.permissions.ts';
import { ORDER_REMINDED } from './order-messages.rules.ts';
import { loadToAnswer, mattersRef, OPEN_STATES } from './parts.ts';
import { checkAssignee, peopleOf } from './people.ts';

const filled = (max: number) =>
  z
    .string()
    .max(max)
    .transform(cleanText)
    .refine((text) => text.length > 0, { params: { required: true } });
const TOO_LATE = { zh: '不能晚于上级任务的办结时限', en: 'it may not be later than the limit of the part above' };

/** 分派: the answering unit cuts its part into parts for its own people and the units below it. */
export const delegate = command('assignments.delegate', {
  label: { zh: '分派', en: 'Delegate' },
  may: answerAssignment,
  input: z.object({
    id: idInput,
    parts: z
      .array(
        z.object({
          unitId: idInput,
          personId: idInput.optional(),
          postId: idInput.optional(),
          task: filled(500),
          finishDueAt: instantInput.optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
  output: z.object({ id: z.string(), state: z.string(), assignments: z.array(z.object({ id: z.string() })) }),
  records: ['assignment.delegated', 'assignment.issued', 'assignment.started', 'message.sent'],
  async run(ctx, { id, parts }) {
    const { row, from } = await loadToAnswer(ctx, id);
    if (row.state !== 'received' && row.state !== 'under_way') {
      throw problem('state.guard', { reason: { zh: '请先签收再分派', en: 'Receive it before delegating' } });
    }
    const limit = row.finishDueAt ?? from.finishDueAt;
    for (const [index, { task: _, finishDueAt, ...to }] of parts.entries()) {
      await checkAssignee(ctx, to, `parts.${index}`);
      await assertWithinReach(ctx, row, to, `parts.${index}`);
      if (finishDueAt && limit && finishDueAt > limit) {
        const { label } = assignment.fields.finishDueAt;
        throw problem('input.field', { label, reason: TOO_LATE }, `parts.${index}.finishDueAt`);
      }
    }
    const concerns = [{ register: 'order', id: from.id }, ...mattersRef(from)];
    const subject = { register: 'assignment', id };
    let parent = row;
    if (row.state === 'received') {
      parent = await ctx.transition(assignmentLifecycle, row, 'start', { startedAt: ctx.now });
      const payload = { number: from.number, unitId: row.assigneeUnitId };
      ctx.fact({ kind: 'assignment.started', subject, concerns, payload });
    }
    const children = [];
    for (const { task, finishDueAt, ...to } of parts) {
      children.push(
        await insertAssignment(ctx, from, to, {
          parentAssignmentId: id,
          task,
          finishDueAt: finishDueAt ?? row.finishDueAt,
        }),
      );
    }
    ctx.fact({
      kind: 'assignment.delegated',
      subject,
      concerns: [...concerns, ...children.map((child) => ({ register: 'assignment', id: child.id }))],
      payload: { number: from.number, parts: children.length, unitIds: parts.map(({ unitId }) => unitId) },
    });
    await announce(
      ctx,
      children.map((child) => ({ order: from, assignment: child })),
      [subject],
    );
    return { id, state: parent.state, assignments: children.map((child) => ({ id: child.id })) };
  },
});

/** 收回: whoever delegated calls a part off, with the reason; everything below it ends with it. */
export const withdraw = command('assignments.withdraw', {
  label: { zh: '收回分派', en: 'Take a part back' },
  may: answerAssignment,
  input: z.object({ id: idInput, reason: filled(500) }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['assignment.cancelled', 'message.sent'],
  async run(ctx, { id, reason }) {
    let from: Awaited<ReturnType<typeof loadToAnswer>>['from'] | undefined;
    const row = await loadPartOfOwn(ctx, id, async (parentId) => {
      ({ from } = await loadToAnswer(ctx, parentId));
    });
    if (!from) throw problem('record.unknown', {}, 'id');
    await cancelParts(ctx, from, id, reason, 'withdraw');
    return cancelPart(ctx, from, row, reason, 'withdraw');
  },
});

/** 催办分派: all silent parts of one part are asked again by the unit that delegated them. */
export const remindParts = command('assignments.remindParts', {
  label: { zh: '催办分派', en: 'Remind the delegated parts' },
  may: answerAssignment,
  perMinute: 30,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string(), reminded: z.number() }),
  records: ['assignment.parts_reminded', 'message.sent'],
  async run(ctx, { id }) {
    const { row, from } = await loadToAnswer(ctx, id);
    const open = await ctx.rows<{ id: string }>(sql`select id from assignment
      where parent_assignment_id = ${id} and state = any(${[...OPEN_STATES]}::text[]) order by id`);
    if (open.length === 0) {
      throw problem('state.guard', { reason: { zh: '没有待办的分派任务', en: 'No delegated part is open' } });
    }
    const parts = [];
    for (const one of open) parts.push(await ctx.record(assignment, one.id, readAssignment));
    const people = await peopleOf(ctx, parts.map(assigneeOf));
    ctx.fact({
      kind: 'assignment.parts_reminded',
      subject: { register: 'assignment', id },
      concerns: [{ register: 'order', id: from.id }, ...mattersRef(from)],
      payload: { number: from.number, parts: parts.length, people: new Set(people.flat()).size },
    });
    for (const [index, part] of parts.entries()) {
      await sendMessage(ctx, {
        to: people[index] ?? [],
        ...told(ORDER_REMINDED, {
          number: from.number ?? '',
          title: part.task ?? from.title,
          asked: { zh: '请尽快办理并反馈', en: 'Please act and report' },
        }),
        priority: from.priority,
        channels: TO_PHONE_AND_DESK,
        about: { register: 'assignment', id: part.id },
        mark: row.mark,
      });
    }
    return { id, reminded: parts.length };
  },
});
