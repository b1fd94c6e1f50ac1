import type { Phrase } from '../../kernel/phrases.ts';
import type { CommandContext } from '../api/context.ts';
import { dueAtOf, type RecordRef } from '../clocks/index.ts';
import { attachFiles } from '../files/index.ts';
import { issueOrder, order } from '../orders/index.ts';
import type { Mark } from '../registers/define.ts';
import { ruleUsed } from '../rule-sets/define.ts';
import { correction } from './correction.register.ts';
import { CORRECTION_LIMITS, orderOf } from './correction.rules.ts';

/** The record that is wrong, as far as its keeper and the order must know it. */
export interface WrongRecord {
  readonly mark: Mark;
  readonly areaCode: string;
  readonly ownerUnitId: string;
  /** Never a sealed one: orders are plain text. */
  readonly title: string | undefined;
}

/**
 * Makes an order to the keeper of what is wrong with a record, in the command's transaction; whether the viewer may ask is for
 * the caller to judge. The command lists `correction.asked` and `ISSUE_RECORDS` among its records.
 */
export async function orderCorrection(
  ctx: CommandContext,
  {
    concerns,
    label,
    record,
    field,
    should,
    why,
    photos = [],
  }: {
    concerns: RecordRef;
    label: Phrase;
    record: WrongRecord;
    field?: { name: string; label: Phrase };
    should?: string | undefined;
    why: string;
    photos?: string[];
  },
): Promise<{ id: string; orderId: string; number: string; assignmentId: string }> {
  const limits = ctx.rules(CORRECTION_LIMITS);
  const issued = await issueOrder(ctx, {
    concerns,
    ...orderOf({ register: label, record: record.title, field: field?.label, should, why }),
    priority: 'normal',
    evidenceAsked: {},
    finishDueAt: dueAtOf(ctx, limits.values, ctx.now),
    assignees: [{ unitId: record.ownerUnitId }],
  });
  const { id } = await ctx.insert(correction, {
    recordRegister: concerns.register,
    recordId: concerns.id,
    field: field?.name ?? null,
    orderId: issued.id,
    finishRule: ruleUsed(limits),
    photos,
    mark: record.mark,
    areaCode: record.areaCode,
  });
  // Whoever asked follows it to its end, under whatever hat.
  const { personId } = ctx.viewer;
  await ctx.involve(correction, id, { unitId: record.ownerUnitId });
  if (!ctx.viewer.isSystem) {
    await ctx.involve(correction, id, { personId });
    await ctx.involve(order, issued.id, { personId });
  }
  await attachFiles(ctx, photos, { register: 'correction', id });
  ctx.fact({
    kind: 'correction.asked',
    subject: { register: 'correction', id },
    concerns: [concerns, { register: 'order', id: issued.id }],
    payload: { number: issued.number, ...(field ? { field: field.name } : {}) },
  });
  return { id, orderId: issued.id, number: issued.number, assignmentId: issued.assignments[0]?.id ?? '' };
}
