import { sql } from 'kysely';
import { z } from 'zod';
import { localTime } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { destroyKeys, textDigest } from '../personal-data/index.ts';
import type { RowOf } from '../registers/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { ruleUsed } from '../rule-sets/define.ts';
import { assessRetention, decideDestruction, prepareDestruction } from './data-protection.permissions.ts';
import { destructionSheetLifecycle } from './destruction-sheet.lifecycle.ts';
import { destructionSheet, type SheetPart } from './destruction-sheet.register.ts';
import { dueGroups, dueIds } from './due.ts';
import { PERSONAL_DATA_RETENTION } from './retention.rules.ts';
import { retentionAssessment } from './retention-assessment.register.ts';

type Sheet = RowOf<typeof destructionSheet>;

const reason = z.string().transform(cleanText).pipe(z.string().min(2).max(500));
const answer = z.object({ id: z.string(), number: z.string().nullable(), state: z.string() });
/** Of one sheet; what is left comes on the next. */
const MOST_RECORDS = 500;
const subject = (row: Sheet) => ({ register: 'destruction_sheet', id: row.id });
const causeOf = ({ causeRegister, causeId }: { causeRegister: string | null; causeId: string | null }) =>
  causeRegister && causeId ? { register: causeRegister, id: causeId } : undefined;

/** Puts what is due of one matter, or of one register that serves none, on a sheet. */
export const prepare = command('destructionSheets.prepare', {
  label: { zh: '编制销毁单', en: 'Prepare a destruction sheet' },
  may: prepareDestruction,
  input: z.object({
    causeRegister: z.string().max(60).optional(),
    causeId: idInput.optional(),
    /** For what serves no matter. */
    register: z.string().max(60).optional(),
    reason,
  }),
  output: answer,
  records: ['destruction_sheet.prepared'],
  async run(ctx, { causeRegister = null, causeId = null, register, reason: why }) {
    const cause = causeOf({ causeRegister, causeId });
    const groups = (await dueGroups(ctx)).filter(
      (one) =>
        one.due > 0 &&
        one.causeRegister === (cause?.register ?? null) &&
        one.causeId === (cause?.id ?? null) &&
        (cause !== undefined || one.register === register),
    );
    if (groups.length === 0) throw problem('personal.nothing_due');
    const parts: SheetPart[] = [];
    let left = MOST_RECORDS;
    for (const group of groups) {
      assertFree(ctx, group);
      const definition = ctx.catalogue.registers.get(group.register);
      const ids = definition && left > 0 ? await dueIds(ctx, definition, cause, left) : [];
      if (ids.length > 0) parts.push({ register: group.register, ids });
      left -= ids.length;
    }
    await assertOnNoSheet(ctx, parts);
    const row = await ctx.insert(destructionSheet, {
      causeRegister: cause?.register ?? null,
      causeId: cause?.id ?? null,
      title: await titleOf(ctx, cause, parts),
      reason: why,
      parts,
      recordCount: MOST_RECORDS - left,
      rule: ruleUsed(ctx.rules(PERSONAL_DATA_RETENTION)),
      preparedBy: ctx.viewer.personId,
    });
    ctx.fact({
      kind: 'destruction_sheet.prepared',
      subject: subject(row),
      concerns: cause ? [cause] : [],
      payload: { number: row.number, reason: why, records: row.recordCount },
    });
    return row;
  },
});

/** Destroys, for good: every key of the sheet in this transaction, the proof on the sheet, a fact for every record. */
export const approve = command('destructionSheets.approve', {
  label: { zh: '批准并销毁', en: 'Approve and destroy' },
  may: decideDestruction,
  input: z.object({ id: idInput, decision: reason.optional() }),
  output: answer.extend({ keyCount: z.number().nullable(), keysDigest: z.string().nullable() }),
  records: ['destruction_sheet.approved', 'personal_data.destroyed'],
  async run(ctx, { id, decision }) {
    const row = await othersSheet(ctx, id);
    const cause = causeOf(row);
    const parts = row.parts ?? [];
    for (const group of await dueGroups(ctx)) {
      const isOnSheet = group.causeId === row.causeId && parts.some((part) => part.register === group.register);
      if (isOnSheet) assertFree(ctx, group);
    }
    const digests: string[] = [];
    let keyCount = 0;
    for (const part of parts) {
      const gone = await destroyKeys(ctx, part.register, part.ids);
      digests.push(`${part.register}:${gone.digest}`);
      keyCount += gone.ids.length;
      for (const record of gone.ids) {
        ctx.fact({
          kind: 'personal_data.destroyed',
          subject: { register: part.register, id: record },
          payload: { reason: row.reason, sheet: row.number, keys: 1 },
        });
      }
    }
    const keysDigest = textDigest(digests.sort().join('\n'));
    const after = await ctx.transition(destructionSheetLifecycle, row, 'approve', {
      decidedBy: ctx.viewer.personId,
      decidedAt: ctx.now,
      decision: decision ?? null,
      keyCount,
      keysDigest,
    });
    ctx.fact({
      kind: 'destruction_sheet.approved',
      subject: subject(row),
      concerns: cause ? [cause] : [],
      payload: { number: row.number, records: row.recordCount, keys: keyCount, keysDigest },
    });
    return after;
  },
});

export const reject = command('destructionSheets.reject', {
  label: { zh: '不予销毁', en: 'Reject a destruction' },
  may: decideDestruction,
  input: z.object({ id: idInput, decision: reason }),
  output: answer,
  records: ['destruction_sheet.rejected'],
  async run(ctx, { id, decision }) {
    const row = await othersSheet(ctx, id);
    const after = await ctx.transition(destructionSheetLifecycle, row, 'reject', {
      decidedBy: ctx.viewer.personId,
      decidedAt: ctx.now,
      decision,
    });
    ctx.fact({
      kind: 'destruction_sheet.rejected',
      subject: subject(row),
      payload: { number: row.number, reason: decision },
    });
    return after;
  },
});

export const withdraw = command('destructionSheets.withdraw', {
  label: { zh: '撤回销毁单', en: 'Withdraw a destruction sheet' },
  may: prepareDestruction,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['destruction_sheet.withdrawn'],
  async run(ctx, { id }) {
    const row = await ctx.load(destructionSheet, id);
    const after = await ctx.transition(destructionSheetLifecycle, row, 'withdraw');
    ctx.fact({ kind: 'destruction_sheet.withdrawn', subject: subject(row), payload: { number: row.number } });
    return after;
  },
});

/** 留存须评估: without these words, and the name under them, nothing stays longer than the rule says. */
export const assess = command('retentionAssessments.make', {
  label: { zh: '作出留存评估', en: 'Assess that personal data stay' },
  may: assessRetention,
  input: z.object({
    causeRegister: z.string().max(60),
    causeId: idInput,
    assessment: z.string().transform(cleanText).pipe(z.string().min(20).max(4000)),
    keepUntil: retentionAssessment.fields.keepUntil.input,
  }),
  output: z.object({ id: z.string() }),
  records: ['retention_assessment.made'],
  async run(ctx, { causeRegister, causeId, assessment, keepUntil }) {
    if (!(await ctx.maySee(causeRegister, causeId))) throw problem('record.unknown', {}, 'causeId');
    const { year, month, day } = localTime(ctx.now);
    const today = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (String(keepUntil) <= today) {
      const label = retentionAssessment.fields.keepUntil.label;
      throw problem('input.field', { label, reason: { zh: '须晚于今天', en: 'must lie ahead' } }, 'keepUntil');
    }
    const row = await ctx.insert(retentionAssessment, {
      causeRegister,
      causeId,
      assessment,
      keepUntil,
      assessedBy: ctx.viewer.personId,
    });
    ctx.fact({
      kind: 'retention_assessment.made',
      subject: { register: 'retention_assessment', id: row.id },
      concerns: [{ register: causeRegister, id: causeId }],
      payload: { keepUntil: String(keepUntil), reason: assessment },
    });
    return row;
  },
});

async function othersSheet(ctx: CommandContext, id: string): Promise<Sheet> {
  const row = await ctx.load(destructionSheet, id);
  if (row.preparedBy === ctx.viewer.personId) throw problem('personal.same_person');
  return row;
}

function assertFree(ctx: CommandContext, group: { isHeld: boolean; keepUntil: string | null }): void {
  if (group.isHeld) throw problem('personal.held');
  const { year, month, day } = localTime(ctx.now);
  const today = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (group.keepUntil && group.keepUntil >= today) throw problem('personal.kept', { until: group.keepUntil });
}

/** A record stands on one open sheet at most. */
async function assertOnNoSheet(ctx: CommandContext, parts: readonly SheetPart[]): Promise<void> {
  const ids = parts.flatMap((part) => part.ids);
  const found = await ctx.row<{ number: string }>(sql`
    select s.number from destruction_sheet s, jsonb_array_elements(s.parts) part,
      jsonb_array_elements_text(part.value -> 'ids') id
    where s.state = 'prepared' and id.value = any(${ids}::text[]) limit 1`);
  if (found) throw problem('personal.on_sheet', { number: found.number });
}

/** The matter by number and title, or the registers by name; a title that is personal is left out. */
async function titleOf(
  ctx: CommandContext,
  cause: { register: string; id: string } | undefined,
  parts: readonly SheetPart[],
): Promise<string> {
  const labels = parts.map((part) => ctx.catalogue.registers.get(part.register)?.label.zh ?? part.register);
  const register = cause && ctx.catalogue.registers.get(cause.register);
  if (!cause || !register) return labels.join('、');
  const title = register.fields[register.title]?.personal ? sql`''` : sql.ref(snakeCase(register.title));
  const row = await ctx.row<{ number: string | null; title: string | null }>(
    sql`select number, ${title}::text as title from ${sql.table(cause.register)} where id = ${cause.id}`,
  );
  return `${[row?.number, row?.title].filter(Boolean).join(' ')}（${labels.join('、')}）`.slice(0, 300);
}
