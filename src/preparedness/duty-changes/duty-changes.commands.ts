import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, stopLadders, told } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { keeperOf } from '../duty-gaps/index.ts';
import { unitWithin } from '../duty-posts/index.ts';
import { assertFits, factOf, tellChanged, wantedOf } from '../duty-rosters/index.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { planShift, readShift } from '../duty-shifts/index.ts';
import { dutyChangeLifecycle } from './duty-change.lifecycle.ts';
import { approveChange, askChange, readChange } from './duty-change.permissions.ts';
import { CHANGE_KINDS, dutyChange } from './duty-change.register.ts';
import { CHANGE_ACCEPTED, CHANGE_ASKED, CHANGE_ENDED } from './duty-change.rules.ts';

type Change = RowOf<typeof dutyChange>;
type Shift = RowOf<typeof dutyShift>;

const { fields: of } = dutyChange;
const stepped = z.object({ id: z.string(), state: z.string(), version: z.number() });
const NOT_YOURS = { zh: '不是您的班次', en: 'it is not your shift' };
const NOT_ASKED = { zh: '只有被征求意见的人可以答复', en: 'only the one who was asked may answer' };
const NOT_ASKER = { zh: '只有申请人可以撤回', en: 'only who asked may take it back' };
const OWN = { zh: '当事人不能批准自己的换班', en: 'nobody approves a change of their own' };
const BEGUN = { zh: '班次已经开始或已取消', en: 'the shift has begun or is cancelled' };
const NEEDS_OTHER = { zh: '换班须选对方的班次', en: 'a swap needs a shift of theirs' };
const THEIRS = { zh: '不是对方的班次', en: 'is not a shift of theirs' };
const MOVED = {
  zh: '值班表已调整，双方班次不再是申请时的人，请重新申请',
  en: 'the roster has changed since: ask again',
};

const refOf = (id: string) => ({ register: 'duty_change', id });
const changeFact = (kind: string, row: Change, settled: readonly { register: string; id: string }[] = []) => ({
  kind: `duty_change.${kind}`,
  subject: refOf(row.id),
  concerns: [{ register: 'duty_shift', id: row.shiftId }, { register: 'unit', id: row.unitId }, ...settled],
  payload: { number: row.number, unitId: row.unitId, changeKind: row.changeKind },
});

const shiftOf = async (ctx: CommandContext, id: string): Promise<Shift> => ctx.load(dutyShift, id, readShift);

/** As the shifts would be: who sits on which. */
const wanted = (row: Pick<Change, 'fromId' | 'toId'>, shift: Shift, other: Shift | undefined) => [
  wantedOf(shift, row.toId),
  ...(other ? [wantedOf(other, row.fromId)] : []),
];

/** 申请换班, 替班 or 代班: what would break rest or double somebody is refused at once, in words. */
export const ask = command('dutyChanges.ask', {
  label: { zh: '申请换班', en: 'Ask to change a shift' },
  may: askChange,
  input: z.object({
    shiftId: idInput,
    changeKind: z.enum(CHANGE_KINDS.map(({ id }) => id)),
    toId: idInput,
    otherShiftId: idInput.optional(),
    reason: of.reason.input,
  }),
  output: stepped.extend({ number: z.string() }),
  records: ['duty_change.asked', 'message.sent'],
  async run(ctx, { shiftId, otherShiftId, toId, changeKind, reason }) {
    const shift = await shiftOf(ctx, shiftId);
    const fromId = ctx.viewer.personId;
    if (shift.personId !== fromId) throw problem('state.guard', { reason: NOT_YOURS });
    if (shift.state === 'cancelled' || shift.startsAt <= ctx.now) throw problem('state.guard', { reason: BEGUN });
    const isSwap = changeKind === 'swap';
    if (isSwap && !otherShiftId)
      throw problem('input.field', { label: of.otherShiftId.label, reason: NEEDS_OTHER }, 'otherShiftId');
    const other = isSwap && otherShiftId ? await shiftOf(ctx, otherShiftId) : undefined;
    if (other && other.personId !== toId)
      throw problem('input.field', { label: of.otherShiftId.label, reason: THEIRS }, 'otherShiftId');
    if (other && (other.state === 'cancelled' || other.startsAt <= ctx.now))
      throw problem('state.guard', { reason: BEGUN });
    await assertFits(ctx, wanted({ fromId, toId }, shift, other));
    const row = await ctx.insert(dutyChange, {
      unitId: shift.unitId,
      changeKind,
      shiftId,
      otherShiftId: other?.id ?? null,
      fromId,
      toId,
      reason,
      ownerUnitId: shift.ownerUnitId,
      areaCode: shift.areaCode,
      state: 'asked',
    });
    for (const personId of [fromId, toId]) await ctx.involve(dutyChange, row.id, { personId });
    ctx.fact(changeFact('asked', row));
    await sendMessage(ctx, {
      to: [toId],
      ...told(CHANGE_ASKED, { number: row.number ?? '', at: officialTime(shift.startsAt) }),
      about: refOf(row.id),
    });
    return { ...row, number: row.number ?? '' };
  },
});

/** 答复: the colleague agrees, and whoever keeps the roster is asked; or does not, with the reason. */
export const answer = command('dutyChanges.answer', {
  label: { zh: '答复换班', en: 'Answer a colleague' },
  may: askChange,
  input: z.object({ id: idInput, agrees: z.boolean(), refusal: of.refusal.input }),
  output: stepped,
  records: ['duty_change.accepted', 'duty_change.declined', 'message.sent'],
  async run(ctx, { id, agrees, refusal }) {
    const loaded = await ctx.load(dutyChange, id, readChange);
    if (loaded.toId !== ctx.viewer.personId) throw problem('state.guard', { reason: NOT_ASKED });
    const settled = await stopLadders(ctx, refOf(id));
    if (!agrees) {
      const row = await ctx.transition(dutyChangeLifecycle, loaded, 'decline', { refusal });
      ctx.fact(changeFact('declined', row, settled));
      await tellEnd(ctx, row, [row.fromId]);
      return row;
    }
    const row = await ctx.transition(dutyChangeLifecycle, loaded, 'accept', { acceptedAt: ctx.now });
    ctx.fact(changeFact('accepted', row, settled));
    const unit = await ctx.row<{ path: string; shortName: string }>(
      sql`select path, short_name from unit where id = ${row.unitId}`,
    );
    const keeper = await keeperOf(ctx, { path: unit?.path ?? '' }, [row.fromId, row.toId]);
    await sendMessage(ctx, {
      to: keeper ? [keeper] : [],
      ...told(CHANGE_ACCEPTED, { unit: unit?.shortName ?? '', number: row.number ?? '' }),
      about: refOf(id),
    });
    return row;
  },
});

/** 批准: the people change places, and planning the month again leaves them so. Rest and double posts are asked once more. */
export const approve = command('dutyChanges.approve', {
  label: { zh: '批准换班', en: 'Approve a change' },
  may: approveChange,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['duty_change.approved', 'duty_shift.assigned', 'message.sent'],
  async run(ctx, { id }) {
    const loaded = await decidable(ctx, id);
    const shift = await ctx.load(dutyShift, loaded.shiftId, planShift);
    const other = loaded.otherShiftId ? await ctx.load(dutyShift, loaded.otherShiftId, planShift) : undefined;
    if (shift.personId !== loaded.fromId || (other && other.personId !== loaded.toId))
      throw problem('state.guard', { reason: MOVED });
    if ([shift, other].some((one) => one && (one.state === 'cancelled' || one.startsAt <= ctx.now)))
      throw problem('state.guard', { reason: BEGUN });
    await assertFits(ctx, wanted(loaded, shift, other));
    const row = await ctx.transition(dutyChangeLifecycle, loaded, 'approve', {
      decidedAt: ctx.now,
      decidedById: ctx.viewer.personId,
    });
    for (const [one, personId] of [[shift, row.toId], ...(other ? [[other, row.fromId] as const] : [])] as const) {
      const after = await ctx.update(dutyShift, one, {
        personId,
        substituteId: one.substituteId === personId ? null : one.substituteId,
        formerPersonId: one.personId,
        isFixed: true,
        note: `${row.number ?? ''} ${CHANGE_KINDS.find((kind) => kind.id === row.changeKind)?.label.zh ?? ''}`.trim(),
      });
      ctx.fact(factOf('duty_shift.assigned', after, { change: row.number }));
      await tellChanged(ctx, after, [one.personId, personId]);
    }
    const settled = await stopLadders(ctx, refOf(id));
    ctx.fact(changeFact('approved', row, settled));
    return row;
  },
});

export const refuse = command('dutyChanges.refuse', {
  label: { zh: '不批准换班', en: 'Refuse a change' },
  may: approveChange,
  input: z.object({ id: idInput, refusal: z.string().trim().min(2).max(300) }),
  output: stepped,
  records: ['duty_change.refused', 'message.sent'],
  async run(ctx, { id, refusal }) {
    const row = await ctx.transition(dutyChangeLifecycle, await decidable(ctx, id), 'refuse', {
      decidedAt: ctx.now,
      decidedById: ctx.viewer.personId,
      refusal,
    });
    const settled = await stopLadders(ctx, refOf(id));
    ctx.fact(changeFact('refused', row, settled));
    await tellEnd(ctx, row, [row.fromId, row.toId]);
    return row;
  },
});

export const withdraw = command('dutyChanges.withdraw', {
  label: { zh: '撤回换班申请', en: 'Take a change back' },
  may: askChange,
  input: z.object({ id: idInput }),
  output: stepped,
  records: ['duty_change.withdrawn', 'message.sent'],
  async run(ctx, { id }) {
    const loaded = await ctx.load(dutyChange, id, readChange);
    if (loaded.fromId !== ctx.viewer.personId) throw problem('state.guard', { reason: NOT_ASKER });
    const row = await ctx.transition(dutyChangeLifecycle, loaded, 'withdraw');
    const settled = await stopLadders(ctx, refOf(id));
    ctx.fact(changeFact('withdrawn', row, settled));
    await tellEnd(ctx, row, [row.toId]);
    return row;
  },
});

async function decidable(ctx: CommandContext, id: string): Promise<Change> {
  const row = await ctx.load(dutyChange, id);
  await unitWithin(ctx, approveChange, row.unitId);
  if ([row.fromId, row.toId].includes(ctx.viewer.personId)) throw problem('state.guard', { reason: OWN });
  return row;
}

async function tellEnd(ctx: CommandContext, row: Change, people: readonly string[]): Promise<void> {
  const state = dutyChangeLifecycle.states[row.state as keyof typeof dutyChangeLifecycle.states];
  await sendMessage(ctx, {
    to: people.filter((id) => id !== ctx.viewer.personId),
    ...told(CHANGE_ENDED, { number: row.number ?? '', state }),
    about: refOf(row.id),
  });
}
