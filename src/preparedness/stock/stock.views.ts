import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { grantsOf } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { containing } from '../../kernel/like.ts';
import { SUPPLY_CLASSES, supply } from '../supplies/supply.register.ts';
import { WAREHOUSE_KINDS, warehouse } from '../warehouses/warehouse.register.ts';
import { readStock } from './stock.permissions.ts';
import { addDays, dayOf, levelOf, STOCK_LEVELS, STOCK_LIMITS, type StockLevel } from './stock-limits.rules.ts';
import { stockLot } from './stock-lot.register.ts';

const amount = z.number();
const level = z.enum(Object.keys(STOCK_LEVELS) as [StockLevel, ...StockLevel[]]);

const overviewItem = z.object({
  id: z.string(),
  itemNo: z.string(),
  name: z.string(),
  spec: z.string().nullable(),
  measure: z.string(),
  supplyClass: z.string().nullable(),
  minStock: amount.nullable(),
  maxStock: amount.nullable(),
  safetyStock: amount.nullable(),
  /** On the shelves, expired and locked goods with it. */
  quantity: amount,
  reserved: amount,
  /** What may still be given out: not expired, not locked, not reserved. */
  available: amount,
  expiring: amount,
  urgent: amount,
  expired: amount,
  locked: amount,
  value: amount,
  /** By the whole stock, whatever is filtered; null for whom only a part of it is visible. */
  level: level.nullable(),
  byWarehouse: z.record(z.string(), amount),
});
type OverviewItem = z.input<typeof overviewItem>;

type Judged = Pick<OverviewItem, 'level' | 'expiring' | 'expired'>;
const isOff = ({ level: standing }: Judged) => standing !== null && standing !== 'normal';

const ALERTS = {
  any: (item: Judged) => isOff(item) || item.expiring > 0 || item.expired > 0,
  critical: (item: Judged) => item.level === 'critical',
  low: (item: Judged) => item.level === 'critical' || item.level === 'low',
  over: (item: Judged) => item.level === 'over',
  expiring: (item: Judged) => item.expiring > 0,
  expired: (item: Judged) => item.expired > 0,
} as const;

/** 库存总览: every item with what lies where, whoever owns it, and what is wrong with it. */
export const overview = view('stock.overview', {
  label: { zh: '库存总览', en: 'Stock overview' },
  may: readStock,
  input: z.object({
    q: z.string().max(100).optional(),
    supplyClass: z.enum(SUPPLY_CLASSES.map(({ id }) => id)).optional(),
    warehouseId: idInput.optional(),
    warehouseKind: z.enum(WAREHOUSE_KINDS.map(({ id }) => id)).optional(),
    ownerUnitId: idInput.optional(),
    alert: z.enum(['any', 'critical', 'low', 'over', 'expiring', 'expired'] as const).optional(),
  }),
  output: z.object({
    items: z.array(overviewItem),
    warehouses: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), kind: z.string() })),
    owners: z.array(z.object({ id: z.string(), name: z.string(), value: amount })),
    value: amount,
  }),
  reads: [stockLot, supply, warehouse],
  async run(ctx, input) {
    const { values: limits } = ctx.rules(STOCK_LIMITS);
    const today = dayOf(ctx.now);
    const like = containing(input.q ?? '');
    const lots = sql`select l.* from ${ctx.visible(stockLot)} l join warehouse w on w.id = l.warehouse_id
      where (${input.warehouseId ?? null}::uuid is null or l.warehouse_id = ${input.warehouseId ?? null}::uuid)
        and (${input.warehouseKind ?? null}::text is null or w.kind = ${input.warehouseKind ?? null})
        and (${input.ownerUnitId ?? null}::uuid is null or l.owner_unit_id = ${input.ownerUnitId ?? null}::uuid)`;
    const usable = sql`l.state = 'usable' and (l.expires_on is null or l.expires_on >= ${today}::date)`;
    const within = (days: number) => sql`${usable} and l.expires_on <= ${addDays(today, days)}::date`;
    const total = (what: unknown) => sql`coalesce(sum(l.quantity) filter (where ${what}), 0)::float8`;
    const items = await ctx.rows<Omit<OverviewItem, 'level'> & { usable: number }>(sql`
      with lot as (${lots}),
      there as (
        select l.supply_id, ${total(usable)} as usable from ${ctx.visible(stockLot)} l group by l.supply_id),
      sums as (
        select l.supply_id, sum(l.quantity)::float8 as quantity, sum(l.reserved_quantity)::float8 as reserved,
          coalesce(sum(l.quantity - l.reserved_quantity) filter (where ${usable}), 0)::float8 as available,
          ${total(within(limits.expiringDays))} as expiring, ${total(within(limits.urgentDays))} as urgent,
          ${total(sql`l.expires_on < ${today}::date`)} as expired, ${total(sql`l.state = 'locked'`)} as locked,
          coalesce(sum(l.quantity * l.unit_price), 0)::float8 as value
        from lot l group by l.supply_id),
      shelves as (
        select supply_id, jsonb_object_agg(warehouse_id, quantity) as by_warehouse from (
          select supply_id, warehouse_id, sum(quantity)::float8 as quantity from lot
          group by supply_id, warehouse_id having sum(quantity) > 0) each group by supply_id)
      select s.id, s.item_no, s.name, s.spec, s.measure, s.supply_class, s.min_stock::float8 as min_stock,
        s.max_stock::float8 as max_stock, s.safety_stock::float8 as safety_stock, coalesce(t.quantity, 0) as quantity,
        coalesce(t.reserved, 0) as reserved, coalesce(a.usable, 0) as usable, coalesce(t.available, 0) as available,
        coalesce(t.expiring, 0) as expiring, coalesce(t.urgent, 0) as urgent, coalesce(t.expired, 0) as expired,
        coalesce(t.locked, 0) as locked, coalesce(t.value, 0) as value,
        coalesce(h.by_warehouse, '{}') as by_warehouse
      from supply s left join sums t on t.supply_id = s.id left join there a on a.supply_id = s.id
      left join shelves h on h.supply_id = s.id
      where s.state = 'active' and (s.name ilike ${like} or s.item_no ilike ${like} or s.spec ilike ${like})
        and (${input.supplyClass ?? null}::text is null or s.supply_class = ${input.supplyClass ?? null})
      order by (s.supply_class = 'life_support') desc nulls last, s.supply_class nulls last, s.item_no limit 5000`);
    const seesAll = ctx.viewer.isSystem || grantsOf(readStock, ctx.viewer.hats).some(({ scope }) => scope === 'all');
    const judged = items.map(({ usable: there, ...item }) => ({
      ...item,
      level: seesAll ? levelOf(there, item) : null,
    }));
    const wanted = judged.filter((item) => !input.alert || ALERTS[input.alert](item));
    const places = await ctx.rows<{ id: string; code: string; name: string; kind: string }>(sql`
      select w.id, w.code, w.name, w.kind from ${ctx.visible(warehouse, readStock)} w
      where w.state = 'active' order by w.code limit 200`);
    const owners = await ctx.rows<{ id: string; name: string; value: number }>(sql`
      select u.id, u.short_name as name, coalesce(sum(l.quantity * l.unit_price), 0)::float8 as value
      from (${lots}) l join unit u on u.id = l.owner_unit_id group by u.id, u.short_name order by 3 desc`);
    return { items: wanted, warehouses: places, owners, value: owners.reduce((sum, one) => sum + one.value, 0) };
  },
});
