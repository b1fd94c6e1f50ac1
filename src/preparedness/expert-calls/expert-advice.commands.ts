import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { attachFiles } from '../../foundation/files/index.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { expertAdvice } from './expert-advice.register.ts';
import { expertAdviceLifecycle } from './expert-call.lifecycle.ts';
import { answerCall, decideAdvice } from './expert-call.permissions.ts';
import { ADVICE_GIVEN } from './expert-call.rules.ts';
import { callToAdviseOn, subjectOf } from './expert-calls.commands.ts';

const { fields: of } = expertAdvice;
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
const factOf = (row: RowOf<typeof expertAdvice>) => ({
  subject: { register: 'expert_advice', id: row.id },
  concerns: [{ register: 'expert_call', id: row.callId }, ...subjectOf(row)],
});

/** 提出意见: as often as the matter asks for it; each piece is decided on by itself. */
export const give = command('expertAdvice.give', {
  label: { zh: '提出专家意见', en: 'Give advice' },
  may: answerCall,
  input: z.object({ callId: idInput, advice: of.advice.input, files: of.files.input }),
  output: z.object({ id: z.string(), version: z.number() }),
  records: ['expert_advice.given', 'message.sent'],
  async run(ctx, { callId, advice, files }) {
    const call = await callToAdviseOn(ctx, callId);
    const { expertId, subjectRegister, subjectId, mark, areaCode, ownerUnitId } = call;
    const row = await ctx.insert(expertAdvice, {
      callId,
      expertId,
      subjectRegister,
      subjectId,
      advice,
      files,
      givenAt: ctx.now,
      mark,
      areaCode,
      // It belongs to those who asked, whoever wrote it down.
      ownerUnitId,
    });
    await ctx.involve(expertAdvice, row.id, { personId: ctx.viewer.personId });
    await attachFiles(ctx, files, { register: 'expert_advice', id: row.id });
    ctx.fact({ kind: 'expert_advice.given', ...factOf(row), payload: { number: call.number, files: files.length } });
    await sendMessage(ctx, {
      to: call.createdBy === ctx.viewer.personId ? [] : [call.createdBy],
      ...told(ADVICE_GIVEN, { number: call.number ?? '' }),
      priority: call.priority,
      about: { register: 'expert_call', id: callId },
      mark,
    });
    return row;
  },
});

/** 采纳: followed, partly, or not; whoever does not follow advice says why. */
export const decide = command('expertAdvice.decide', {
  label: { zh: '决定是否采纳', en: 'Decide on advice' },
  may: decideAdvice,
  input: z
    .object({ id: idInput, adoption: z.enum(['adopted', 'partly', 'not_adopted']), reason: of.adoptionReason.input })
    .refine(({ adoption, reason }) => adoption === 'adopted' || reason, {
      path: ['reason'],
      params: { required: true },
    }),
  output: stepped,
  records: ['expert_advice.decided'],
  async run(ctx, { id, adoption, reason }) {
    const row = await ctx.load(expertAdvice, id, decideAdvice);
    const next = await ctx.transition(expertAdviceLifecycle, row, 'decide', {
      adoption,
      adoptionReason: reason,
      decidedAt: ctx.now,
      decidedById: ctx.viewer.personId,
    });
    ctx.fact({ kind: 'expert_advice.decided', ...factOf(row), payload: { adoption } });
    return next;
  },
});

/** 评价: how good the advice turned out to be, one to five. */
export const evaluate = command('expertAdvice.evaluate', {
  label: { zh: '评价专家意见', en: 'Evaluate advice' },
  may: decideAdvice,
  input: z.object({ id: idInput, score: z.number().int().min(1).max(5), evaluation: of.evaluation.input }),
  output: stepped,
  records: ['expert_advice.evaluated'],
  async run(ctx, { id, score, evaluation }) {
    const row = await ctx.load(expertAdvice, id, decideAdvice);
    const next = await ctx.transition(expertAdviceLifecycle, row, 'evaluate', {
      score,
      evaluation,
      evaluatedAt: ctx.now,
    });
    ctx.fact({ kind: 'expert_advice.evaluated', ...factOf(row), payload: { score } });
    return next;
  },
});
