import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readStock } from './stock.permissions.ts';
import { stockLot } from './stock-lot.register.ts';
import { MOVEMENT_KINDS, stockMovement } from './stock-movement.register.ts';

const item = z.object({
  id: z.string(),
  kind: z.string(),
  way: z.string(),
  quantity: z.number(),
  reservedQuantity: z.number(),
  unitPrice: z.number().nullable(),
  happenedAt: z.date(),
  recordedAt: z.date(),
  actorName: z.string().nullable(),
  paperNo: z.string().nullable(),
  counterpart: z.string().nullable(),
  note: z.string().nullable(),
  overrideReason: z.string().nullable(),
  lotId: z.string(),
  batch: z.string(),
  supplyId: z.string(),
  supplyName: z.string(),
  measure: z.string(),
  warehouseId: z.string(),
  warehouseName: z.string(),
  sourceRegister: z.string().nullable(),
});

/** 出入库流水, newest first; `before` is the id of the last line already shown. */
export const movements = view('stock.movements', {
  label: { zh: '出入库流水', en: 'Movements of stock' },
  may: readStock,
  input: z.object({
    kind: z.enum(MOVEMENT_KINDS.map(({ id }) => id)).optional(),
    supplyId: idInput.optional(),
    warehouseId: idInput.optional(),
    lotId: idInput.optional(),
    before: idInput.optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [stockLot, stockMovement],
  async run(ctx, { kind, supplyId, warehouseId, lotId, before, limit }) {
    const wanted = sql`(${kind ?? null}::text is null or m.kind = ${kind ?? null})
      and (${supplyId ?? null}::uuid is null or m.supply_id = ${supplyId ?? null}::uuid)
      and (${warehouseId ?? null}::uuid is null or m.warehouse_id = ${warehouseId ?? null}::uuid)
      and (${lotId ?? null}::uuid is null or m.lot_id = ${lotId ?? null}::uuid)`;
    // Who sees a lot sees what happened to it.
    const from = sql`stock_movement m join ${ctx.visible(stockLot)} l on l.id = m.lot_id`;
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select m.id, m.kind, m.way, m.quantity::float8 as quantity, m.reserved_quantity::float8 as reserved_quantity,
        m.unit_price::float8 as unit_price, m.happened_at, m.created_at as recorded_at, p.name as actor_name, m.paper_no,
        m.counterpart, m.note, m.override_reason, m.lot_id, l.batch, m.supply_id, s.name as supply_name, s.measure,
        m.warehouse_id, w.name as warehouse_name, m.source_register
      from ${from} join supply s on s.id = m.supply_id join warehouse w on w.id = m.warehouse_id
        left join person p on p.id = m.created_by
      where ${wanted} and (${before ?? null}::uuid is null or m.id < ${before ?? null}::uuid)
      order by m.id desc limit ${limit}`);
    const counted = await ctx.row<{ total: number }>(sql`select count(*)::int as total from ${from} where ${wanted}`);
    return { items, total: counted?.total ?? 0 };
  },
});
