import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { cancelClock, meetClock, startClock } from '../../foundation/clocks/index.ts';
import { sendMessage, stopLadders, told } from '../../foundation/messaging/index.ts';
import type { Mark, RowOf } from '../../foundation/registers/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { experts } from '../experts/expert.register.ts';
import { expertCallLifecycle } from './expert-call.lifecycle.ts';
import { answerCall, callExperts, readCall } from './expert-call.permissions.ts';
import { expertCall, PURPOSES } from './expert-call.register.ts';
import { EXPERT_ANSWERED, EXPERT_CALL_LIMITS, EXPERT_CALLED } from './expert-call.rules.ts';

const { fields: of } = expertCall;
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
type Call = RowOf<typeof expertCall>;

export const refOf = ({ id }: { id: string }) => ({ register: 'expert_call', id });
export const subjectOf = ({
  subjectRegister,
  subjectId,
  expertId,
}: Pick<Call, 'subjectRegister' | 'subjectId' | 'expertId'>) => [
  { register: subjectRegister, id: subjectId },
  { register: 'expert', id: expertId },
];

/** 邀请专家: for a matter that the caller sees; each expert gets a call of their own with the limit of the rule. */
export const make = command('expertCalls.make', {
  label: { zh: '邀请专家', en: 'Call experts' },
  may: callExperts,
  input: z.object({
    experts: z.array(idInput).min(1).max(10),
    subject: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }),
    purpose: of.purpose.input,
    question: of.question.input,
    channel: of.channel.input,
    priority: of.priority.input,
  }),
  output: z.object({ calls: z.array(z.object({ id: z.string(), number: z.string() })) }),
  records: ['expert_call.made', 'message.sent'],
  async run(ctx, { experts: ids, subject, ...input }) {
    if (!(await ctx.maySee(subject.register, subject.id))) throw problem('record.unknown', {}, 'subject');
    const about = await ctx.row<{ mark: Mark; areaCode: string }>(
      sql`select mark, area_code from ${sql.table(subject.register)} where id = ${subject.id}`,
    );
    const rules = ctx.rules(EXPERT_CALL_LIMITS);
    const answerDueAt = new Date(ctx.now.getTime() + rules.values.answerMinutes[input.priority] * 60_000);
    const calls = [];
    for (const [index, expertId] of [...new Set(ids)].entries()) {
      const expert = await ctx.record(experts.register, expertId, experts.read);
      const field = `experts.${index}`;
      if (expert.state !== 'active') throw problem('state.guard', { reason: NOT_IN_POOL }, field);
      if (input.channel === 'system' && !expert.personId) throw problem('state.guard', { reason: NO_LOGIN }, field);
      const row = await ctx.insert(expertCall, {
        ...input,
        expertId,
        subjectRegister: subject.register,
        subjectId: subject.id,
        calledAt: ctx.now,
        answerDueAt,
        answerRule: ruleUsed(rules),
        ...(about ? { mark: about.mark, areaCode: about.areaCode } : {}),
      });
      const clock = await startClock(ctx, {
        subject: refOf(row),
        name: 'answer',
        label: { zh: `专家答复 ${row.number}`, en: `Answer of an expert ${row.number}` },
        from: ctx.now,
        limit: { dueAt: answerDueAt },
        citation: rules.citation,
        ruleVersion: ruleWord(rules),
        concerns: [subject],
      });
      ctx.fact({
        kind: 'expert_call.made',
        subject: refOf(row),
        concerns: [...subjectOf(row), clock],
        payload: { number: row.number, purpose: row.purpose, channel: row.channel, answerDueAt },
      });
      if (expert.personId) {
        await ctx.involve(expertCall, row.id, { personId: expert.personId });
        await sendMessage(ctx, {
          to: [expert.personId],
          ...told(EXPERT_CALLED, {
            number: row.number ?? '',
            unit: ctx.viewer.acting?.unit.shortName ?? '',
            purpose: labelOf(PURPOSES, row.purpose),
          }),
          priority: row.priority,
          about: refOf(row),
          mark: row.mark,
        });
      }
      calls.push({ id: row.id, number: row.number ?? '' });
    }
    return { calls };
  },
});

/** 答复: by the expert, or noted by whoever heard it on the telephone. A later answer takes the place of an earlier one. */
export const answer = command('expertCalls.answer', {
  label: { zh: '答复邀请', en: 'Answer a call' },
  may: answerCall,
  input: z
    .object({
      id: idInput,
      answer: z.enum(['accepted', 'declined']),
      way: of.way.input,
      arrivalMinutes: of.arrivalMinutes.input,
      reason: of.reason.input,
    })
    .refine((given) => given.answer === 'declined' || given.way, { path: ['way'], params: { required: true } })
    .refine((given) => given.answer === 'accepted' || given.reason, { path: ['reason'], params: { required: true } }),
  output: stepped,
  records: ['expert_call.answered', 'message.sent'],
  async run(ctx, { id, answer: given, ...more }) {
    const row = await ctx.load(expertCall, id, answerCall);
    const isAccepted = given === 'accepted';
    const next = await ctx.transition(expertCallLifecycle, row, isAccepted ? 'accept' : 'decline', {
      ...(isAccepted ? { ...more, reason: null } : { way: null, arrivalMinutes: null, reason: more.reason }),
      answeredAt: ctx.now,
      answerNotedById: ctx.viewer.personId,
    });
    const clocks = row.answeredAt ? [] : await meetClock(ctx, refOf(row), 'answer');
    const letters = await stopLadders(ctx, refOf(row), [EXPERT_CALLED.name]);
    ctx.fact({
      kind: 'expert_call.answered',
      subject: refOf(row),
      concerns: [...subjectOf(row), ...clocks, ...letters],
      payload: { number: row.number, answer: given, way: next.way, isLate: ctx.now > row.answerDueAt },
    });
    await sendMessage(ctx, {
      to: row.createdBy === ctx.viewer.personId ? [] : [row.createdBy],
      ...told(EXPERT_ANSWERED, { number: row.number ?? '', answer: expertCallLifecycle.states[given] }),
      priority: row.priority,
      about: refOf(row),
      mark: row.mark,
    });
    return next;
  },
});

export const withdraw = command('expertCalls.withdraw', {
  label: { zh: '撤回邀请', en: 'Withdraw a call' },
  may: callExperts,
  input: z.object({ id: idInput, reason: z.string().trim().min(1).max(500) }),
  output: stepped,
  records: ['expert_call.withdrawn'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(expertCall, id, callExperts);
    const next = await ctx.transition(expertCallLifecycle, row, 'withdraw', { reason });
    const clocks = row.answeredAt ? [] : await cancelClock(ctx, refOf(row));
    const letters = await stopLadders(ctx, refOf(row), [EXPERT_CALLED.name]);
    ctx.fact({
      kind: 'expert_call.withdrawn',
      subject: refOf(row),
      concerns: [...subjectOf(row), ...clocks, ...letters],
      payload: { number: row.number, reason },
    });
    return next;
  },
});

/** A call that may still be advised on, by its expert or by who called. */
export async function callToAdviseOn(ctx: CommandContext, id: string): Promise<Call> {
  const row = await ctx.load(expertCall, id, answerCall);
  if (row.state !== 'accepted') throw problem('state.guard', { reason: NOT_ACCEPTED }, 'callId');
  await ctx.record(expertCall, id, readCall);
  return row;
}

const NOT_IN_POOL = { zh: '该专家已不在库', en: 'This expert is no longer in the pool' };
const NO_LOGIN = {
  zh: '该专家没有关联系统人员，请用电话邀请并代为登记答复',
  en: 'This expert has no login; call by telephone and note the answer',
};
const NOT_ACCEPTED = { zh: '专家应邀后才能提出意见', en: 'Advice follows an accepted call' };
