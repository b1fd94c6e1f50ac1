import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { MOST_QUANTITY } from '../../foundation/registers/types/quantity.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { cleanText } from '../../foundation/registers/types/text.type.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { type Entry, itemsOf, lockLotsById, openLots, post, sum } from '../stock/index.ts';
import { stockLot } from '../stock/stock-lot.register.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import { stocktakeLifecycle } from './stocktake.lifecycle.ts';
import { approveStocktake, countStock } from './stocktake.permissions.ts';
import { STOCKTAKE_KINDS, stocktake } from './stocktake.register.ts';
import { type CountedLine, differenceOf, openPoints } from './stocktake.rules.ts';
import { stocktakeLine } from './stocktake-line.register.ts';

type Stocktake = RowOf<typeof stocktake>;

const answer = z.object({ id: z.string(), number: z.string().nullable(), state: z.string(), version: z.number() });
const counted = z.number().min(0).max(MOST_QUANTITY).multipleOf(0.001);
const note = z.string().min(2).max(500).transform(cleanText);
const reason = z.string().max(200).transform(cleanText);
const filledReason = z.string().min(2).max(200).transform(cleanText);

/** 开始盘点: the list is fixed now. Two that begin at once in one warehouse: one wins, the other sees whose it is. */
export const begin = command('stocktakes.begin', {
  label: { zh: '开始盘点', en: 'Begin a stocktake' },
  may: countStock,
  input: z.object({
    warehouseId: idInput,
    kind: z.enum(STOCKTAKE_KINDS.map(({ id }) => id)),
    /** Some items only; all of them unless told. */
    supplyIds: z.array(idInput).max(500).default([]),
    note: stocktake.fields.note.input,
  }),
  output: answer,
  records: ['stocktake.begun'],
  async run(ctx, { warehouseId, kind, supplyIds, note: about }) {
    // Locked, so that whoever begins second waits here and then finds the first.
    const place = await ctx.load(warehouse, warehouseId, countStock);
    const running = await ctx.row<{ number: string }>(sql`select number from stocktake
      where warehouse_id = ${warehouseId} and state in ('counting', 'submitted')`);
    if (running) throw problem('stocktake.running', { warehouse: place.name, number: running.number });
    const row = await ctx.insert(stocktake, {
      warehouseId,
      kind,
      note: about,
      round: 1,
      ownerUnitId: place.ownerUnitId,
      areaCode: place.areaCode,
    });
    const lots = await ctx.rows<{ id: string }>(sql`
      select l.id from stock_lot l join supply s on s.id = l.supply_id
      where l.warehouse_id = ${warehouseId} and l.quantity > 0
        and (${supplyIds.length === 0} or l.supply_id = any(${supplyIds}::uuid[]))
      order by l.location nulls last, s.item_no, l.batch`);
    if (lots.length === 0) {
      throw problem('state.guard', { reason: { zh: '库内没有可盘点的物资', en: 'there is nothing to count' } });
    }
    const rows = lots.map(({ id }, index) => ({ id: newId(), lot_id: id, line_no: index + 1 }));
    await sql`insert into stocktake_line (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at,
        created_by, changed_at, changed_by, changed_fact, stocktake_id, line_no, supply_id, lot_id, batch, expires_on,
        location, is_found)
      select g.id, 'active', t.mark, t.owner_unit_id, t.owner_unit_path, t.area_code, ${ctx.now}::timestamptz,
        ${ctx.viewer.personId}::uuid, ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid, ${ctx.commandId}::uuid, t.id,
        g.line_no, l.supply_id, l.id, l.batch, l.expires_on, l.location, false
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, lot_id uuid, line_no integer)
        join stock_lot l on l.id = g.lot_id join stocktake t on t.id = ${row.id}`.execute(ctx.tx);
    tell(ctx, 'stocktake.begun', row, { lines: rows.length });
    return row;
  },
});

interface Line extends CountedLine {
  readonly id: string;
  readonly lineNo: number;
  readonly supplyId: string;
  readonly lotId: string | null;
  readonly batch: string;
  readonly expiresOn: string | null;
  readonly countedById: string | null;
}

const linesOf = (ctx: CommandContext, id: string) =>
  ctx.rows<Line>(sql`select id, line_no, supply_id, lot_id, batch, expires_on, booked::float8 as booked,
    counted::float8 as counted, counted_by_id, reason from stocktake_line where stocktake_id = ${id} order by line_no`);

async function counting(ctx: CommandContext, id: string): Promise<Stocktake> {
  const row = await ctx.load(stocktake, id);
  if (row.state !== 'counting') {
    const state = stocktakeLifecycle.states[row.state as keyof typeof stocktakeLifecycle.states];
    throw problem('state.not_allowed', { state, transition: { zh: '盘点', en: 'Count' } });
  }
  return row;
}

/** 盘点: what is there. The book of this very moment is set beside it, so that goods may come and go before and after. */
export const count = command('stocktakes.count', {
  label: { zh: '登记实盘数量', en: 'Count' },
  may: countStock,
  perMinute: 600,
  input: z.object({
    id: idInput,
    lines: z
      .array(z.object({ lineId: idInput, counted, reason: reason.optional() }))
      .min(1)
      .max(2000),
  }),
  output: answer.extend({ left: z.number() }),
  records: ['stocktake.counted'],
  async run(ctx, { id, lines: given }) {
    const row = await counting(ctx, id);
    const lines = new Map((await linesOf(ctx, id)).map((line) => [line.id, line]));
    const unknown = given.findIndex(({ lineId }) => !lines.has(lineId));
    if (unknown >= 0) throw problem('record.unknown', {}, `lines.${unknown}.lineId`);
    const lots = await lockLotsById(
      ctx,
      given.flatMap(({ lineId }) => lines.get(lineId)?.lotId ?? []),
    );
    const book = new Map(lots.map((lot) => [lot.id, lot.quantity]));
    const figures = given.map((one) => ({
      id: one.lineId,
      counted: one.counted,
      booked: book.get(lines.get(one.lineId)?.lotId ?? '') ?? 0,
      reason: one.reason ?? null,
    }));
    await sql`update stocktake_line l set counted = g.counted, booked = g.booked, counted_at = ${ctx.now},
        counted_by_id = ${ctx.viewer.personId}, counted_by = ${ctx.viewer.name}, reason = coalesce(g.reason, l.reason),
        version = l.version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId},
        changed_fact = ${ctx.commandId}
      from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as g(id uuid, counted numeric(14, 3),
        booked numeric(14, 3), reason text) where l.id = g.id`.execute(ctx.tx);
    const now = new Set(given.map(({ lineId }) => lineId));
    const left = [...lines.values()].filter((line) => line.counted === null && !now.has(line.id)).length;
    tell(ctx, 'stocktake.counted', row, { lines: given.length, left });
    return { ...row, left };
  },
});

/** 账外发现: goods on the shelf that stand in no book. */
export const found = command('stocktakes.found', {
  label: { zh: '登记账外物资', en: 'Note goods that were found' },
  may: countStock,
  input: z.object({
    id: idInput,
    supplyId: idInput,
    batch: z.string().min(1).max(60).transform(cleanText),
    expiresOn: stockLot.fields.expiresOn.input,
    location: stockLot.fields.location.input,
    counted: counted.min(0.001),
    reason: filledReason,
  }),
  output: answer,
  records: ['stocktake.found'],
  async run(ctx, { id, ...goods }) {
    const row = await counting(ctx, id);
    if (!(await itemsOf(ctx, [goods.supplyId])).has(goods.supplyId)) throw problem('record.unknown', {}, 'supplyId');
    const last = (await linesOf(ctx, id)).at(-1)?.lineNo ?? 0;
    await ctx.insert(stocktakeLine, {
      ...goods,
      stocktakeId: id,
      lineNo: last + 1,
      isFound: true,
      booked: 0,
      countedAt: ctx.now,
      countedById: ctx.viewer.personId,
      countedBy: ctx.viewer.name,
      ownerUnitId: row.ownerUnitId,
      areaCode: row.areaCode,
    });
    tell(ctx, 'stocktake.found', row, { batch: goods.batch, counted: goods.counted });
    return row;
  },
});

/** Why something differs; the difference is known only after the count is over. */
export const explain = command('stocktakes.explain', {
  label: { zh: '说明差异原因', en: 'Explain differences' },
  may: countStock,
  input: z.object({
    id: idInput,
    lines: z
      .array(z.object({ lineId: idInput, reason: filledReason }))
      .min(1)
      .max(2000),
  }),
  output: answer,
  records: ['stocktake.explained'],
  async run(ctx, { id, lines }) {
    const row = await ctx.load(stocktake, id);
    if (row.state !== 'submitted') {
      throw problem('state.guard', { reason: { zh: '提交后才显示差异', en: 'differences show once it is submitted' } });
    }
    const changed = await ctx.rows(sql`update stocktake_line l set reason = g.reason, version = l.version + 1,
        changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}
      from jsonb_to_recordset(${JSON.stringify(lines.map(({ lineId, reason: why }) => ({ id: lineId, reason: why })))}::jsonb)
        as g(id uuid, reason text) where l.id = g.id and l.stocktake_id = ${id} returning l.id`);
    if (changed.length < lines.length) throw problem('record.unknown', {}, 'lines');
    tell(ctx, 'stocktake.explained', row, { lines: lines.length });
    return row;
  },
});

export const submit = command('stocktakes.submit', {
  label: { zh: '提交盘点', en: 'Submit a stocktake' },
  may: countStock,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['stocktake.submitted'],
  async run(ctx, { id }) {
    const row = await ctx.load(stocktake, id);
    const lines = await linesOf(ctx, id);
    const { uncounted } = openPoints(lines);
    if (uncounted > 0) throw problem('stocktake.uncounted', { count: uncounted });
    const after = await ctx.transition(stocktakeLifecycle, row, 'submit', { submittedAt: ctx.now });
    tell(ctx, 'stocktake.submitted', after, { differing: lines.filter((line) => differenceOf(line) !== 0).length });
    return after;
  },
});

/** 复盘: what differs is counted anew; what was right stays. */
export const recount = command('stocktakes.recount', {
  label: { zh: '退回复盘', en: 'Send back to be counted again' },
  may: approveStocktake,
  input: z.object({ id: idInput, note }),
  output: answer,
  records: ['stocktake.sent_back'],
  async run(ctx, { id, note: decision }) {
    const row = await ctx.load(stocktake, id);
    const after = await ctx.transition(stocktakeLifecycle, row, 'recount', { round: row.round + 1, decision });
    await sql`update stocktake_line set counted = null, booked = null, counted_at = null, reason = null,
        version = version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId},
        changed_fact = ${ctx.commandId}
      where stocktake_id = ${id} and counted <> booked and not is_found`.execute(ctx.tx);
    tell(ctx, 'stocktake.sent_back', after, { reason: decision });
    return after;
  },
});

/** 盘盈盘亏: the difference, not the count, goes into the ledger; so whatever came and went meanwhile stays right. */
export const approve = command('stocktakes.approve', {
  label: { zh: '批准盘点差异', en: 'Approve the differences' },
  may: approveStocktake,
  input: z.object({ id: idInput, note: stocktake.fields.decision.input }),
  output: answer,
  records: ['stocktake.approved'],
  async run(ctx, { id, note: decision }) {
    const row = await ctx.load(stocktake, id);
    const lines = await linesOf(ctx, id);
    if (row.createdBy === ctx.viewer.personId || lines.some((line) => line.countedById === ctx.viewer.personId))
      throw problem('stocktake.same_person');
    const { unexplained } = openPoints(lines);
    if (unexplained > 0) throw problem('stocktake.unexplained', { count: unexplained });
    const after = await ctx.transition(stocktakeLifecycle, row, 'approve', {
      decidedAt: ctx.now,
      decidedBy: ctx.viewer.name,
      decision,
    });
    const differing = lines.filter((line) => differenceOf(line) !== 0);
    const opened = await lotsOfFound(ctx, row, differing);
    const entries = differing.map((line): Entry => {
      const quantity = differenceOf(line);
      const lotId = line.lotId ?? (opened.get(line.id) as string);
      return { lotId, kind: 'adjust', way: quantity > 0 ? 'surplus' : 'shortfall', quantity, sourceId: line.id };
    });
    await assertEnough(ctx, entries);
    await post(ctx, entries, { paperNo: row.number, sourceRegister: 'stocktake_line' });
    tell(ctx, 'stocktake.approved', after, {
      surplus: sum(entries.map(({ quantity }) => Math.max(0, quantity))),
      shortfall: sum(entries.map(({ quantity }) => Math.max(0, -quantity))),
    });
    return after;
  },
});

async function lotsOfFound(ctx: CommandContext, row: Stocktake, lines: readonly Line[]): Promise<Map<string, string>> {
  const without = lines.filter((line) => line.lotId === null);
  if (without.length === 0) return new Map();
  const place = await ctx.record(warehouse, row.warehouseId, approveStocktake);
  const ids = await openLots(
    ctx,
    row.warehouseId,
    without.map(({ supplyId, batch, expiresOn }) => ({
      supplyId,
      batch,
      expiresOn,
      producedOn: null,
      unitPrice: null,
      inboundAt: ctx.now,
      ownerUnitId: place.ownerUnitId,
    })),
  );
  return new Map(without.map((line, index) => [line.id, ids[index] as string]));
}

/** A shortfall larger than what is left, or than what is not reserved, is told by the lot it concerns. */
async function assertEnough(ctx: CommandContext, entries: readonly Entry[]): Promise<void> {
  const lots = await lockLotsById(
    ctx,
    entries.map(({ lotId }) => lotId),
  );
  const changes = new Map(entries.map(({ lotId, quantity }) => [lotId, quantity]));
  const bad = lots.find((lot) => sum([lot.quantity, changes.get(lot.id) ?? 0, -lot.reservedQuantity]) < 0);
  if (bad) throw problem('stock.not_pickable', { batch: bad.batch });
}

export const cancel = command('stocktakes.cancel', {
  label: { zh: '撤销盘点', en: 'Cancel a stocktake' },
  may: countStock,
  input: z.object({ id: idInput, reason: note }),
  output: answer,
  records: ['stocktake.cancelled'],
  async run(ctx, { id, reason: why }) {
    const row = await ctx.transition(stocktakeLifecycle, await ctx.load(stocktake, id), 'cancel');
    tell(ctx, 'stocktake.cancelled', row, { reason: why });
    return row;
  },
});

function tell(ctx: CommandContext, kind: string, row: Stocktake, payload: Readonly<Record<string, unknown>>): void {
  ctx.fact({
    kind,
    subject: { register: 'stocktake', id: row.id },
    concerns: [{ register: 'warehouse', id: row.warehouseId }],
    payload: { number: row.number, ...payload },
  });
}
