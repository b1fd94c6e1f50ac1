import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { MOST_QUANTITY } from '../../foundation/registers/types/quantity.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { supply } from '../supplies/supply.register.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import { availableOf, inPickingOrder, pick } from './picking.rules.ts';
import { coverage as covered, type Need, RESERVE_TARGETS } from './reserve-targets.rules.ts';
import { keepStock, readStock } from './stock.permissions.ts';
import {
  dayOf,
  LOT_STANDINGS,
  type LotStanding,
  rotationDueOn,
  STOCK_LIMITS,
  standingOf,
} from './stock-limits.rules.ts';
import { stockLot } from './stock-lot.register.ts';

const standing = z.enum(Object.keys(LOT_STANDINGS) as [LotStanding, ...LotStanding[]]);

const lotOutput = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  supplyId: z.string(),
  itemNo: z.string(),
  supplyName: z.string(),
  spec: z.string().nullable(),
  measure: z.string(),
  warehouseId: z.string(),
  warehouseName: z.string(),
  ownerName: z.string(),
  batch: z.string(),
  location: z.string().nullable(),
  producedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  inboundAt: z.date(),
  unitPrice: z.number().nullable(),
  quantity: z.number(),
  reservedQuantity: z.number(),
  available: z.number(),
  lockReason: z.string().nullable(),
  standing,
  rotationDueOn: z.string().nullable(),
  /** May the viewer move it? */
  isKept: z.boolean(),
});
type LotOutput = z.input<typeof lotOutput>;
type Found = Omit<LotOutput, 'available' | 'standing' | 'rotationDueOn' | 'isKept'> & {
  shelfLifeMonths: number | null;
  rotationMonths: number | null;
};

/** Lots that hold something, as they stand today, in the order they should be given out. */
async function lotsWhere(ctx: ReadContext, where: RawBuilder<unknown>): Promise<LotOutput[]> {
  const { values: limits } = ctx.rules(STOCK_LIMITS);
  const today = dayOf(ctx.now);
  const rows = await ctx.rows<Found & { isKept: boolean }>(sql`
    select l.id, l.version, l.state, l.supply_id, s.item_no, s.name as supply_name, s.spec, s.measure, l.warehouse_id,
      w.name as warehouse_name, u.short_name as owner_name, l.batch, l.location, l.produced_on, l.expires_on, l.inbound_at,
      l.unit_price::float8 as unit_price, l.quantity::float8 as quantity, l.reserved_quantity::float8 as reserved_quantity,
      l.lock_reason, s.shelf_life_months, s.rotation_months,
      exists (select 1 from ${ctx.holds(keepStock) ? ctx.visible(stockLot, keepStock) : sql`(select null::uuid as id where false)`} k
        where k.id = l.id) as is_kept
    from ${ctx.visible(stockLot)} l join supply s on s.id = l.supply_id join warehouse w on w.id = l.warehouse_id
      join unit u on u.id = l.owner_unit_id
    where l.quantity > 0 and ${where} order by s.item_no, l.id limit 5000`);
  const judged = rows.map(({ shelfLifeMonths, rotationMonths, ...lot }) => ({
    ...lot,
    available: availableOf(lot, today),
    standing: standingOf(lot, { shelfLifeMonths, rotationMonths }, today, limits),
    rotationDueOn: rotationDueOn(lot, { shelfLifeMonths, rotationMonths }, limits),
  }));
  return inPickingOrder(judged);
}

const lots = z.object({ lots: z.array(lotOutput), value: z.number() });
const withValue = (found: LotOutput[]) => ({
  lots: found,
  value: found.reduce((total, lot) => total + lot.quantity * (lot.unitPrice ?? 0), 0),
});

/** The lots of one item, wherever they lie, next to be given out first. */
export const ofSupply = view('stock.ofSupply', {
  label: { zh: '物资库存批次', en: 'Lots of a supply' },
  may: readStock,
  input: z.object({ supplyId: idInput }),
  output: lots,
  reads: [stockLot],
  run: async (ctx, { supplyId }) => withValue(await lotsWhere(ctx, sql`l.supply_id = ${supplyId}`)),
});

/** What lies in one warehouse, and how much room it takes. */
export const ofWarehouse = view('stock.ofWarehouse', {
  label: { zh: '储备库库存', en: 'Stock of a warehouse' },
  may: readStock,
  input: z.object({ warehouseId: idInput }),
  output: lots.extend({ volume: z.number() }),
  reads: [stockLot],
  async run(ctx, { warehouseId }) {
    const found = await lotsWhere(ctx, sql`l.warehouse_id = ${warehouseId}`);
    const room = await ctx.row<{ volume: number }>(sql`
      select coalesce(sum(l.quantity * s.unit_volume), 0)::float8 as volume
      from ${ctx.visible(stockLot)} l join supply s on s.id = l.supply_id where l.warehouse_id = ${warehouseId}`);
    return { ...withValue(found), volume: room?.volume ?? 0 };
  },
});

/** 轮换与效期: expired, expiring, locked, due to be rotated; the soonest first. */
export const due = view('stock.due', {
  label: { zh: '效期与轮换清单', en: 'Expiring and due for rotation' },
  may: readStock,
  input: z.object({ standing: standing.optional(), warehouseId: idInput.optional() }),
  output: z.object({ lots: z.array(lotOutput) }),
  reads: [stockLot],
  async run(ctx, { standing: wanted, warehouseId }) {
    const found = await lotsWhere(ctx, warehouseId ? sql`l.warehouse_id = ${warehouseId}` : sql`true`);
    return { lots: found.filter((lot) => (wanted ? lot.standing === wanted : lot.standing !== 'good')) };
  },
});

/** The lots that the rule would take; `missing` is what the shelf cannot give. */
export const proposal = view('stock.proposal', {
  label: { zh: '先到期先出建议', en: 'First expired, first out' },
  may: keepStock,
  input: z.object({
    warehouseId: idInput,
    supplyId: idInput,
    quantity: z.number().min(0.001).max(MOST_QUANTITY),
  }),
  output: z.object({
    picks: z.array(z.object({ lotId: z.string(), quantity: z.number() })),
    missing: z.number(),
    lots: z.array(lotOutput),
  }),
  reads: [stockLot],
  async run(ctx, { warehouseId, supplyId, quantity }) {
    const where = sql`l.warehouse_id = ${warehouseId} and l.supply_id = ${supplyId}`;
    const found = (await lotsWhere(ctx, where)).filter(({ isKept }) => isKept);
    return { ...pick(found, quantity, dayOf(ctx.now)), lots: found };
  },
});

const need = z.object({
  need: z.string(),
  target: z.number(),
  stock: z.number(),
  people: z.number(),
  percent: z.number(),
});

/** 保障能力: how many residents the life-support goods on the shelves serve, against the share they should. */
export const coverage = view('stock.coverage', {
  label: { zh: '生活保障能力', en: 'Residents served by the reserve' },
  may: readStock,
  input: z.object({}),
  output: z.object({
    people: z.number(),
    percent: z.number(),
    targetPeople: z.number(),
    targetPercent: z.number(),
    residents: z.number(),
    isAssumed: z.boolean(),
    citation: z.string(),
    needs: z.array(need),
  }),
  reads: [stockLot, supply, warehouse],
  async run(ctx) {
    const rules = ctx.rules(RESERVE_TARGETS);
    const rows = await ctx.rows<{ need: Need; stock: number }>(sql`
      select s.need, sum(l.quantity * s.need_each)::float8 as stock
      from ${ctx.visible(stockLot)} l join supply s on s.id = l.supply_id
      where s.need is not null and s.need_each is not null and l.state = 'usable'
        and (l.expires_on is null or l.expires_on >= ${dayOf(ctx.now)}::date)
      group by s.need`);
    const stock = Object.fromEntries(rows.map((row) => [row.need, row.stock]));
    return {
      ...covered(stock, rules.values),
      targetPercent: rules.values.percent,
      residents: rules.values.residents,
      isAssumed: rules.isAssumed,
      citation: rules.citation,
    };
  },
});
