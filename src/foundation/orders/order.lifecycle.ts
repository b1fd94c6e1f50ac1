import { defineLifecycle } from '../lifecycle/define.ts';
import { manageOrders } from './order.permissions.ts';
import { order } from './order.register.ts';

/** An order itself is only in force, called off or changed for another; progress lives on its assignments. */
export const orderLifecycle = defineLifecycle(order, {
  initial: 'issued',
  states: {
    issued: { zh: '已下达', en: 'Issued' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
    replaced: { zh: '已变更', en: 'Changed for another' },
  },
  transitions: {
    cancel: { label: { zh: '撤销', en: 'Cancel' }, from: ['issued'], to: 'cancelled', may: manageOrders },
    replace: { label: { zh: '变更', en: 'Change' }, from: ['issued'], to: 'replaced', may: manageOrders },
  },
});
