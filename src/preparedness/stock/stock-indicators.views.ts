import { sql } from 'kysely';
import { defineIndicator } from '../../foundation/indicators/define.ts';
import { supply } from '../supplies/supply.register.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';

/** Goods that may be given out: neither expired nor locked. */
const usable = (today: string) => sql`l.state = 'usable' and (l.expires_on is null or l.expires_on >= ${today}::date)`;

/** 达到库存下限: item by item, over all warehouses and owners. */
export const stockAboveMinimum = defineIndicator('stock_above_minimum', {
  label: { zh: '物资库存达到下限的品种比例', en: 'Items of which enough is in stock' },
  register: supply,
  measure: 'level',
  rules: {
    reading: '可用库存（未过期、未锁定，含已预留）不少于库存下限的品种。',
    denominator: '设有库存下限的在册品种。',
    target: 100,
    baseYear: 2026,
    baseValue: 0,
    citation: '区级自定，待主责部门会同储备主体确认',
    isAssumed: true,
  },
  counted: ({ records, today }) => sql`
    select s.id as record_id, null::timestamptz as at,
      (coalesce((select sum(l.quantity) from stock_lot l where l.supply_id = s.id and l.mark = 'real'
        and ${usable(today)}), 0) >= s.min_stock)::int as part, 1 as whole,
      s.owner_unit_path, s.area_code, 'supply' as link_register, s.id as link_id
    from ${records} s where s.state = 'active' and s.min_stock is not null`,
});

/** The same by where it lies: of what a warehouse keeps, how many items are short in the district. */
export const warehousesWithoutShortage = defineIndicator('warehouse_items_above_minimum', {
  label: { zh: '各库存放品种达到下限的比例', en: 'Kept items of which enough is in stock, by warehouse' },
  register: warehouse,
  measure: 'level',
  rules: {
    reading: '每个储备库所存放、设有下限的品种中，全区可用库存达到下限的品种数。',
    denominator: '各储备库存放的、设有下限的品种数之和。',
    target: 100,
    baseYear: 2026,
    baseValue: 0,
    citation: '区级自定，待主责部门会同储备主体确认',
    isAssumed: true,
  },
  counted: ({ records, today }) => sql`
    select w.id as record_id, null::timestamptz as at, count(*) filter (where k.is_enough)::int as part,
      count(*)::int as whole, w.owner_unit_path, w.area_code, 'warehouse' as link_register, w.id as link_id
    from ${records} w join (
      select distinct h.warehouse_id, s.id, (coalesce((select sum(l.quantity) from stock_lot l
        where l.supply_id = s.id and l.mark = 'real' and ${usable(today)}), 0) >= s.min_stock) as is_enough
      from stock_lot h join supply s on s.id = h.supply_id
      where h.mark = 'real' and s.state = 'active' and s.min_stock is not null) k on k.warehouse_id = w.id
    where w.state = 'active' group by w.id, w.owner_unit_path, w.area_code`,
});
