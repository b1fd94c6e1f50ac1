import { webContribution } from '../design-system/web.ts';

export { AddresseeFields, type AddresseeProps } from './AddresseeFields.part.tsx';
export { assignmentLifecycle } from './assignment.lifecycle.ts';
export type { AssignmentActionProps } from './assignment-action-props.ts';
export { IssueOrder, type OrderTemplateProps } from './IssueOrder.part.tsx';
export { NavigateLink } from './NavigateLink.part.tsx';
export { RemindButton } from './RemindButton.part.tsx';

/**
 * Orders in the browser: the board and one assignment at the desk, the inbox and one order on the phone. Points: `orders.board`, given
 * `{ matter }`, for what other organisations are called to besides orders; `assignment.actions` (AssignmentActionProps).
 */
export const ordersWeb = webContribution({
  name: 'orders',
  screens: [
    {
      path: '/orders',
      title: { zh: '指令', en: 'Orders' },
      menu: { group: 'response', order: 30, key: 'o' },
      permission: 'order.read',
      load: () => import('./OrderBoard.screen.tsx'),
    },
    {
      path: '/assignments/:id',
      title: { zh: '任务', en: 'Assignment' },
      permission: 'assignment.read',
      load: () => import('./AssignmentFile.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/order-board',
      title: { zh: '指令板', en: 'Order board' },
      permission: 'order.manage',
      load: () => import('./OrderBoard.field.tsx'),
    },
    {
      path: '/orders',
      title: { zh: '我的指令', en: 'My orders' },
      permission: 'order.read',
      load: () => import('./OrderInbox.field.tsx'),
    },
    {
      path: '/assignments/:id',
      title: { zh: '指令', en: 'Order' },
      permission: 'assignment.read',
      load: () => import('./OrderCard.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'field.home',
      name: 'orders.mine',
      title: { zh: '我的指令', en: 'My orders' },
      order: 10,
      permission: 'order.read',
      load: () => import('./MyOrders.part.tsx'),
    },
  ],
});

/** The board of one matter, for its own page: `<OrdersOf matter={id} />` by `lazyOf(loadOrdersOf)`. */
export const loadOrdersOf = () => import('./OrderColumns.part.tsx');
