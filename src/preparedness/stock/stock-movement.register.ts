import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { money } from '../../foundation/registers/types/number.type.ts';
import { MOST_QUANTITY, quantity } from '../../foundation/registers/types/quantity.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const MOVEMENT_KINDS = [
  { id: 'in', label: { zh: '入库', en: 'In' } },
  { id: 'out', label: { zh: '出库', en: 'Out' } },
  { id: 'move', label: { zh: '移库', en: 'Move' } },
  { id: 'adjust', label: { zh: '盘点调整', en: 'Adjust' } },
  { id: 'reserve', label: { zh: '预留', en: 'Reserve' } },
  { id: 'release', label: { zh: '释放', en: 'Release' } },
] as const;

export const WAYS_IN = [
  { id: 'purchase', label: { zh: '采购', en: 'Purchase' } },
  { id: 'donation', label: { zh: '捐赠', en: 'Donation' } },
  { id: 'transfer_in', label: { zh: '调入', en: 'Transferred in' } },
  { id: 'return', label: { zh: '归还', en: 'Return' } },
  { id: 'opening', label: { zh: '期初', en: 'Opening stock' } },
] as const;

export const WAYS_OUT = [
  { id: 'transfer_out', label: { zh: '调拨', en: 'Transferred out' } },
  { id: 'issue', label: { zh: '发放', en: 'Issue' } },
  { id: 'scrap', label: { zh: '报废', en: 'Scrap' } },
  { id: 'consume', label: { zh: '消耗', en: 'Consumption' } },
  { id: 'rotate', label: { zh: '轮换置换', en: 'Rotation' } },
] as const;

export const MOVEMENT_WAYS = [
  ...WAYS_IN,
  ...WAYS_OUT,
  { id: 'relocation', label: { zh: '库间移动', en: 'Relocation' } },
  { id: 'surplus', label: { zh: '盘盈', en: 'Surplus' } },
  { id: 'shortfall', label: { zh: '盘亏', en: 'Shortfall' } },
  { id: 'reservation', label: { zh: '预留', en: 'Reservation' } },
] as const;

export type MovementKind = (typeof MOVEMENT_KINDS)[number]['id'];
export type MovementWay = (typeof MOVEMENT_WAYS)[number]['id'];

const signed = { min: -MOST_QUANTITY, max: MOST_QUANTITY, required: true } as const;

/** 出入库流水: one line of the ledger. The database refuses to change or delete it; a mistake is mended by a line of its own. */
export const stockMovement = defineRegister('stock_movement', {
  plural: 'stockMovements',
  label: { zh: '出入库流水', en: 'Movement' },
  fields: {
    kind: choice({ label: { zh: '类型', en: 'Kind' }, options: MOVEMENT_KINDS, required: true }),
    way: choice({ label: { zh: '方式', en: 'Way' }, options: MOVEMENT_WAYS, required: true }),
    lotId: reference({ label: { zh: '批次', en: 'Lot' }, required: true, to: 'stock_lot' }),
    supplyId: reference({ label: { zh: '物资', en: 'Supply' }, required: true, to: 'supply' }),
    warehouseId: reference({ label: { zh: '储备库', en: 'Warehouse' }, required: true, to: 'warehouse' }),
    quantity: quantity({ label: { zh: '数量', en: 'Quantity' }, ...signed }),
    reservedQuantity: quantity({ label: { zh: '预留变化', en: 'Change of what is reserved' }, ...signed }),
    unitPrice: money({ label: { zh: '单价', en: 'Unit price' } }),
    happenedAt: instant({ label: { zh: '发生时间', en: 'Happened at' }, required: true }),
    paperNo: text({ label: { zh: '单据号', en: 'Paper' }, max: 60 }),
    counterpart: text({ label: { zh: '往来单位', en: 'Counterpart' }, max: 100 }),
    note: text({ label: { zh: '说明', en: 'Note' }, max: 500 }),
    /** Why another lot was taken than the one that expires first. */
    overrideReason: text({ label: { zh: '未按先到期先出的理由', en: 'Why not first expired, first out' }, max: 500 }),
    sourceRegister: text({ label: { zh: '来源台账', en: 'Source register' }, max: 60 }),
    sourceId: recordId({ label: { zh: '来源记录', en: 'Source' } }),
  },
  title: 'paperNo',
  list: ['kind', 'way', 'quantity', 'happenedAt', 'paperNo'],
});
