import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import { ISSUE_RECORDS, issueOrder, OPEN_STATES } from '../../foundation/orders/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { leaderInstructionLifecycle } from './leader-instruction.lifecycle.ts';
import { registerInstruction } from './leader-instruction.permissions.ts';
import { leaderInstruction } from './leader-instruction.register.ts';
import { INSTRUCTION_ANSWERED, INSTRUCTION_FINISHED } from './leader-instruction.rules.ts';

const { fields: of } = leaderInstruction;
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };
const IN_PAST = { zh: '早于现在', en: 'lies in the past' };

export const refOf = ({ id }: { id: string }) => ({ register: 'leader_instruction', id });
const concernsOf = ({ incidentId, orderId }: RowOf<typeof leaderInstruction>) => [
  ...(incidentId ? [{ register: 'incident', id: incidentId }] : []),
  ...(orderId ? [{ register: 'order', id: orderId }] : []),
];

/** 登记批示: the words or a photo of them, whom they bind and until when; carried out as one order to all units named. */
export const register = command('leaderInstructions.register', {
  label: { zh: '登记批示', en: 'Register an instruction' },
  may: registerInstruction,
  input: z.object({
    subject: of.subject.input,
    text: of.text.input,
    photos: of.photos.input,
    leaderId: idInput,
    givenAt: of.givenAt.input,
    incidentId: idInput.optional(),
    dueAt: of.dueAt.input,
    units: z.array(idInput).min(1).max(20),
  }),
  output: stepped.extend({ number: z.string(), orderId: z.string() }),
  records: ['leader_instruction.registered', ...ISSUE_RECORDS],
  async run(ctx, { units, incidentId, ...input }) {
    if (!input.text && input.photos.length === 0) throw problem('input.required', { label: of.text.label }, 'text');
    if (liesAfter(input.givenAt, ctx.now))
      throw problem('input.field', { label: of.givenAt.label, reason: IN_FUTURE }, 'givenAt');
    if (input.dueAt <= ctx.now) throw problem('input.field', { label: of.dueAt.label, reason: IN_PAST }, 'dueAt');
    const leader = await ctx.row<{ name: string }>(sql`select name from person where id = ${input.leaderId}`);
    if (!leader) throw problem('record.unknown', {}, 'leaderId');
    const unitIds = [...new Set(units)];
    const known = await ctx.rows<{ id: string }>(sql`select id from unit where id = any(${unitIds}::uuid[])`);
    for (const [index, id] of unitIds.entries())
      if (!known.some((unit) => unit.id === id)) throw problem('record.unknown', {}, `units.${index}`);
    const matter = incidentId ? await ctx.record(incident, incidentId, readIncident) : undefined;
    const made = await ctx.insert(leaderInstruction, {
      ...input,
      incidentId: incidentId ?? null,
      ...(matter ? { mark: matter.mark, areaCode: matter.areaCode } : {}),
    });
    for (const unitId of unitIds) await ctx.involve(leaderInstruction, made.id, { unitId });
    const order = await issueOrder(ctx, {
      concerns: matter ? { register: 'incident', id: matter.id } : refOf(made),
      title: `落实批示：${made.subject}`,
      content: `${leader.name} ${officialTime(made.givenAt)}批示（${made.number}）：${made.text ?? '见批示原件'}`,
      priority: 'urgent',
      evidenceAsked: { text: 1 },
      basisClause: made.number ?? '',
      finishDueAt: made.dueAt,
      assignees: unitIds.map((unitId) => ({ unitId })),
    });
    const row = await ctx.update(leaderInstruction, made, { orderId: order.id });
    ctx.fact({
      kind: 'leader_instruction.registered',
      subject: refOf(row),
      happenedAt: row.givenAt,
      concerns: concernsOf(row),
      payload: { number: row.number, title: row.subject, units: unitIds, dueAt: row.dueAt },
    });
    return { ...row, number: row.number ?? '', orderId: order.id };
  },
});

/** 反馈领导: what came of it, in words; the leader is told. */
export const answer = command('leaderInstructions.answer', {
  label: { zh: '反馈领导', en: 'Answer the leader' },
  may: registerInstruction,
  input: z.object({ id: idInput, answer: z.string().trim().min(2).max(2000) }),
  output: stepped,
  records: ['leader_instruction.answered', 'message.sent'],
  async run(ctx, { id, answer: words }) {
    const row = await ctx.transition(leaderInstructionLifecycle, await ctx.load(leaderInstruction, id), 'answer', {
      answer: words,
      answeredAt: ctx.now,
    });
    ctx.fact({
      kind: 'leader_instruction.answered',
      subject: refOf(row),
      concerns: concernsOf(row),
      payload: { number: row.number, title: row.subject, isLate: ctx.now > row.dueAt },
    });
    await ctx.involve(leaderInstruction, id, { personId: row.leaderId });
    await sendMessage(ctx, {
      to: row.leaderId === ctx.viewer.personId ? [] : [row.leaderId],
      ...told(INSTRUCTION_ANSWERED, { number: row.number ?? '' }),
      about: refOf(row),
      mark: row.mark,
    });
    return row;
  },
});

/** When the last part of its order has ended, whoever registered the instruction is asked to answer the leader. */
export async function finish(ctx: CommandContext, assignmentId: string): Promise<void> {
  const found = await ctx.row<{ id: string; open: number }>(sql`
    select l.id, (select count(*)::int from assignment a where a.order_id = l.order_id
        and a.state = any(${[...OPEN_STATES]}::text[])
        and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)) as open
    from leader_instruction l
    where l.order_id = (select order_id from assignment where id = ${assignmentId}) and l.state = 'under_way'`);
  if (!found || found.open > 0) return;
  const row = await ctx.transition(leaderInstructionLifecycle, await ctx.load(leaderInstruction, found.id), 'finish', {
    finishedAt: ctx.now,
  });
  ctx.fact({
    kind: 'leader_instruction.finished',
    subject: refOf(row),
    concerns: concernsOf(row),
    payload: { number: row.number, title: row.subject, isLate: ctx.now > row.dueAt },
  });
  await sendMessage(ctx, {
    to: [row.createdBy],
    ...told(INSTRUCTION_FINISHED, { number: row.number ?? '' }),
    about: refOf(row),
    mark: row.mark,
  });
}
