import { defineRegister } from '../../foundation/registers/define.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** One item of a transfer: asked, approved, picked from the shelf, counted on arrival. Which lots it took says the ledger. */
export const transferLine = defineRegister('transfer_line', {
  plural: 'transferLines',
  label: { zh: '调拨明细', en: 'Line of a transfer' },
  fields: {
    transferId: reference({ label: { zh: '调拨单', en: 'Transfer' }, required: true, to: 'transfer' }),
    lineNo: whole({ label: { zh: '序号', en: 'No.' }, required: true, min: 1 }),
    supplyId: reference({ label: { zh: '物资', en: 'Supply' }, required: true, to: 'supply' }),
    asked: quantity({ label: { zh: '申请数量', en: 'Asked' }, required: true }),
    approved: quantity({ label: { zh: '批准数量', en: 'Approved' } }),
    picked: quantity({ label: { zh: '实发数量', en: 'Dispatched' } }),
    received: quantity({ label: { zh: '签收数量', en: 'Received' } }),
    differenceReason: text({ label: { zh: '差异原因', en: 'Why it differs' }, max: 200 }),
  },
  title: 'lineNo',
  list: ['lineNo', 'supplyId', 'asked', 'approved', 'picked', 'received'],
  constraints: [
    'unique (transfer_id, line_no)',
    'check (asked > 0 and approved >= 0 and picked >= 0 and received >= 0)',
  ],
});
