import { defineRegister } from '../../foundation/registers/define.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { money } from '../../foundation/registers/types/number.type.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/**
 * 库存批次: one batch of one item in one warehouse, and how much of it lies there. The balance is the sum of its movements;
 * only the ledger changes it. Its owner unit is the 储备主体; who keeps the warehouse is involved.
 */
export const stockLot = defineRegister('stock_lot', {
  plural: 'stockLots',
  label: { zh: '库存批次', en: 'Lot' },
  fields: {
    supplyId: reference({ label: { zh: '物资', en: 'Supply' }, required: true, to: 'supply' }),
    warehouseId: reference({ label: { zh: '储备库', en: 'Warehouse' }, required: true, to: 'warehouse' }),
    batch: text({ label: { zh: '批号', en: 'Batch' }, required: true, max: 60 }),
    location: text({ label: { zh: '货位', en: 'Location' }, max: 60 }),
    producedOn: day({ label: { zh: '生产日期', en: 'Produced on' } }),
    expiresOn: day({ label: { zh: '有效期至', en: 'Expires on' } }),
    inboundAt: instant({ label: { zh: '入库时间', en: 'In since' }, required: true }),
    unitPrice: money({ label: { zh: '单价', en: 'Unit price' } }),
    quantity: quantity({ label: { zh: '库存数量', en: 'On the shelf' }, required: true }),
    reservedQuantity: quantity({ label: { zh: '已预留', en: 'Reserved' }, required: true }),
    lockReason: text({ label: { zh: '锁定原因', en: 'Why locked' }, max: 200 }),
  },
  title: 'batch',
  list: ['batch', 'expiresOn', 'inboundAt', 'quantity', 'reservedQuantity'],
  constraints: [
    "check (state in ('usable', 'locked'))",
    'check (quantity >= 0)',
    'check (reserved_quantity >= 0 and reserved_quantity <= quantity)',
    'unique nulls not distinct (warehouse_id, supply_id, owner_unit_id, batch, expires_on, unit_price)',
  ],
});
