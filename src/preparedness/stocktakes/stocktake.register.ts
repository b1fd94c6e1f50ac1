import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const STOCKTAKE_KINDS = [
  { id: 'spot', label: { zh: '月度抽盘', en: 'Spot check' } },
  { id: 'full', label: { zh: '半年全盘', en: 'Full' } },
] as const;

/** 盘点: the lots of a warehouse as they were listed when it began; each is counted blind and set against the book of that moment. */
export const stocktake = defineRegister('stocktake', {
  plural: 'stocktakes',
  label: { zh: '盘点', en: 'Stocktake' },
  numbered: { prefix: '盘' },
  fields: {
    warehouseId: reference({ label: { zh: '储备库', en: 'Warehouse' }, required: true, to: 'warehouse' }),
    kind: choice({ label: { zh: '盘点方式', en: 'Kind' }, options: STOCKTAKE_KINDS, required: true }),
    note: text({ label: { zh: '说明', en: 'Note' }, max: 500 }),
    round: whole({ label: { zh: '盘次', en: 'Round' }, required: true, min: 1 }),
    submittedAt: instant({ label: { zh: '提交时间', en: 'Submitted at' } }),
    decidedAt: instant({ label: { zh: '审批时间', en: 'Decided at' } }),
    decidedBy: text({ label: { zh: '审批人', en: 'Decided by' }, max: 40 }),
    decision: text({ label: { zh: '审批意见', en: 'Decision' }, max: 500 }),
  },
  title: 'note',
  list: ['warehouseId', 'kind', 'submittedAt', 'decidedAt'],
  constraints: ["check (state in ('counting', 'submitted', 'approved', 'cancelled'))"],
});
