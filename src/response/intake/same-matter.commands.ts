import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { reviveClock } from '../../foundation/clocks/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { showTime } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { decided, fileReport, intakeInput, receivedPayload } from './intake.commands.ts';
import { intakeLifecycle } from './intake.lifecycle.ts';
import { INTAKE_DUPLICATE } from './intake.messages.rules.ts';
import { decideIntake, takeIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';
import { joinedTo, refTo, tellReporter } from './outcomes.commands.ts';

const ITSELF = { zh: '不能并入自己', en: 'it cannot be merged into itself' };
const OPENED = { zh: '{number} 已立案，请并入它的事件', en: '{number} became an incident: merge into that' };
const { states } = intakeLifecycle;

/**
 * 并入接报: two calls of one matter before there is an incident. The other stands for both; each keeps its words, its number and its
 * clock. Both are locked, the elder first, so that of two officers who merge them at once one wins and the other is told why.
 */
export const join = command('intake.join', {
  label: { zh: '并入接报', en: 'Merge a report into another' },
  may: decideIntake,
  input: z.object({ id: idInput, intoId: idInput }),
  output: decided,
  records: ['intake.joined', 'message.sent'],
  async run(ctx, { id, intoId }) {
    if (id === intoId) throw problem('input.field', { label: intake.fields.sameAsId.label, reason: ITSELF }, 'intoId');
    const rows = new Map<string, RowOf<typeof intake>>();
    for (const one of [id, intoId].toSorted()) rows.set(one, await ctx.load(intake, one));
    const [row, head] = [rows.get(id), rows.get(intoId)];
    if (!row || !head) throw problem('record.unknown', {}, 'intoId');
    await mayStandForBoth(ctx, head);
    const joined = await ctx.transition(intakeLifecycle, row, 'join', { sameAsId: head.id });
    const followers = await joinedTo(ctx, row.id);
    ctx.write(sql`update intake set same_as_id = ${head.id}, version = version + 1, changed_at = ${ctx.now},
      changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}
      where same_as_id = ${row.id} and state = 'duplicate'`);
    ctx.fact({
      kind: 'intake.joined',
      subject: refTo(row.id),
      concerns: [refTo(head.id), ...followers.map((one) => refTo(one.id))],
      payload: { number: row.number, into: head.number },
    });
    await tellReporter(ctx, joined, INTAKE_DUPLICATE);
    return joined;
  },
});

/** What is decided already stands for nothing: who decided it, and what it is now, is said. */
async function mayStandForBoth(ctx: CommandContext, head: RowOf<typeof intake>): Promise<void> {
  if (head.state === 'received' || head.state === 'verifying') return;
  if (head.state === 'accepted') {
    const named = (text: string) => text.replace('{number}', head.number ?? '');
    throw problem('state.guard', { reason: { zh: named(OPENED.zh), en: named(OPENED.en) } });
  }
  const who = await ctx.row<{ name: string }>(sql`select name from person where id = ${head.changedBy}`);
  throw problem('state.taken', {
    who: who?.name ?? '',
    at: showTime(head.changedAt, ctx.now),
    state: states[head.state as keyof typeof states],
    transition: intakeLifecycle.transitions.join.label,
  });
}

/** 撤销并入: what was another matter stands by itself again. Its limit is the one it had, from the time known. */
export const leave = command('intake.leave', {
  label: { zh: '撤销并入接报', en: 'Undo the merge of a report' },
  may: decideIntake,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(500) }),
  output: decided,
  records: ['intake.left'],
  async run(ctx, { id, reason }) {
    const before = await ctx.load(intake, id);
    const row = await ctx.transition(intakeLifecycle, before, 'unmerge', { sameAsId: null, incidentId: null });
    ctx.fact({
      kind: 'intake.left',
      subject: refTo(id),
      concerns: [
        ...(before.sameAsId ? [refTo(before.sameAsId)] : []),
        ...(before.incidentId ? [{ register: 'incident', id: before.incidentId }] : []),
        // The other was found false meanwhile and nothing was owed: of this one a report is.
        ...(await reviveClock(ctx, refTo(id), 'initial_report')),
      ],
      payload: { number: row.number, reason },
    });
    return row;
  },
});

/** 拆分: one call told of two matters. The second becomes a report of its own, known at the same moment from the same caller. */
export const split = command('intake.split', {
  label: { zh: '拆分接报', en: 'Split a report' },
  may: takeIntake,
  input: intakeInput
    .omit({ mark: true, sourceChannel: true, knownAt: true, callerName: true, callerPhone: true })
    .extend({ id: idInput }),
  output: z.object({ id: z.string(), number: z.string() }),
  records: ['intake.split', 'intake.received'],
  async run(ctx, { id, ...matter }) {
    const { sourceChannel, knownAt, callerName, callerPhone, mark, number } = await ctx.load(intake, id);
    const { row, clock } = await fileReport(ctx, {
      ...{ ...matter, sourceChannel, knownAt, callerName, callerPhone, mark, splitFromId: id },
    });
    ctx.fact({
      kind: 'intake.received',
      subject: refTo(row.id),
      happenedAt: knownAt,
      concerns: [clock],
      payload: receivedPayload(row),
    });
    ctx.fact({
      kind: 'intake.split',
      subject: refTo(id),
      concerns: [refTo(row.id)],
      payload: { number, into: row.number },
    });
    return { id: row.id, number: row.number ?? '' };
  },
});
