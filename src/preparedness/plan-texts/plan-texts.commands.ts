import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { planClause } from './plan-clause.register.ts';
import { planTextLifecycle } from './plan-text.lifecycle.ts';
import { keepPlanText } from './plan-text.permissions.ts';
import { PLAN_TEXT_FORMATS, planText } from './plan-text.register.ts';

const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });

/** What was read from a file, as the route gives it; a person confirms it before a plan is made from it. */
export const take = command('planTexts.take', {
  label: { zh: '导入预案文本', en: 'Read a plan from a file' },
  may: keepPlanText,
  perMinute: 20,
  input: z.object({
    title: planText.fields.title.input,
    fileName: planText.fields.fileName.input,
    format: z.enum(PLAN_TEXT_FORMATS.map(({ id }) => id)),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    clauses: z
      .array(
        z.object({
          depth: z.number().int().min(0).max(9),
          kind: z.enum(['preface', 'clause', 'annex']),
          number: z.string().max(60),
          heading: z.string().max(400),
          body: z.string().max(1_000_000),
          tables: z.array(z.array(z.array(z.string()))),
        }),
      )
      .min(1)
      .max(5000),
  }),
  output: answer.extend({ clauses: z.number() }),
  records: ['plan_text.taken'],
  async run(ctx, { clauses, ...given }) {
    const row = await ctx.insert(planText, given);
    const { ownerUnitId, areaCode } = row;
    await ctx.insertMany(
      planClause,
      clauses.map(({ kind, number, tables, ...clause }, position) => ({
        ...clause,
        textId: row.id,
        position,
        clauseKind: kind,
        clauseNumber: number || null,
        tables: tables.length > 0 ? tables : null,
        ownerUnitId,
        areaCode,
      })),
    );
    ctx.fact({
      kind: 'plan_text.taken',
      subject: { register: 'plan_text', id: row.id },
      payload: { title: row.title, sha256: row.sha256, clauses: clauses.length },
    });
    return { ...row, clauses: clauses.length };
  },
});

/** A reader is no judge: what it took for a heading or put too deep is put right by a person before the text is confirmed. */
export const correctClause = command('planTexts.correctClause', {
  label: { zh: '更正条款', en: 'Correct a clause' },
  may: keepPlanText,
  perMinute: 240,
  input: z.object({
    id: idInput,
    clauseId: idInput,
    depth: z.number().int().min(0).max(9).optional(),
    clauseNumber: planClause.fields.clauseNumber.input.optional(),
    heading: planClause.fields.heading.input.optional(),
    /** It is no clause: its words go to the end of the one before it. */
    joinsBefore: z.boolean().optional(),
  }),
  output: answer,
  records: ['plan_text.corrected'],
  async run(ctx, { id, clauseId, joinsBefore, depth, clauseNumber, heading }) {
    const row = await ctx.load(planText, id);
    if (row.state !== 'read') throw problem('state.guard', { reason: CONFIRMED });
    const clause = await ctx.load(planClause, clauseId);
    if (clause.textId !== id) throw problem('record.unknown', {}, 'clauseId');
    if (joinsBefore) {
      const before = await ctx.row<{ id: string }>(sql`
        select id from plan_clause where text_id = ${id} and position < ${clause.position} order by position desc limit 1`);
      if (!before) throw problem('state.guard', { reason: FIRST });
      const into = await ctx.load(planClause, before.id);
      const words = [`${clause.clauseNumber ?? ''}${clause.heading ?? ''}`, clause.body ?? ''].filter(Boolean);
      await ctx.update(planClause, into, {
        body: [into.body ?? '', ...words].filter(Boolean).join('\n'),
        tables: [...(into.tables ?? []), ...(clause.tables ?? [])],
      });
      ctx.write(sql`delete from plan_clause where id = ${clauseId}`);
    } else {
      await ctx.update(planClause, clause, {
        ...(depth === undefined ? {} : { depth }),
        ...(clauseNumber === undefined ? {} : { clauseNumber }),
        ...(heading === undefined ? {} : { heading }),
      });
    }
    const next = await ctx.update(planText, row, {});
    ctx.fact({
      kind: 'plan_text.corrected',
      subject: { register: 'plan_text', id },
      payload: { clause: clause.clauseNumber, joinsBefore: joinsBefore ?? false },
    });
    return next;
  },
});

export const confirm = command('planTexts.confirm', {
  label: { zh: '核对无误', en: 'Confirm a text' },
  may: keepPlanText,
  input: z.object({ id: idInput, title: planText.fields.title.input }),
  output: answer,
  records: ['plan_text.confirmed'],
  async run(ctx, { id, title }) {
    const row = await ctx.transition(planTextLifecycle, await ctx.load(planText, id), 'confirm', {
      title,
      confirmedAt: ctx.now,
    });
    ctx.fact({ kind: 'plan_text.confirmed', subject: { register: 'plan_text', id }, payload: { title } });
    return row;
  },
});

export const discard = command('planTexts.discard', {
  label: { zh: '弃用文本', en: 'Discard a text' },
  may: keepPlanText,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(500) }),
  output: answer,
  records: ['plan_text.discarded'],
  async run(ctx, { id, reason }) {
    const row = await ctx.transition(planTextLifecycle, await ctx.load(planText, id), 'discard', { reason });
    ctx.fact({ kind: 'plan_text.discarded', subject: { register: 'plan_text', id }, payload: { reason } });
    return row;
  },
});

const CONFIRMED = { zh: '已核对的文本不再改动', en: 'A text that was confirmed is not changed' };
const FIRST = { zh: '它前面没有条款', en: 'No clause stands before it' };
