import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { keepStock } from './stock.permissions.ts';
import { stockLot } from './stock-lot.register.ts';

/** A locked lot is never picked: damaged, under examination, recalled. An expired one is as if locked, by its date. */
export const stockLotLifecycle = defineLifecycle(stockLot, {
  initial: 'usable',
  states: { usable: { zh: '可用', en: 'Usable' }, locked: { zh: '锁定', en: 'Locked' } },
  transitions: {
    lock: {
      label: { zh: '锁定', en: 'Lock' },
      from: ['usable'],
      to: 'locked',
      may: keepStock,
      requires: ['lockReason'],
      guard: (row: { reservedQuantity: number }) =>
        row.reservedQuantity > 0
          ? { zh: '该批次有已预留数量，请先释放', en: 'some of this lot is reserved; release it first' }
          : undefined,
    },
    unlock: { label: { zh: '解锁', en: 'Unlock' }, from: ['locked'], to: 'usable', may: keepStock },
  },
});
