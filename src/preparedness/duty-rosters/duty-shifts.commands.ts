import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, told } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';
import { unitWithin } from '../duty-posts/index.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { dutyShiftLifecycle, planShift } from '../duty-shifts/index.ts';
import { shiftsIn } from './basis.views.ts';
import { clashesWith, type Wanted } from './check-change.views.ts';
import { SHIFT_CHANGED } from './duty-messages.rules.ts';
import { rosterOf } from './duty-rosters.commands.ts';
import { monthOf } from './roster.rules.ts';

type Shift = RowOf<typeof dutyShift>;
const { fields: of } = dutyShift;
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
const dutyKind = z.enum(DUTY_KINDS.map(({ id }) => id) as [DutyKind, ...DutyKind[]]);
const CANCELLED = { zh: '班次已取消', en: 'the shift is cancelled' };
const BEGUN_AND_OVER = { zh: '班次已结束', en: 'the shift is over' };
const SAME = { zh: '备班人员不能是本班人员', en: 'the substitute must be somebody else' };
const TOO_LONG = { zh: '须晚于接班时间，且一班不超过 24 小时', en: 'must lie after the beginning, within 24 hours' };

export const wantedOf = (row: Shift, personId: string | null): Wanted => ({
  id: row.id,
  dutyKind: row.dutyKind,
  seat: row.seat,
  startsAt: row.startsAt.getTime(),
  endsAt: row.endsAt.getTime(),
  personId,
});

/** @throws the first thing that the change would break, in words */
export async function assertFits(ctx: CommandContext, wanted: readonly Wanted[]): Promise<void> {
  const [first] = await clashesWith(ctx, wanted);
  if (first) throw problem('state.guard', { reason: first.words });
}

function assertOpen(ctx: CommandContext, row: Shift): void {
  if (row.state === 'cancelled') throw problem('state.guard', { reason: CANCELLED });
  if (row.endsAt <= ctx.now) throw problem('state.guard', { reason: BEGUN_AND_OVER });
}

/** Those who had it and those who have it now hear of it, where people rely on the roster already. */
export async function tellChanged(ctx: CommandContext, row: Shift, people: readonly (string | null)[]): Promise<void> {
  if (row.state !== 'published') return;
  const unit = await ctx.row<{ shortName: string }>(sql`select short_name from unit where id = ${row.unitId}`);
  await sendMessage(ctx, {
    to: [...new Set(people)].filter((id): id is string => id !== null && id !== ctx.viewer.personId),
    ...told(SHIFT_CHANGED, { unit: unit?.shortName ?? '', at: officialTime(row.startsAt) }),
    about: { register: 'duty_shift', id: row.id },
  });
}

export const factOf = (kind: string, row: Shift, payload: object = {}) => ({
  kind,
  subject: { register: 'duty_shift', id: row.id },
  concerns: [{ register: 'unit', id: row.unitId }],
  payload: { unitId: row.unitId, month: row.month, dutyKind: row.dutyKind, startsAt: row.startsAt, ...payload },
});

/** 调班: another person, or nobody, on a seat; with the substitute where one is named. */
export const assign = command('dutyShifts.assign', {
  label: { zh: '安排人员', en: 'Put somebody on a shift' },
  may: planShift,
  input: z.object({ id: idInput, personId: idInput.nullable(), substituteId: idInput.nullable().optional() }),
  output: answer,
  records: ['duty_shift.assigned', 'message.sent'],
  async run(ctx, { id, personId, substituteId }) {
    const row = await ctx.load(dutyShift, id);
    assertOpen(ctx, row);
    await assertFits(ctx, [wantedOf(row, personId)]);
    const kept = substituteId === undefined ? row.substituteId : substituteId;
    if (substituteId && substituteId === personId)
      throw problem('input.field', { label: of.substituteId.label, reason: SAME }, 'substituteId');
    const after = await ctx.update(dutyShift, row, {
      personId,
      substituteId: kept === personId ? null : kept,
      isFixed: true,
    });
    ctx.fact(factOf('duty_shift.assigned', after));
    await tellChanged(ctx, after, [row.personId, personId]);
    return after;
  },
});

/** 对调: the people of two seats change places in one step. */
export const exchange = command('dutyShifts.exchange', {
  label: { zh: '对调', en: 'Exchange two shifts' },
  may: planShift,
  input: z.object({ id: idInput, otherId: idInput }),
  output: answer,
  records: ['duty_shift.exchanged', 'message.sent'],
  async run(ctx, { id, otherId }) {
    const [one, other] = [await ctx.load(dutyShift, id), await ctx.load(dutyShift, otherId)];
    for (const row of [one, other]) assertOpen(ctx, row);
    await assertFits(ctx, [wantedOf(one, other.personId), wantedOf(other, one.personId)]);
    const substitute = (row: Shift, personId: string | null) =>
      row.substituteId === personId ? null : row.substituteId;
    const first = await ctx.update(dutyShift, one, {
      personId: other.personId,
      substituteId: substitute(one, other.personId),
      isFixed: true,
    });
    const second = await ctx.update(dutyShift, other, {
      personId: one.personId,
      substituteId: substitute(other, one.personId),
      isFixed: true,
    });
    for (const row of [first, second]) {
      ctx.fact(factOf('duty_shift.exchanged', row));
      await tellChanged(ctx, row, [one.personId, other.personId]);
    }
    return first;
  },
});

/** 录入班次: one line of a roster made by hand or on a sheet; a seat that is there gets these people. */
export const enter = command('dutyShifts.enter', {
  label: { zh: '录入班次', en: 'Enter a shift' },
  may: planShift,
  input: z.object({
    unitId: idInput,
    dutyKind,
    startsAt: of.startsAt.input,
    endsAt: of.endsAt.input,
    seat: z.number().int().min(1).max(40).optional(),
    personId: idInput,
    substituteId: idInput.nullish(),
    note: of.note.input,
  }),
  output: answer,
  records: ['duty_shift.entered', 'message.sent'],
  async run(ctx, { unitId, seat: asked, substituteId = null, note, ...input }) {
    const unit = await unitWithin(ctx, planShift, unitId);
    const length = input.endsAt.getTime() - input.startsAt.getTime();
    if (length <= 0 || length > 24 * 3_600_000)
      throw problem('input.field', { label: of.endsAt.label, reason: TOO_LONG }, 'endsAt');
    if (substituteId === input.personId)
      throw problem('input.field', { label: of.substituteId.label, reason: SAME }, 'substituteId');
    const month = monthOf(input.startsAt);
    const roster = await rosterOf(ctx, unit, month);
    const beside = (await shiftsIn(ctx, [unitId], month)).filter(
      (one) => one.dutyKind === input.dutyKind && one.startsAt === input.startsAt.getTime(),
    );
    const there = asked
      ? beside.find(({ seat }) => seat === asked)
      : (beside.find(({ personId }) => personId === input.personId) ?? beside.find(({ personId }) => !personId));
    const seat = there?.seat ?? asked ?? Math.max(0, ...beside.map((one) => one.seat)) + 1;
    const id = there?.id ?? newId();
    await assertFits(ctx, [
      {
        id,
        dutyKind: input.dutyKind,
        seat,
        startsAt: input.startsAt.getTime(),
        endsAt: input.endsAt.getTime(),
        personId: input.personId,
      },
    ]);
    const values = { ...input, seat, substituteId: substituteId ?? null, note, isFixed: true };
    const before = there ? await ctx.load(dutyShift, there.id) : undefined;
    const row = before
      ? await ctx.update(dutyShift, before, {
          personId: values.personId,
          substituteId: values.substituteId,
          endsAt: values.endsAt,
          note,
          isFixed: true,
        })
      : await ctx.insert(dutyShift, {
          ...values,
          id,
          unitId,
          month,
          state: roster.state === 'published' ? 'published' : 'planned',
          ownerUnitId: unit.id,
          areaCode: unit.areaCode,
        });
    ctx.fact(factOf('duty_shift.entered', row));
    await tellChanged(ctx, row, [before?.personId ?? null, row.personId]);
    return row;
  },
});

/** 取消班次: with a reason; the seat is then a gap that the roster tells of. */
export const cancel = command('dutyShifts.cancel', {
  label: { zh: '取消班次', en: 'Cancel a shift' },
  may: planShift,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(200) }),
  output: answer,
  records: ['duty_shift.cancelled', 'message.sent'],
  async run(ctx, { id, reason }) {
    const loaded = await ctx.load(dutyShift, id);
    const row = await ctx.transition(dutyShiftLifecycle, loaded, 'cancel', { note: reason });
    ctx.fact(factOf('duty_shift.cancelled', row));
    await tellChanged(ctx, { ...row, state: loaded.state }, [loaded.personId]);
    return row;
  },
});
