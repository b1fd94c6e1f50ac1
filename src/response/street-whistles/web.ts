import { webContribution } from '../../foundation/design-system/web.ts';

/** 吹哨报到 in the browser: the desk of streets and departments, one whistle, and the district's count. */
export const streetWhistlesWeb = webContribution({
  name: 'street-whistles',
  screens: [
    {
      path: '/street-whistles',
      title: { zh: '吹哨报到', en: 'Street whistles' },
      menu: { group: 'response', order: 35 },
      permission: 'street_whistle.read',
      load: () => import('./WhistleList.screen.tsx'),
    },
    {
      path: '/street-whistles/:id',
      title: { zh: '吹哨', en: 'Whistle' },
      permission: 'street_whistle.read',
      load: () => import('./WhistleFile.screen.tsx'),
    },
    {
      path: '/whistle-statistics',
      title: { zh: '报到统计', en: 'Answers counted' },
      menu: { group: 'oversight', order: 40 },
      permission: 'street_whistle.count',
      load: () => import('./WhistleStatistics.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/street-whistles',
      title: { zh: '待报到', en: 'Whistles to answer' },
      permission: 'street_whistle.read',
      load: () => import('./WhistleInbox.field.tsx'),
    },
    {
      path: '/street-whistles/:id',
      title: { zh: '吹哨', en: 'Whistle' },
      permission: 'street_whistle.read',
      load: () => import('./WhistleCard.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'orders.board',
      name: 'street-whistles.on-board',
      order: 10,
      permission: 'street_whistle.read',
      load: () => import('./BoardWhistles.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'street-whistles.of-incident',
      order: 35,
      permission: 'street_whistle.read',
      load: () => import('./IncidentWhistles.part.tsx'),
    },
    {
      at: 'field.home',
      name: 'street-whistles.mine',
      title: { zh: '待报到', en: 'Whistles to answer' },
      order: 20,
      permission: 'department_answer.answer',
      load: () => import('./MyWhistles.part.tsx'),
    },
  ],
});
