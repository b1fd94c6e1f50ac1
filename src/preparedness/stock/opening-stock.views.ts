import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { defineSheet, type RowPlan, type RowRemark, type SheetRow } from '../../foundation/exchange/define.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { supply } from '../supplies/supply.register.ts';
import { warehouse } from '../warehouses/warehouse.register.ts';
import { keepStock } from './stock.permissions.ts';
import { stockLot } from './stock-lot.register.ts';

const { batch, location, producedOn, expiresOn, unitPrice } = stockLot.fields;

const fields = {
  warehouse: text({ label: warehouse.label, required: true, max: 100 }),
  itemNo: text({ label: supply.fields.itemNo.label, required: true, max: 40 }),
  quantity: quantity({ label: { zh: '数量', en: 'Quantity' }, required: true, min: 0 }),
  batch: text({ label: batch.label, max: 60 }),
  location,
  producedOn,
  expiresOn,
  unitPrice,
};

/** 期初库存: what lies in the warehouses when the ledger begins. Each line is a receipt like any other, once for its batch. */
export const openingStock = defineSheet('opening_stock', {
  label: { zh: '期初库存', en: 'Opening stock' },
  fields,
  heads: {
    warehouse: ['库号', '仓库', '储备点', 'warehouse'],
    itemNo: ['编号', '物资编码', 'product code'],
    quantity: ['库存', '库存数量', '实物数量', 'physical qoh'],
    batch: ['批次', 'lot number'],
    location: ['库位', 'bin location'],
    expiresOn: ['有效期', '到期日', 'expiration date'],
  },
  carried: ['warehouse'],
  keep: keepStock,
  about: 'warehouse',
  path: '/stock',
  knownBy: { zh: '储备库、物资编号和批号', en: 'warehouse, item number and batch' },
  nameOf: () => undefined,
  marksOf: (cells) => ({ batch: [[cells.warehouse, cells.itemNo, cells.batch ?? OPENING].join('\n')] }),
  plan: planLine,
});

/** The batch of what has none: one name, so that a sheet that comes twice is recognised. */
const OPENING = '期初';

async function planLine(ctx: ReadContext, { values }: SheetRow<typeof fields>): Promise<RowPlan> {
  const [store, ...otherStores] = await ctx.rows<{
    id: string;
  }>(sql`select id from ${ctx.visible(warehouse, keepStock)} w
    where (code = ${values.warehouse} or name = ${values.warehouse}) and state not in ('withdrawn', 'merged')`);
  const [item] = await ctx.rows<{ id: string }>(
    sql`select id from supply where item_no = ${values.itemNo} and state not in ('withdrawn', 'merged')`,
  );
  const faults: RowRemark[] = [];
  if (!store) faults.push({ field: 'warehouse', reason: NO_STORE });
  if (otherStores.length > 0) faults.push({ field: 'warehouse', reason: SEVERAL });
  if (!item) faults.push({ field: 'itemNo', reason: NO_ITEM });
  if (!store || !item || faults.length > 0) return { faults, steps: [] };
  const opened =
    await ctx.row(sql`select 1 from stock_lot l join stock_movement m on m.lot_id = l.id and m.way = 'opening'
    where l.warehouse_id = ${store.id} and l.supply_id = ${item.id} and l.batch = ${values.batch ?? OPENING} limit 1`);
  if (opened) return { faults: [{ field: 'batch', reason: OPENED }], steps: [] };
  if (values.quantity === 0) return { known: store.id, doubts: [{ field: 'quantity', reason: NOTHING }], steps: [] };
  const { warehouse: _store, itemNo: _item, ...line } = values;
  const lines = [{ supplyId: item.id, ...line, batch: values.batch ?? OPENING }];
  const input = () => ({ warehouseId: store.id, way: 'opening', lines });
  return { known: store.id, steps: [{ command: 'stock.receive', input }] };
}

const NO_STORE = { zh: '没有这个储备库，或不由您保管', en: 'there is no such warehouse, or it is not yours to keep' };
const SEVERAL = { zh: '有多个储备库叫这个名称，请填库号', en: 'several warehouses have this name: give the code' };
const NO_ITEM = { zh: '物资目录中没有这个编号', en: 'the catalogue has no such item' };
const NOTHING = { zh: '数量为 0，不登记', en: 'there is none: nothing is registered' };
const OPENED = { zh: '该批次的期初已经登记', en: 'the opening stock of this batch is registered already' };
