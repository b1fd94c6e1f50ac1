import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { MOST_QUANTITY } from '../../foundation/registers/types/quantity.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { problem } from '../../kernel/problems.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import { type Entry, type Item, type LotRow, lockLots, openLots, post, short } from './ledger.commands.ts';
import { availableOf, isInOrder, type Picked, pick, sum } from './picking.rules.ts';
import { keepStock } from './stock.permissions.ts';
import { known, numbered, pastOf, tell } from './stock-facts.ts';
import { addMonths, dayOf } from './stock-limits.rules.ts';
import { stockLot } from './stock-lot.register.ts';
import { stockMovement, WAYS_IN, WAYS_OUT } from './stock-movement.register.ts';

const { fields: of } = stockMovement;
const answer = z.object({ count: z.number() });
const amount = z.number().min(0.001).max(MOST_QUANTITY).multipleOf(0.001);
/** A delivery note or a stocktaking sheet has a few hundred lines; a first load some thousands. */
const MOST_LINES = 5000;

const paper = {
  warehouseId: idInput,
  happenedAt: instantInput.optional(),
  paperNo: of.paperNo.input,
  counterpart: of.counterpart.input,
  note: of.note.input,
};

const lineIn = z.object({
  /** The item, by its id or by its number: sheets know numbers. */
  supplyId: idInput.optional(),
  itemNo: z.string().max(40).transform(cleanText).optional(),
  quantity: amount,
  batch: z.string().max(60).transform(cleanText).optional(),
  location: stockLot.fields.location.input,
  producedOn: stockLot.fields.producedOn.input,
  expiresOn: stockLot.fields.expiresOn.input,
  unitPrice: stockLot.fields.unitPrice.input,
});

/** Those that a person chooses; goods come in from a transfer by receiving it. */
const wayIn = z.enum(WAYS_IN.map(({ id }) => id)).exclude(['transfer_in']);
const wayOut = z.enum(WAYS_OUT.map(({ id }) => id)).exclude(['transfer_out']);

/** 入库: goods come onto the shelf, each line into its lot. */
export const receive = command('stock.receive', {
  label: { zh: '入库', en: 'Take goods in' },
  may: keepStock,
  input: z.object({
    ...paper,
    way: wayIn,
    /** 储备主体: whose goods they are; the warehouse's own unit unless told. */
    ownerUnitId: idInput.optional(),
    lines: z.array(lineIn).min(1).max(MOST_LINES),
  }),
  output: answer,
  records: ['stock.received'],
  async run(ctx, { lines: given, way, warehouseId, ownerUnitId, ...about }) {
    const place = await ctx.record(warehouse, warehouseId, keepStock);
    const happenedAt = pastOf(ctx, about.happenedAt);
    const lines = await numbered(ctx, given);
    const items = await known(ctx, lines);
    const today = dayOf(happenedAt);
    const lots = lines.map((line, index) => {
      const expiresOn = line.expiresOn ?? expiryOf(line.producedOn, items.get(line.supplyId));
      if (line.producedOn && expiresOn && expiresOn < line.producedOn) {
        const reason = { zh: '早于生产日期', en: 'lies before the day it was produced' };
        throw problem('input.field', { label: stockLot.fields.expiresOn.label, reason }, `lines.${index}.expiresOn`);
      }
      return {
        supplyId: line.supplyId,
        ownerUnitId: ownerUnitId ?? place.ownerUnitId,
        batch: line.batch || today.replaceAll('-', ''),
        location: line.location,
        producedOn: line.producedOn,
        expiresOn,
        inboundAt: happenedAt,
        unitPrice: line.unitPrice,
      };
    });
    const ids = await openLots(ctx, warehouseId, lots);
    const entries = lines.map(
      (line, index): Entry => ({ lotId: ids[index] as string, kind: 'in', way, quantity: line.quantity }),
    );
    await post(ctx, entries, { ...about, happenedAt });
    tell(ctx, 'stock.received', warehouseId, way, items, entries, lots);
    return { count: entries.length };
  },
});

const expiryOf = (producedOn: string | null, item: Item | undefined) =>
  producedOn && item?.shelfLifeMonths ? addMonths(producedOn, item.shelfLifeMonths) : null;

const lineOut = z.object({
  supplyId: idInput,
  quantity: amount,
  /** Other lots than the rule's; then a reason is asked. */
  lots: z
    .array(z.object({ lotId: idInput, quantity: amount }))
    .min(1)
    .max(200)
    .optional(),
  reason: of.overrideReason.input,
});

/** 出库: first expired, first out, unless somebody says why not. Scrapping takes the very lots that are named. */
export const issue = command('stock.issue', {
  label: { zh: '出库', en: 'Issue goods' },
  may: keepStock,
  input: z.object({ ...paper, way: wayOut, lines: z.array(lineOut).min(1).max(MOST_LINES) }),
  output: answer,
  records: ['stock.issued'],
  async run(ctx, { lines, way, warehouseId, ...about }) {
    await ctx.record(warehouse, warehouseId, keepStock);
    const happenedAt = pastOf(ctx, about.happenedAt);
    const items = await known(ctx, lines);
    const lots = await lockLots(
      ctx,
      warehouseId,
      lines.map((line) => line.supplyId),
      keepStock,
    );
    const entries: Entry[] = [];
    // A later line of the same item sees what the earlier ones have taken.
    const left = new Map(lots.map((lot) => [lot.id, lot]));
    for (const [index, line] of lines.entries()) {
      const shelf = [...left.values()].filter((lot) => lot.supplyId === line.supplyId);
      const picks = picksOf(line, shelf, dayOf(ctx.now), way === 'scrap', items.get(line.supplyId), `lines.${index}`);
      for (const { lotId, quantity } of picks) {
        entries.push({ lotId, kind: 'out', way, quantity: -quantity, overrideReason: line.lots ? line.reason : null });
        const lot = left.get(lotId) as LotRow;
        left.set(lotId, { ...lot, quantity: sum([lot.quantity, -quantity]) });
      }
    }
    await post(ctx, entries, { ...about, happenedAt });
    tell(ctx, 'stock.issued', warehouseId, way, items, entries, lots);
    return { count: entries.length };
  },
});

function picksOf(
  line: z.output<typeof lineOut>,
  shelf: readonly LotRow[],
  today: string,
  isScrap: boolean,
  item: Item | undefined,
  field: string,
): Picked[] {
  if (!line.lots) {
    const { picks, missing } = pick(shelf, line.quantity, today);
    if (missing > 0) throw short(item, line.quantity, missing, `${field}.quantity`);
    return picks;
  }
  const total = sum(line.lots.map((one) => one.quantity));
  if (total !== line.quantity) {
    const reason = { zh: `与各批次合计 ${total} 不符`, en: `is not the sum of the lots, ${total}` };
    throw problem('input.field', { label: of.quantity.label, reason }, `${field}.quantity`);
  }
  for (const { lotId, quantity } of line.lots) {
    const lot = shelf.find((one) => one.id === lotId);
    if (!lot) throw problem('record.unknown', {}, `${field}.lots`);
    const free = isScrap ? sum([lot.quantity, -lot.reservedQuantity]) : availableOf(lot, today);
    if (free < quantity) throw problem('stock.not_pickable', { batch: lot.batch }, `${field}.lots`);
  }
  if (!isScrap && !line.reason && !isInOrder(shelf, line.lots, today))
    throw problem('stock.not_first', { item: item?.name ?? '' }, `${field}.reason`);
  return line.lots;
}
