import { defineRegister } from '../../foundation/registers/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/**
 * 调拨单: goods from one warehouse to another or to a site. On the road they lie on neither shelf; what arrives is counted
 * by whoever receives it. An urgent one is dispatched on the telephone and gets its paper afterwards.
 */
export const transfer = defineRegister('transfer', {
  plural: 'transfers',
  label: { zh: '物资调拨', en: 'Transfer' },
  numbered: { prefix: '调' },
  fields: {
    purpose: text({ label: { zh: '用途', en: 'Purpose' }, required: true, max: 200 }),
    isUrgent: boolean({ label: { zh: '紧急调拨', en: 'Urgent' } }),
    matter: text({ label: { zh: '事件', en: 'Matter' }, max: 200 }),
    fromWarehouseId: reference({ label: { zh: '调出仓库', en: 'From' }, to: 'warehouse' }),
    toWarehouseId: reference({ label: { zh: '调入仓库', en: 'To' }, to: 'warehouse' }),
    destination: text({ label: { zh: '到达地点', en: 'Destination' }, max: 200 }),
    destinationPlace: place({ label: { zh: '到达位置', en: 'Place of arrival' } }),
    neededBy: instant({ label: { zh: '要求到达', en: 'Needed by' } }),
    receiver: text({ label: { zh: '接收人', en: 'Receiver' }, max: 40 }),
    receiverPhone: phone({ label: { zh: '接收人电话', en: 'Receiver’s phone' } }),
    submittedAt: instant({ label: { zh: '提交时间', en: 'Submitted at' } }),
    approvedAt: instant({ label: { zh: '审批时间', en: 'Approved at' } }),
    approvedBy: text({ label: { zh: '审批人', en: 'Approved by' }, max: 40 }),
    approvalNote: text({ label: { zh: '审批意见', en: 'Decision' }, max: 500 }),
    vehiclePlate: text({ label: { zh: '车牌', en: 'Plate' }, max: 20 }),
    driver: text({ label: { zh: '司机', en: 'Driver' }, max: 40 }),
    driverPhone: phone({ label: { zh: '司机电话', en: 'Driver’s phone' } }),
    dispatchedAt: instant({ label: { zh: '发运时间', en: 'Dispatched at' } }),
    dispatchedBy: text({ label: { zh: '发运人', en: 'Dispatched by' }, max: 40 }),
    expectedAt: instant({ label: { zh: '预计到达', en: 'Expected at' } }),
    receivedAt: instant({ label: { zh: '签收时间', en: 'Received at' } }),
    receivedBy: text({ label: { zh: '签收人', en: 'Received by' }, max: 40 }),
    receivedById: recordId({ label: { zh: '签收人员', en: 'Person who received' } }),
    receiptNote: text({ label: { zh: '签收说明', en: 'Note of receipt' }, max: 500 }),
    hasDifference: boolean({ label: { zh: '有差异', en: 'Differs' } }),
    settledAt: instant({ label: { zh: '差异核定时间', en: 'Difference settled at' } }),
    settledBy: text({ label: { zh: '差异核定人', en: 'Difference settled by' }, max: 40 }),
    settlement: text({ label: { zh: '差异核定意见', en: 'Settlement' }, max: 500 }),
    closedAt: instant({ label: { zh: '办结时间', en: 'Closed at' } }),
  },
  processing: {
    subjects: { zh: '接收人、司机', en: 'Receivers and drivers' },
    purpose: { zh: '物资运输途中和到达时的联络', en: 'To reach them while goods are on the road and on arrival' },
    basis: ['duty', 'emergency'],
    keeping: 'work',
    ended: "select id, changed_at as ended_at from transfer where state in ('closed', 'rejected', 'cancelled')",
  },
  title: 'purpose',
  list: ['purpose', 'isUrgent', 'fromWarehouseId', 'toWarehouseId', 'destination', 'neededBy'],
  constraints: [
    "check (state in ('draft', 'submitted', 'approved', 'picking', 'dispatched', 'received', 'closed', 'rejected', 'cancelled'))",
    'check (to_warehouse_id is not null or destination is not null)',
    'check (from_warehouse_id is distinct from to_warehouse_id or from_warehouse_id is null)',
  ],
});
