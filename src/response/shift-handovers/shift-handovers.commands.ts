import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { sendMessage, stopLadders, told } from '../../foundation/messaging/index.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { unitWithin } from '../../preparedness/duty-posts/index.ts';
import { countOf } from './open-matters.rules.ts';
import { openMattersOf } from './open-matters.views.ts';
import { shiftHandoverLifecycle } from './shift-handover.lifecycle.ts';
import { writeHandover } from './shift-handover.permissions.ts';
import { shiftHandover } from './shift-handover.register.ts';
import { HANDOVER_REFUSED, HANDOVER_TO_SIGN } from './shift-handover.rules.ts';

type Handover = RowOf<typeof shiftHandover>;

const { fields: of } = shiftHandover;
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
const refOf = ({ id }: { id: string }) => ({ register: 'shift_handover', id });
const SIGNED = { zh: '已交班，内容不再修改', en: 'it is handed over and no longer changed' };
const NOT_GIVER = { zh: '只有交班人可以签名交班', en: 'only who gives may hand it over' };
const NOT_TAKER = { zh: '只有指定的接班人可以签名或拒绝', en: 'only the one named to take it may sign or refuse' };
const SELF = { zh: '接班人不能是交班人本人', en: 'must be somebody else than who gives' };

const factOf = (kind: string, row: Handover, payload: object = {}) => ({
  kind: `shift_handover.${kind}`,
  subject: refOf(row),
  concerns: [{ register: 'unit', id: row.unitId }],
  payload: { number: row.number, unitId: row.unitId, ...payload },
});

/** 开始交班: the sheet of a unit's hand-over, given by whoever opens it; one that is not signed yet is gone on with. */
export const begin = command('shiftHandovers.begin', {
  label: { zh: '填写交接班', en: 'Begin a hand-over' },
  may: writeHandover,
  input: z.object({ unitId: idInput }),
  output: answer,
  records: ['shift_handover.begun'],
  async run(ctx, { unitId }) {
    const unit = await unitWithin(ctx, writeHandover, unitId);
    const open = await ctx.row<{ id: string }>(sql`select id from shift_handover where unit_id = ${unitId}
      and giver_id = ${ctx.viewer.personId} and state in ('pending', 'refused') order by created_at desc limit 1`);
    const row = open
      ? await ctx.load(shiftHandover, open.id)
      : await ctx.insert(shiftHandover, {
          unitId,
          giverId: ctx.viewer.personId,
          ownerUnitId: unit.id,
          areaCode: unit.areaCode,
          state: 'pending',
        });
    ctx.fact(factOf('begun', row));
    return row;
  },
});

const filled = {
  takerId: idInput,
  videoConference: of.videoConference.input,
  telephone: of.telephone.input,
  fax: of.fax.input,
  radio: of.radio.input,
  satellite: of.satellite.input,
  focus: of.focus.input,
  goods: of.goods.input,
  abnormal: of.abnormal.input,
};

/** 交班签名: what is open is written into the sheet as it stands now, and the taker is asked to sign. */
export const hand = command('shiftHandovers.hand', {
  label: { zh: '交班签名', en: 'Sign and hand over' },
  may: writeHandover,
  input: z.object({ id: idInput, ...filled }),
  output: answer,
  records: ['shift_handover.handed', 'message.sent'],
  async run(ctx, { id, ...input }) {
    const loaded = await ctx.load(shiftHandover, id);
    if (loaded.state === 'handed' || loaded.state === 'taken') throw problem('state.guard', { reason: SIGNED });
    if (loaded.giverId !== ctx.viewer.personId) throw problem('state.guard', { reason: NOT_GIVER });
    if (input.takerId === loaded.giverId)
      throw problem('input.field', { label: of.takerId.label, reason: SELF }, 'takerId');
    const unit = await unitWithin(ctx, writeHandover, loaded.unitId);
    const openMatters = await openMattersOf(ctx, unit);
    const row = await ctx.transition(shiftHandoverLifecycle, loaded, 'hand', {
      takerId: input.takerId,
      videoConference: input.videoConference,
      telephone: input.telephone,
      fax: input.fax,
      radio: input.radio,
      satellite: input.satellite,
      focus: input.focus,
      goods: input.goods,
      abnormal: input.abnormal,
      openMatters,
      handedAt: ctx.now,
      refusal: null,
    });
    await ctx.involve(shiftHandover, id, { personId: input.takerId });
    ctx.fact(factOf('handed', row, { open: countOf(openMatters) }));
    await sendMessage(ctx, {
      to: [input.takerId],
      ...told(HANDOVER_TO_SIGN, { unit: unit.shortName, number: row.number ?? '' }),
      about: refOf(row),
    });
    return row;
  },
});

/** 接班签名: from here on the taker answers for what is open. */
export const take = command('shiftHandovers.take', {
  label: { zh: '接班签名', en: 'Sign and take over' },
  may: writeHandover,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['shift_handover.taken'],
  async run(ctx, { id }) {
    const loaded = await takersOwn(ctx, id);
    const row = await ctx.transition(shiftHandoverLifecycle, loaded, 'take', { takenAt: ctx.now });
    const settled = await stopLadders(ctx, refOf(row));
    const fact = factOf('taken', row);
    ctx.fact({ ...fact, concerns: [...fact.concerns, ...settled] });
    return row;
  },
});

/** 拒绝接班: something is missing; the sheet goes back to who gives, with the reason. */
export const refuse = command('shiftHandovers.refuse', {
  label: { zh: '拒绝接班', en: 'Refuse a hand-over' },
  may: writeHandover,
  input: z.object({ id: idInput, reason: z.string().trim().min(2).max(500) }),
  output: answer,
  records: ['shift_handover.refused', 'message.sent'],
  async run(ctx, { id, reason }) {
    const loaded = await takersOwn(ctx, id);
    const row = await ctx.transition(shiftHandoverLifecycle, loaded, 'refuse', { refusal: reason });
    const settled = await stopLadders(ctx, refOf(row));
    const fact = factOf('refused', row);
    ctx.fact({ ...fact, concerns: [...fact.concerns, ...settled] });
    await sendMessage(ctx, {
      to: [row.giverId],
      ...told(HANDOVER_REFUSED, { number: row.number ?? '' }),
      about: refOf(row),
    });
    return row;
  },
});

async function takersOwn(ctx: CommandContext, id: string): Promise<Handover> {
  const row = await ctx.load(shiftHandover, id);
  if (row.takerId !== ctx.viewer.personId) throw problem('state.guard', { reason: NOT_TAKER });
  return row;
}
