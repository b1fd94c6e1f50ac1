import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { approveStocktake, countStock } from './stocktake.permissions.ts';
import { stocktake } from './stocktake.register.ts';

/** One at a time in a warehouse; the balance changes only when somebody else has approved the difference. */
export const stocktakeLifecycle = defineLifecycle(stocktake, {
  initial: 'counting',
  states: {
    counting: { zh: '盘点中', en: 'Being counted' },
    submitted: { zh: '待审批', en: 'Submitted' },
    approved: { zh: '已调整', en: 'Adjusted' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
  },
  transitions: {
    submit: { label: { zh: '提交', en: 'Submit' }, from: ['counting'], to: 'submitted', may: countStock },
    recount: {
      label: { zh: '退回复盘', en: 'Count again' },
      from: ['submitted'],
      to: 'counting',
      may: approveStocktake,
    },
    approve: { label: { zh: '批准调整', en: 'Approve' }, from: ['submitted'], to: 'approved', may: approveStocktake },
    cancel: { label: { zh: '撤销', en: 'Cancel' }, from: ['counting', 'submitted'], to: 'cancelled', may: countStock },
  },
});
