import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { MOST_QUANTITY } from '../../foundation/registers/types/quantity.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { problem } from '../../kernel/problems.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import { type Entry, itemsOf, type LotRow, lockLotsById, openLots, post, short } from './ledger.commands.ts';
import { availableOf, sum } from './picking.rules.ts';
import { keepStock } from './stock.permissions.ts';
import { tell } from './stock-facts.ts';
import { dayOf } from './stock-limits.rules.ts';
import { stockLotLifecycle } from './stock-lot.lifecycle.ts';
import { stockLot } from './stock-lot.register.ts';
import { stockMovement } from './stock-movement.register.ts';

const { fields: of } = stockMovement;
const answer = z.object({ count: z.number() });
const amount = z.number().min(0.001).max(MOST_QUANTITY).multipleOf(0.001);
const reason = z.string().min(2).max(200).transform(cleanText);

/** 移库: the same goods in another warehouse, at once and by the same hand; what travels on a road is a transfer. */
export const move = command('stock.move', {
  label: { zh: '移库', en: 'Move to another warehouse' },
  may: keepStock,
  input: z.object({
    id: idInput,
    toWarehouseId: idInput,
    quantity: amount,
    location: stockLot.fields.location.input,
    note: of.note.input,
  }),
  output: answer,
  records: ['stock.moved'],
  async run(ctx, { id, toWarehouseId, quantity, location, note }) {
    const lot = await theLot(ctx, id);
    const to = await ctx.record(warehouse, toWarehouseId, keepStock);
    if (to.id === lot.warehouseId) {
      const reason = { zh: '就是原储备库', en: 'is where it lies already' };
      throw problem('input.field', { label: of.warehouseId.label, reason }, 'toWarehouseId');
    }
    const items = await itemsOf(ctx, [lot.supplyId]);
    const free = sum([lot.quantity, -lot.reservedQuantity]);
    if (free < quantity) throw short(items.get(lot.supplyId), quantity, sum([quantity, -free]), 'quantity');
    const [there = ''] = await openLots(ctx, toWarehouseId, [{ ...lot, location }]);
    const entries: Entry[] = [
      { lotId: lot.id, kind: 'move', way: 'relocation', quantity: -quantity },
      { lotId: there, kind: 'move', way: 'relocation', quantity },
    ];
    await post(ctx, entries, { note });
    tell(ctx, 'stock.moved', lot.warehouseId, 'relocation', items, entries, [lot], toWarehouseId);
    return { count: 2 };
  },
});

async function theLot(ctx: CommandContext, id: string): Promise<LotRow> {
  await ctx.load(stockLot, id, keepStock);
  const [lot] = await lockLotsById(ctx, [id]);
  return lot as LotRow;
}

/** 预留: goods that stay on the shelf for something known. */
export const reserve = command('stock.reserve', {
  label: { zh: '预留', en: 'Reserve' },
  may: keepStock,
  input: z.object({ id: idInput, quantity: amount, note: z.string().min(2).max(500).transform(cleanText) }),
  output: answer,
  records: ['stock.reserved'],
  async run(ctx, { id, quantity, note }) {
    const lot = await theLot(ctx, id);
    const items = await itemsOf(ctx, [lot.supplyId]);
    const free = availableOf(lot, dayOf(ctx.now));
    if (free < quantity) throw short(items.get(lot.supplyId), quantity, sum([quantity, -free]), 'quantity');
    const entries: Entry[] = [{ lotId: id, kind: 'reserve', way: 'reservation', quantity: 0, reserved: quantity }];
    await post(ctx, entries, { note });
    tell(ctx, 'stock.reserved', lot.warehouseId, 'reservation', items, entries, [lot]);
    return { count: 1 };
  },
});

/** Takes a reservation back that a person made; those of transfers go with their transfer. */
export const release = command('stock.release', {
  label: { zh: '释放预留', en: 'Release what is reserved' },
  may: keepStock,
  input: z.object({ id: idInput, quantity: amount, note: of.note.input }),
  output: answer,
  records: ['stock.released'],
  async run(ctx, { id, quantity, note }) {
    const lot = await theLot(ctx, id);
    const items = await itemsOf(ctx, [lot.supplyId]);
    const byHand = await reservedByHand(ctx, id);
    if (byHand < quantity) throw short(items.get(lot.supplyId), quantity, sum([quantity, -byHand]), 'quantity');
    const entries: Entry[] = [{ lotId: id, kind: 'release', way: 'reservation', quantity: 0, reserved: -quantity }];
    await post(ctx, entries, { note });
    tell(ctx, 'stock.released', lot.warehouseId, 'reservation', items, entries, [lot]);
    return { count: 1 };
  },
});

async function reservedByHand(ctx: CommandContext, lotId: string): Promise<number> {
  const row = await ctx.row<{ total: number }>(sql`select coalesce(sum(reserved_quantity), 0)::float8 as total
    from stock_movement where lot_id = ${lotId} and source_id is null`);
  return row?.total ?? 0;
}

/** 锁定: damaged, under examination, recalled. A locked lot is never picked. */
export const lock = command('stock.lock', {
  label: { zh: '锁定批次', en: 'Lock a lot' },
  may: keepStock,
  input: z.object({ id: idInput, reason }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['stock.locked'],
  run: (ctx, input) => step(ctx, input, 'lock'),
});

export const unlock = command('stock.unlock', {
  label: { zh: '解锁批次', en: 'Unlock a lot' },
  may: keepStock,
  input: z.object({ id: idInput, reason }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['stock.unlocked'],
  run: (ctx, input) => step(ctx, input, 'unlock'),
});

async function step(ctx: CommandContext, input: { id: string; reason: string }, name: 'lock' | 'unlock') {
  const row = await ctx.load(stockLot, input.id, keepStock);
  const lockReason = name === 'lock' ? input.reason : null;
  const after = await ctx.transition(stockLotLifecycle, row, name, { lockReason });
  ctx.fact({
    kind: `stock.${name}ed`,
    subject: { register: 'stock_lot', id: row.id },
    concerns: [
      { register: 'warehouse', id: row.warehouseId },
      { register: 'supply', id: row.supplyId },
    ],
    payload: { batch: row.batch, reason: input.reason },
  });
  return after;
}
