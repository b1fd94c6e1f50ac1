import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { grantsOf } from '../identity/define.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { keepDutyList } from './duty-list.permissions.ts';
import { dutyList } from './duty-list.register.ts';

type DutyList = RowOf<typeof dutyList>;

const { fields: of } = dutyList;
const answer = z.object({ id: z.string(), version: z.number() });
const LATER = { zh: '须晚于原条目的起始日', en: 'it must come after the first day of the old entry' };

export const add = command('dutyLists.add', {
  label: { zh: '增加职责', en: 'Add a duty' },
  may: keepDutyList,
  input: z.object({
    unitId: of.unitId.input,
    duty: of.duty.input,
    source: of.source.input,
    validFrom: of.validFrom.input,
  }),
  output: answer,
  records: ['duty_list.changed'],
  async run(ctx, input) {
    await assertReach(ctx, input.unitId);
    const row = await ctx.insert(dutyList, { ...input, ownerUnitId: input.unitId });
    tell(ctx, row, 'added');
    return row;
  },
});

/** 调整职责: from a day on the duty reads otherwise; the old wording stays for the days before. */
export const change = command('dutyLists.change', {
  label: { zh: '调整职责', en: 'Change a duty' },
  may: keepDutyList,
  input: z.object({ id: idInput, duty: of.duty.input, source: of.source.input, from: of.validFrom.input }),
  output: answer,
  records: ['duty_list.changed'],
  async run(ctx, { id, duty, source, from }) {
    const old = await running(ctx, id);
    if (from <= old.validFrom) throw problem('input.field', { label: of.validFrom.label, reason: LATER }, 'from');
    await ctx.update(dutyList, old, { validTo: dayBefore(from) });
    const { unitId } = old;
    const row = await ctx.insert(dutyList, {
      unitId,
      duty,
      source,
      validFrom: from,
      validTo: old.validTo,
      previousId: id,
      ownerUnitId: unitId,
    });
    tell(ctx, row, 'changed');
    return row;
  },
});

/** 划出职责: the unit no longer has it after that day, by a document. */
export const end = command('dutyLists.end', {
  label: { zh: '划出职责', en: 'End a duty' },
  may: keepDutyList,
  input: z.object({ id: idInput, lastDay: of.validFrom.input, source: of.source.input }),
  output: answer,
  records: ['duty_list.changed'],
  async run(ctx, { id, lastDay, source }) {
    const old = await running(ctx, id);
    if (lastDay < old.validFrom) throw problem('input.field', { label: of.validTo.label, reason: LATER }, 'lastDay');
    const row = await ctx.update(dutyList, old, { validTo: lastDay });
    tell(ctx, row, 'ended', { source });
    return row;
  },
});

async function running(ctx: CommandContext, id: string): Promise<DutyList> {
  const row = await ctx.load(dutyList, id);
  await assertReach(ctx, row.unitId);
  const follower = await ctx.row(sql`select id from duty_list where previous_id = ${id}`);
  if (follower) throw problem('duty_list.changed_already', {}, 'id');
  return row;
}

/** Everybody reads duty lists; who may write is asked of the unit the duty belongs to. */
async function assertReach(ctx: CommandContext, unitId: string): Promise<void> {
  const unit = await ctx.row<{ path: string }>(sql`select path from unit where id = ${unitId}`);
  if (!unit) throw problem('record.unknown', {}, 'unitId');
  if (ctx.viewer.isSystem) return;
  const hats = ctx.viewer.acting ? [ctx.viewer.acting] : ctx.viewer.hats;
  const reaches = grantsOf(keepDutyList, hats).some(
    ({ scope, hat }) => scope === 'all' || unit.path.startsWith(hat.unit.path),
  );
  if (reaches) return;
  throw problem('permission.missing', {
    permission: keepDutyList.label,
    who: { zh: '该单位或区应急指挥中心', en: 'that unit or the command centre' },
  });
}

function tell(ctx: CommandContext, row: DutyList, what: 'added' | 'changed' | 'ended', more: object = {}): void {
  const { id, unitId, validFrom, validTo, source, previousId } = row;
  ctx.fact({
    kind: 'duty_list.changed',
    subject: { register: 'duty_list', id },
    concerns: [{ register: 'unit', id: unitId }],
    payload: { unitId, what, validFrom, validTo, source, previousId, ...more },
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
