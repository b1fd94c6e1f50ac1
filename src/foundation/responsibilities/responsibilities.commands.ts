import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext, NewValues } from '../api/context.ts';
import { command } from '../api/define.ts';
import { grantsOf } from '../identity/define.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { keepResponsibility } from './responsibility.permissions.ts';
import { responsibility } from './responsibility.register.ts';
import { dayBefore, overlaps } from './responsibility.rules.ts';

type Responsibility = RowOf<typeof responsibility>;

const { fields: of } = responsibility;
const areaInput = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/);
const reasonInput = z.string().min(2).max(300).transform(cleanText);
const answer = z.object({ id: z.string(), version: z.number() });

/** 明确责任: a unit, or a post of it, answers for a category in an area from a day on. */
export const assign = command('responsibilities.assign', {
  label: { zh: '明确责任', en: 'Name the responsible' },
  may: keepResponsibility,
  input: z.object({
    areaCode: areaInput,
    category: of.category.input,
    unitId: of.unitId.input,
    postId: of.postId.input,
    validFrom: of.validFrom.input,
    validTo: of.validTo.input,
    basis: of.basis.input,
  }),
  output: answer,
  records: ['responsibility.assigned'],
  async run(ctx, input) {
    assertReach(ctx, input.areaCode);
    await lockArea(ctx, input.areaCode);
    const row = await believe(ctx, input);
    tell(ctx, 'responsibility.assigned', row);
    return row;
  },
});

/** 责任交接: from a day on another answers; the predecessor's time ends the day before. */
export const handOver = command('responsibilities.handOver', {
  label: { zh: '责任交接', en: 'Hand a responsibility over' },
  may: keepResponsibility,
  input: z.object({
    id: idInput,
    unitId: of.unitId.input,
    postId: of.postId.input,
    from: of.validFrom.input,
    basis: of.basis.input,
    reason: reasonInput,
  }),
  output: answer,
  records: ['responsibility.handed_over'],
  async run(ctx, { id, from, reason, ...next }) {
    const old = await current(ctx, id);
    if (from <= old.validFrom) {
      const why = { zh: '须晚于原责任的起始日', en: 'it must come after the first day of the old one' };
      throw problem('input.field', { label: of.validFrom.label, reason: why }, 'from');
    }
    await retract(ctx, old);
    const { areaCode, category, validTo } = old;
    await believe(ctx, { ...valuesOf(old), validTo: dayBefore(from), previousId: old.id, reason });
    const row = await believe(ctx, {
      areaCode,
      category,
      ...next,
      validFrom: from,
      validTo,
      previousId: old.id,
      reason,
    });
    tell(ctx, 'responsibility.handed_over', row, { from: old.unitId });
    return row;
  },
});

/** 更正责任: what was believed was wrong; the old belief stays on record with the time until which it was held. */
export const correct = command('responsibilities.correct', {
  label: { zh: '更正责任', en: 'Correct a responsibility' },
  may: keepResponsibility,
  input: z.object({
    id: idInput,
    unitId: of.unitId.input.optional(),
    postId: of.postId.input,
    validFrom: of.validFrom.input.optional(),
    validTo: of.validTo.input,
    basis: of.basis.input,
    reason: reasonInput,
  }),
  output: answer,
  records: ['responsibility.corrected'],
  async run(ctx, { id, unitId, validFrom, ...changes }) {
    const old = await current(ctx, id);
    await retract(ctx, old);
    const row = await believe(ctx, {
      ...valuesOf(old),
      ...changes,
      unitId: unitId ?? old.unitId,
      validFrom: validFrom ?? old.validFrom,
      previousId: old.id,
    });
    tell(ctx, 'responsibility.corrected', row);
    return row;
  },
});

/** 撤销责任: it never held; nobody is put in its place. */
export const retractCommand = command('responsibilities.retract', {
  label: { zh: '撤销责任', en: 'Retract a responsibility' },
  may: keepResponsibility,
  input: z.object({ id: idInput, reason: reasonInput }),
  output: answer,
  records: ['responsibility.retracted'],
  async run(ctx, { id, reason }) {
    const row = await ctx.update(responsibility, await current(ctx, id), { retractedAt: ctx.now, reason });
    tell(ctx, 'responsibility.retracted', row);
    return row;
  },
});

function assertReach(ctx: CommandContext, areaCode: string): void {
  if (ctx.viewer.isSystem) return;
  const reaches = grantsOf(keepResponsibility, ctx.viewer.acting ? [ctx.viewer.acting] : ctx.viewer.hats).some(
    ({ scope, hat }) => scope === 'all' || areaCode.startsWith(hat.unit.areaCode),
  );
  if (reaches) return;
  throw problem('permission.missing', {
    permission: keepResponsibility.label,
    who: { zh: '区应急指挥中心', en: 'the command centre' },
  });
}

/** The belief as it stands, its area locked, by somebody who may keep it. */
async function current(ctx: CommandContext, id: string): Promise<Responsibility> {
  const { areaCode } = await ctx.record(responsibility, id);
  assertReach(ctx, areaCode);
  await lockArea(ctx, areaCode);
  const row = await ctx.load(responsibility, id);
  if (row.retractedAt) throw problem('responsibility.retracted', {}, 'id');
  return row;
}

/** Whoever names somebody for an area queues behind whoever does so now: two at once cannot both find it free. */
async function lockArea(ctx: CommandContext, areaCode: string): Promise<void> {
  const area = await ctx.row(sql`select id from area where code = ${areaCode} for update`);
  if (!area) throw problem('record.unknown', {}, 'areaCode');
}

async function retract(ctx: CommandContext, row: Responsibility): Promise<void> {
  await ctx.update(responsibility, row, { retractedAt: ctx.now });
}

/** Records a belief. @throws `responsibility.doubled` when somebody else answers for it on one of these days */
async function believe(ctx: CommandContext, values: NewValues<typeof responsibility>): Promise<Responsibility> {
  const { areaCode = '', category, unitId = '', postId, validFrom = '', validTo = null } = values;
  const owner = await ctx.row<{ isPost: boolean }>(sql`select ${postId ?? null}::uuid is null or exists
    (select 1 from post where id = ${postId ?? null}::uuid and unit_id = unit.id) as is_post from unit where id = ${unitId}`);
  if (!owner) throw problem('record.unknown', {}, 'unitId');
  if (!owner.isPost) throw problem('record.unknown', {}, 'postId');
  const others = await ctx.rows<{ validFrom: string; validTo: string | null; unitName: string }>(sql`
    select r.valid_from, r.valid_to, u.short_name as unit_name from responsibility r join unit u on u.id = r.unit_id
    where r.area_code = ${areaCode} and r.category = ${category ?? ''} and r.retracted_at is null`);
  const other = others.find((one) => overlaps(one, { validFrom, validTo }));
  if (other) throw problem('responsibility.doubled', { unit: other.unitName }, 'validFrom');
  return ctx.insert(responsibility, { ...values, ownerUnitId: unitId });
}

function valuesOf({ areaCode, category, unitId, postId, validFrom, validTo, basis }: Responsibility) {
  return { areaCode, category, unitId, postId, validFrom, validTo, basis };
}

function tell(ctx: CommandContext, kind: string, row: Responsibility, more: object = {}): void {
  const { areaCode, category, unitId, validFrom, validTo } = row;
  ctx.fact({
    kind,
    subject: { register: 'responsibility', id: row.id },
    concerns: [{ register: 'unit', id: unitId }],
    payload: { areaCode, category, unitId, validFrom, validTo, ...more },
  });
}
