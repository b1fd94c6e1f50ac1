import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import type { CommandContext } from '../../api/context.ts';
import { command } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { holdFile } from '../file.permissions.ts';
import { fileHoldLifecycle } from './file-hold.lifecycle.ts';
import { fileHold } from './file-hold.register.ts';

const { caseNumber } = fileHold.fields;
const reason = z.string().transform(cleanText).pipe(z.string().min(2).max(500));

export const place = command('fileHolds.place', {
  label: { zh: '证据保全', en: 'Place a legal hold' },
  may: holdFile,
  input: z.object({ register: z.string().max(60), recordId: idInput, reason, caseNumber: caseNumber.input.optional() }),
  output: z.object({ id: z.string(), state: z.string() }),
  records: ['file_hold.placed'],
  async run(ctx, { register, recordId, reason: why, caseNumber: number }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const subject = { register, id: recordId };
    const row = await ctx.insert(fileHold, {
      subjectRegister: register,
      subjectId: recordId,
      reason: why,
      caseNumber: number ?? null,
    });
    ctx.fact({
      kind: 'file_hold.placed',
      subject: { register: 'file_hold', id: row.id },
      concerns: await concernsOf(ctx, subject),
      payload: { reason: why, ...(number ? { caseNumber: number } : {}) },
    });
    return row;
  },
});

export const lift = command('fileHolds.lift', {
  label: { zh: '解除证据保全', en: 'Lift a legal hold' },
  may: holdFile,
  input: z.object({ id: idInput, reason }),
  output: z.object({ id: z.string(), state: z.string() }),
  records: ['file_hold.lifted'],
  async run(ctx, { id, reason: why }) {
    const row = await ctx.load(fileHold, id);
    const after = await ctx.transition(fileHoldLifecycle, row, 'lift', {
      liftedAt: ctx.now,
      liftedBy: ctx.viewer.isSystem ? null : ctx.viewer.personId,
      liftReason: why,
    });
    ctx.fact({
      kind: 'file_hold.lifted',
      subject: { register: 'file_hold', id },
      concerns: await concernsOf(ctx, { register: row.subjectRegister, id: row.subjectId }),
      payload: { reason: why },
    });
    return after;
  },
});

/** The hold stands on the timeline of what it binds, and in the custody of every file that belongs to it now. */
async function concernsOf(ctx: CommandContext, subject: { register: string; id: string }) {
  const files = await ctx.rows<{ id: string }>(sql`select id from file
    where subject_register = ${subject.register} and subject_id = ${subject.id} order by id limit 200`);
  return [subject, ...files.map(({ id }) => ({ register: 'file', id }))];
}
