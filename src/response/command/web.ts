import { webContribution } from '../../foundation/design-system/web.ts';

/** 指挥部署 in the browser: the activation of a plan, what is ordered for an incident. */
export const commandWeb = webContribution({
  name: 'command',
  screens: [
    {
      path: '/incidents/:id/activation',
      title: { zh: '启动预案', en: 'Activate a plan' },
      permission: 'activation.start',
      load: () => import('./ActivationPreview.screen.tsx'),
    },
    {
      path: '/incidents/:id/level',
      title: { zh: '调整响应级别', en: 'Change the response level' },
      permission: 'activation.start',
      load: () => import('./ChangeLevel.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'command.orders',
      order: 30,
      permission: 'order.read',
      load: () => import('./IncidentOrders.part.tsx'),
    },
    {
      at: 'incident.actions',
      name: 'command.activation',
      order: 10,
      permission: 'activation.start',
      load: () => import('./ActivationActions.part.tsx'),
    },
  ],
});
