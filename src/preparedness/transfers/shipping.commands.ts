import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { attachFiles } from '../../foundation/files/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { problem } from '../../kernel/problems.ts';
import { availableOf, dayOf, type Entry, keepStock, lockLotsById, openLots, post, sum } from '../stock/index.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import { arrivals, surplusOf } from './arrivals.rules.ts';
import { linesOf, outOf, picksFor, reservedFor, SOURCE, sentFor, totals, updateLines } from './lines.commands.ts';
import { answer, assertOther, quantityInput, tell } from './open.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import { approveTransfer, handleTransfer } from './transfer.permissions.ts';
import { transfer } from './transfer.register.ts';

const { fields: of } = transfer;

/** 拣货: the shelf holds it for this transfer, first expired first out. */
export const pickGoods = command('transfers.pick', {
  label: { zh: '拣货', en: 'Pick' },
  may: handleTransfer,
  input: z.object({ id: idInput, isPartialAllowed: z.boolean().default(false) }),
  output: answer.extend({ isShort: z.boolean() }),
  records: ['transfer.picked'],
  async run(ctx, { id, isPartialAllowed }) {
    const row = await ctx.load(transfer, id);
    const lines = await linesOf(ctx, id);
    const after = await ctx.transition(transferLifecycle, row, 'pick');
    const picks = await picksFor(
      ctx,
      row,
      lines.filter((one) => one.approved !== 0),
      isPartialAllowed,
    );
    if (picks.length === 0) {
      throw problem('state.guard', { reason: { zh: '没有可发的物资', en: 'there is nothing to send' } });
    }
    const entries = picks.map(
      ({ lineId, lotId, quantity }): Entry => ({
        lotId,
        kind: 'reserve',
        way: 'reservation',
        quantity: 0,
        reserved: quantity,
        sourceId: lineId,
      }),
    );
    await post(ctx, entries, { paperNo: row.number, sourceRegister: SOURCE });
    const taken = totals(picks);
    await updateLines(
      ctx,
      'picked',
      lines.map((one) => ({ id: one.id, quantity: taken.get(one.id) ?? 0 })),
    );
    const isShort = lines.some((one) => (taken.get(one.id) ?? 0) < (one.approved ?? one.asked));
    tell(ctx, 'transfer.picked', after, { lots: picks.length, isShort });
    return { ...after, isShort };
  },
});

/** 发运: off the shelf and on the road. */
export const dispatch = command('transfers.dispatch', {
  label: { zh: '发运', en: 'Dispatch' },
  may: handleTransfer,
  input: z.object({
    id: idInput,
    vehiclePlate: of.vehiclePlate.input,
    driver: of.driver.input,
    driverPhone: of.driverPhone.input,
    expectedAt: of.expectedAt.input,
  }),
  output: answer,
  records: ['transfer.dispatched'],
  async run(ctx, { id, ...vehicle }) {
    const row = await ctx.load(transfer, id);
    const after = await ctx.transition(transferLifecycle, row, 'dispatch', {
      ...vehicle,
      dispatchedAt: ctx.now,
      dispatchedBy: ctx.viewer.name,
    });
    await ctx.record(warehouse, row.fromWarehouseId ?? '', keepStock);
    const held = await reservedFor(ctx, id);
    const lots = await lockLotsById(
      ctx,
      held.map((one) => one.lotId),
    );
    const today = dayOf(ctx.now);
    // What was good when it was picked may have expired since; reserved or not, it does not leave.
    const bad = lots.find((lot) => availableOf({ ...lot, reservedQuantity: 0 }, today) === 0);
    if (bad) throw problem('stock.not_pickable', { batch: bad.batch });
    const entries = held.flatMap((one): Entry[] => [
      {
        lotId: one.lotId,
        kind: 'release',
        way: 'reservation',
        quantity: 0,
        reserved: -one.quantity,
        sourceId: one.lineId,
      },
      outOf(one),
    ]);
    await post(ctx, entries, { paperNo: row.number, sourceRegister: SOURCE });
    tell(ctx, 'transfer.dispatched', after, { plate: after.vehiclePlate, expectedAt: after.expectedAt });
    return after;
  },
});

/** 签收: counted at the other end. What differs needs a reason and waits for a decision; what is right is on the shelf now. */
export const receive = command('transfers.receive', {
  label: { zh: '签收', en: 'Receive' },
  may: handleTransfer,
  input: z.object({
    id: idInput,
    /** Lines that differ from what was dispatched; the others came whole. */
    lines: z
      .array(
        z.object({
          lineId: idInput,
          received: quantityInput.or(z.literal(0)),
          reason: z.string().max(200).transform(cleanText).optional(),
        }),
      )
      .default([]),
    note: of.receiptNote.input,
    photos: z.array(idInput).max(9).default([]),
  }),
  output: answer.extend({ hasDifference: z.boolean() }),
  records: ['transfer.received'],
  async run(ctx, { id, lines: counted, note, photos }) {
    const row = await ctx.load(transfer, id);
    const lines = await linesOf(ctx, id);
    const byLine = new Map(counted.map((one, index) => [one.lineId, { ...one, index }]));
    const figures = lines.map((line) => {
      const given = byLine.get(line.id);
      const sent = line.picked ?? 0;
      const quantity = given?.received ?? sent;
      if (quantity !== sent && !given?.reason) {
        const label = { zh: '差异原因', en: 'Why it differs' };
        throw problem('input.required', { label }, `lines.${given?.index ?? 0}.reason`);
      }
      return { id: line.id, quantity, reason: given?.reason ?? null, differs: quantity !== sent };
    });
    const hasDifference = figures.some(({ differs }) => differs);
    const after = await ctx.transition(transferLifecycle, row, 'receive', {
      receivedAt: ctx.now,
      receivedBy: ctx.viewer.name,
      receivedById: ctx.viewer.personId,
      receiptNote: note,
      hasDifference,
    });
    await updateLines(ctx, 'received', figures);
    if (row.toWarehouseId) {
      await ctx.record(warehouse, row.toWarehouseId, keepStock);
      const came = arrivals(await sentFor(ctx, id), new Map(figures.map((one) => [one.id, one.quantity])));
      const lots = new Map(
        (
          await lockLotsById(
            ctx,
            came.map((one) => one.lotId),
          )
        ).map((lot) => [lot.id, lot]),
      );
      const there = await openLots(
        ctx,
        row.toWarehouseId,
        came.flatMap(({ lotId }) => {
          const lot = lots.get(lotId);
          return lot ? [{ ...lot, location: null }] : [];
        }),
      );
      const entries = came.map(
        ({ lineId, quantity }, index): Entry => ({
          lotId: there[index] as string,
          kind: 'in',
          way: 'transfer_in',
          quantity,
          sourceId: lineId,
        }),
      );
      await post(ctx, entries, { paperNo: row.number, sourceRegister: SOURCE });
    }
    const files = await attachFiles(ctx, photos, { register: 'transfer', id });
    tell(ctx, 'transfer.received', after, { hasDifference, photos: files.map(({ sha256 }) => sha256) });
    return { ...after, hasDifference };
  },
});

/** 差异核定, by somebody who has not counted: a loss stays out of both shelves, a surplus comes onto the shelf it lies on. */
export const settle = command('transfers.settle', {
  label: { zh: '核定差异', en: 'Settle the difference' },
  may: approveTransfer,
  input: z.object({ id: idInput, note: z.string().min(2).max(500).transform(cleanText) }),
  output: answer,
  records: ['transfer.settled'],
  async run(ctx, { id, note }) {
    const row = await ctx.load(transfer, id);
    if (row.state !== 'received' || !row.hasDifference || row.settledAt) {
      throw problem('state.guard', { reason: { zh: '没有待核定的差异', en: 'there is no difference to settle' } });
    }
    assertOther(ctx, row.receivedById);
    const after = await ctx.update(transfer, row, {
      settledAt: ctx.now,
      settledBy: ctx.viewer.name,
      settlement: note,
    });
    const lines = await linesOf(ctx, id);
    const surplus = row.toWarehouseId ? surplusOf(lines, await sentFor(ctx, id)) : [];
    if (row.toWarehouseId && surplus.length > 0) {
      const lots = new Map(
        (
          await lockLotsById(
            ctx,
            surplus.map((one) => one.lotId),
          )
        ).map((lot) => [lot.id, lot]),
      );
      const there = await openLots(
        ctx,
        row.toWarehouseId,
        surplus.flatMap(({ lotId }) => {
          const lot = lots.get(lotId);
          return lot ? [{ ...lot, location: null }] : [];
        }),
      );
      const entries = surplus.map(
        ({ lineId, quantity }, index): Entry => ({
          lotId: there[index] as string,
          kind: 'adjust',
          way: 'surplus',
          quantity,
          sourceId: lineId,
        }),
      );
      await post(ctx, entries, { paperNo: row.number, note, sourceRegister: SOURCE });
    }
    const lost = sum(lines.map((one) => Math.max(0, (one.picked ?? 0) - (one.received ?? 0))));
    tell(ctx, 'transfer.settled', after, { lost, surplus: sum(surplus.map((one) => one.quantity)), note });
    return after;
  },
});

export const close = command('transfers.close', {
  label: { zh: '办结调拨', en: 'Close a transfer' },
  may: handleTransfer,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['transfer.closed'],
  async run(ctx, { id }) {
    const row = await ctx.transition(transferLifecycle, await ctx.load(transfer, id), 'close', { closedAt: ctx.now });
    tell(ctx, 'transfer.closed', row);
    return row;
  },
});
