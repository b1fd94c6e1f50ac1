import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { meetClock, startClock } from '../../foundation/clocks/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { ruleWord } from '../../foundation/rule-sets/define.ts';
import { problem } from '../../kernel/problems.ts';
import { type Entry, post, STOCK_LIMITS } from '../stock/index.ts';
import { linesOf, outOf, picksFor, reservedFor, SOURCE, totals, updateLines } from './lines.commands.ts';
import { answer, asked, assertApart, assertOther, involveEnd, open, quantityInput, tell } from './open.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import { approveTransfer, handleTransfer, requestTransfer } from './transfer.permissions.ts';
import { transfer } from './transfer.register.ts';

const { fields: of } = transfer;
const note = z.string().min(2).max(500).transform(cleanText);

/** 申请: what is needed, where, until when. Which warehouse gives it the approver may say. */
export const draft = command('transfers.draft', {
  label: { zh: '起草调拨申请', en: 'Draft a transfer' },
  may: requestTransfer,
  input: z.object({ ...asked, isSubmitted: z.boolean().default(false) }),
  output: answer,
  records: ['transfer.drafted', 'transfer.submitted'],
  async run(ctx, { isSubmitted, ...input }) {
    const row = await open(ctx, input, false);
    tell(ctx, 'transfer.drafted', row, { lines: input.lines.length });
    if (!isSubmitted) return row;
    const after = await ctx.transition(transferLifecycle, row, 'submit', { submittedAt: ctx.now });
    tell(ctx, 'transfer.submitted', after);
    return after;
  },
});

export const submit = command('transfers.submit', {
  label: { zh: '提交调拨申请', en: 'Submit a transfer' },
  may: requestTransfer,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['transfer.submitted'],
  async run(ctx, { id }) {
    const row = await ctx.load(transfer, id);
    const after = await ctx.transition(transferLifecycle, row, 'submit', { submittedAt: ctx.now });
    tell(ctx, 'transfer.submitted', after);
    return after;
  },
});

/** 批准, by somebody who has not asked for it: from where, and how much of each line. */
export const approve = command('transfers.approve', {
  label: { zh: '批准调拨', en: 'Approve a transfer' },
  may: approveTransfer,
  input: z.object({
    id: idInput,
    fromWarehouseId: idInput.optional(),
    note: of.approvalNote.input,
    /** Lines that get another quantity than was asked; nothing is allowed. */
    lines: z.array(z.object({ lineId: idInput, quantity: quantityInput.or(z.literal(0)) })).default([]),
  }),
  output: answer,
  records: ['transfer.approved'],
  async run(ctx, { id, fromWarehouseId, note: approvalNote, lines }) {
    const row = await ctx.load(transfer, id);
    assertOther(ctx, row.createdBy);
    const from = fromWarehouseId ?? row.fromWarehouseId;
    assertApart(from, row.toWarehouseId);
    const granted = new Map(lines.map((one) => [one.lineId, one.quantity]));
    const own = await linesOf(ctx, id);
    const figures = own.map((one) => ({ id: one.id, quantity: granted.get(one.id) ?? one.asked }));
    if (figures.every(({ quantity }) => quantity === 0)) {
      const reason = { zh: '至少批准一项', en: 'nothing would be approved; reject it instead' };
      throw problem('state.guard', { reason }, 'lines');
    }
    const after = await ctx.transition(transferLifecycle, row, 'approve', {
      fromWarehouseId: from,
      approvedAt: ctx.now,
      approvedBy: ctx.viewer.name,
      approvalNote,
    });
    await updateLines(ctx, 'approved', figures);
    if (from && from !== row.fromWarehouseId) await involveEnd(ctx, id, from);
    tell(ctx, 'transfer.approved', after, { changed: lines.length });
    return after;
  },
});

export const reject = command('transfers.reject', {
  label: { zh: '不批准调拨', en: 'Reject a transfer' },
  may: approveTransfer,
  input: z.object({ id: idInput, note }),
  output: answer,
  records: ['transfer.rejected'],
  async run(ctx, { id, note: approvalNote }) {
    const row = await ctx.load(transfer, id);
    assertOther(ctx, row.createdBy);
    const after = await ctx.transition(transferLifecycle, row, 'reject', { approvalNote, approvedBy: ctx.viewer.name });
    tell(ctx, 'transfer.rejected', after, { reason: approvalNote });
    return after;
  },
});

/** 撤销: before it has left; what was reserved for it is free again. */
export const cancel = command('transfers.cancel', {
  label: { zh: '撤销调拨', en: 'Cancel a transfer' },
  may: requestTransfer,
  input: z.object({ id: idInput, reason: note }),
  output: answer,
  records: ['transfer.cancelled'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(transfer, id);
    const after = await ctx.transition(transferLifecycle, row, 'cancel');
    const held = await reservedFor(ctx, id);
    const entries = held.map(
      ({ lineId, lotId, quantity }): Entry => ({
        lotId,
        kind: 'release',
        way: 'reservation',
        quantity: 0,
        reserved: -quantity,
        sourceId: lineId,
      }),
    );
    await post(ctx, entries, { paperNo: row.number, sourceRegister: SOURCE });
    tell(ctx, 'transfer.cancelled', after, { reason });
    return after;
  },
});

/** 紧急调拨: on the telephone and at once. The paper is owed within the hours of the rule. */
export const dispatchAtOnce = command('transfers.dispatchAtOnce', {
  label: { zh: '紧急调拨发运', en: 'Dispatch at once' },
  may: handleTransfer,
  input: z.object({
    ...asked,
    fromWarehouseId: idInput,
    vehiclePlate: of.vehiclePlate.input,
    driver: of.driver.input,
    driverPhone: of.driverPhone.input,
    expectedAt: of.expectedAt.input,
    /** Sends what there is where a shelf holds less than asked. */
    isPartialAllowed: z.boolean().default(false),
  }),
  output: answer,
  records: ['transfer.dispatched'],
  async run(ctx, { vehiclePlate, driver, driverPhone, expectedAt, isPartialAllowed, ...input }) {
    const opened = await open(ctx, input, true);
    const picks = await picksFor(ctx, opened, await linesOf(ctx, opened.id), isPartialAllowed);
    if (picks.length === 0) {
      throw problem('state.guard', { reason: { zh: '没有可发的物资', en: 'there is nothing to send' } }, 'lines');
    }
    const row = await ctx.transition(transferLifecycle, opened, 'dispatch_at_once', {
      vehiclePlate,
      driver,
      driverPhone,
      expectedAt,
      dispatchedAt: ctx.now,
      dispatchedBy: ctx.viewer.name,
    });
    await post(ctx, picks.map(outOf), { paperNo: row.number, sourceRegister: SOURCE });
    const sent = totals(picks);
    const lines = await linesOf(ctx, row.id);
    await updateLines(
      ctx,
      'picked',
      lines.map(({ id }) => ({ id, quantity: sent.get(id) ?? 0 })),
    );
    const rules = ctx.rules(STOCK_LIMITS);
    const clock = await startClock(ctx, {
      subject: { register: 'transfer', id: row.id },
      name: 'paper',
      label: { zh: '补办调拨手续', en: 'Paper of the transfer' },
      from: ctx.now,
      limit: { minutes: rules.values.paperHours * 60 },
      warnMinutesBefore: rules.values.paperWarnHours * 60,
      citation: rules.citation,
      ruleVersion: ruleWord(rules),
    });
    tell(ctx, 'transfer.dispatched', row, { isUrgent: true, lines: lines.length, plate: vehiclePlate }, [clock]);
    return row;
  },
});

/** 补办手续: a second person approves afterwards what has gone already. */
export const completePaper = command('transfers.completePaper', {
  label: { zh: '补办调拨手续', en: 'Complete the paper of an urgent transfer' },
  may: approveTransfer,
  input: z.object({ id: idInput, note: of.approvalNote.input }),
  output: answer,
  records: ['transfer.papered'],
  async run(ctx, { id, note: approvalNote }) {
    const row = await ctx.load(transfer, id);
    if (!row.isUrgent || row.approvedAt) {
      throw problem('state.guard', { reason: { zh: '没有待补的手续', en: 'no paper is owed' } });
    }
    assertOther(ctx, row.createdBy);
    const after = await ctx.update(transfer, row, {
      approvedAt: ctx.now,
      approvedBy: ctx.viewer.name,
      approvalNote,
    });
    const met = await meetClock(ctx, { register: 'transfer', id }, 'paper');
    tell(ctx, 'transfer.papered', after, {}, met);
    return after;
  },
});
