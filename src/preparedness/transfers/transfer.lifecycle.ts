import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { approveTransfer, handleTransfer, requestTransfer } from './transfer.permissions.ts';
import { transfer } from './transfer.register.ts';

interface Closing {
  readonly hasDifference: boolean;
  readonly settledAt: Date | null;
  readonly approvedAt: Date | null;
}

/** Two steps: what leaves one shelf is on the road until somebody at the other end has counted it. */
export const transferLifecycle = defineLifecycle(transfer, {
  initial: 'draft',
  states: {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '待审批', en: 'Submitted' },
    approved: { zh: '已批准', en: 'Approved' },
    picking: { zh: '拣货', en: 'Picked' },
    dispatched: { zh: '在途', en: 'On the road' },
    received: { zh: '已签收', en: 'Received' },
    closed: { zh: '办结', en: 'Closed' },
    rejected: { zh: '未批准', en: 'Rejected' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
  },
  transitions: {
    submit: { label: { zh: '提交', en: 'Submit' }, from: ['draft'], to: 'submitted', may: requestTransfer },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['submitted'],
      to: 'approved',
      may: approveTransfer,
      requires: ['fromWarehouseId'],
    },
    reject: {
      label: { zh: '不批准', en: 'Reject' },
      from: ['submitted'],
      to: 'rejected',
      may: approveTransfer,
      requires: ['approvalNote'],
    },
    pick: { label: { zh: '拣货', en: 'Pick' }, from: ['approved'], to: 'picking', may: handleTransfer },
    dispatch: {
      label: { zh: '发运', en: 'Dispatch' },
      from: ['picking'],
      to: 'dispatched',
      may: handleTransfer,
      requires: ['vehiclePlate', 'driver', 'expectedAt'],
    },
    dispatch_at_once: {
      label: { zh: '紧急发运', en: 'Dispatch at once' },
      from: ['draft'],
      to: 'dispatched',
      may: handleTransfer,
      requires: ['fromWarehouseId', 'vehiclePlate', 'driver'],
      cites: '突发事件应对法 第45条、第76条；先发运，限时补办手续',
    },
    receive: { label: { zh: '签收', en: 'Receive' }, from: ['dispatched'], to: 'received', may: handleTransfer },
    close: {
      label: { zh: '办结', en: 'Close' },
      from: ['received'],
      to: 'closed',
      may: handleTransfer,
      guard: ({ hasDifference, settledAt, approvedAt }: Closing) => {
        if (hasDifference && !settledAt) return { zh: '差异尚未核定', en: 'the difference is not settled yet' };
        return approvedAt ? undefined : { zh: '紧急调拨手续尚未补办', en: 'the paper of the urgent transfer is owed' };
      },
    },
    cancel: {
      label: { zh: '撤销', en: 'Cancel' },
      from: ['draft', 'submitted', 'approved', 'picking'],
      to: 'cancelled',
      may: requestTransfer,
    },
  },
});
