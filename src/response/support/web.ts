import { webContribution } from '../../foundation/design-system/web.ts';

/** 应急保障 in the browser: the desk of requests, an incident's support, the team leader's phone, a team's history. */
export const supportWeb = webContribution({
  name: 'support',
  screens: [
    {
      path: '/support-requests',
      title: { zh: '应急保障', en: 'Support' },
      menu: { group: 'response', order: 32 },
      permission: 'support_request.read',
      load: () => import('./SupportList.screen.tsx'),
    },
    {
      path: '/support-requests/:id',
      title: { zh: '支援申请', en: 'Support request' },
      permission: 'support_request.read',
      load: () => import('./SupportFile.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/support',
      title: { zh: '支援任务', en: 'Support to give' },
      permission: 'support_dispatch.read',
      load: () => import('./SupportInbox.field.tsx'),
    },
    {
      path: '/support/:id',
      title: { zh: '支援任务', en: 'Support to give' },
      permission: 'support_dispatch.read',
      load: () => import('./SupportCard.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'support.of-incident',
      order: 31,
      permission: 'support_request.read',
      load: () => import('./IncidentSupport.part.tsx'),
    },
    {
      at: 'team.sections',
      name: 'support.of-team',
      title: { zh: '出动记录', en: 'Sent before' },
      permission: 'support_dispatch.read',
      load: () => import('./TeamArrivals.part.tsx'),
    },
    {
      at: 'field.home',
      name: 'support.mine',
      title: { zh: '支援任务', en: 'Support to give' },
      order: 15,
      permission: 'support_dispatch.read',
      load: () => import('./MySupport.part.tsx'),
    },
  ],
});
