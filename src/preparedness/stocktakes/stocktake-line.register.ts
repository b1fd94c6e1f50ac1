import { defineRegister } from '../../foundation/registers/define.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean, whole } from '../../foundation/registers/types/number.type.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** One lot to be counted, or goods that were found and stand in no book. */
export const stocktakeLine = defineRegister('stocktake_line', {
  plural: 'stocktakeLines',
  label: { zh: '盘点明细', en: 'Line of a stocktake' },
  fields: {
    stocktakeId: reference({ label: { zh: '盘点单', en: 'Stocktake' }, required: true, to: 'stocktake' }),
    lineNo: whole({ label: { zh: '序号', en: 'No.' }, required: true, min: 1 }),
    supplyId: reference({ label: { zh: '物资', en: 'Supply' }, required: true, to: 'supply' }),
    lotId: reference({ label: { zh: '批次', en: 'Lot' }, to: 'stock_lot' }),
    batch: text({ label: { zh: '批号', en: 'Batch' }, required: true, max: 60 }),
    expiresOn: day({ label: { zh: '有效期至', en: 'Expires on' } }),
    location: text({ label: { zh: '货位', en: 'Location' }, max: 60 }),
    isFound: boolean({ label: { zh: '账外发现', en: 'Found' } }),
    /** What the ledger held at the moment of counting, so that goods may come and go meanwhile. */
    booked: quantity({ label: { zh: '账面数量', en: 'By the book' } }),
    counted: quantity({ label: { zh: '实盘数量', en: 'Counted' } }),
    countedAt: instant({ label: { zh: '盘点时间', en: 'Counted at' } }),
    countedById: recordId({ label: { zh: '盘点人员', en: 'Person who counted' } }),
    countedBy: text({ label: { zh: '盘点人', en: 'Counted by' }, max: 40 }),
    reason: text({ label: { zh: '差异原因', en: 'Why it differs' }, max: 200 }),
  },
  title: 'batch',
  list: ['lineNo', 'supplyId', 'batch', 'booked', 'counted', 'reason'],
  constraints: [
    'unique (stocktake_id, line_no)',
    'check (counted >= 0)',
    'check ((counted is null) = (booked is null))',
  ],
});
