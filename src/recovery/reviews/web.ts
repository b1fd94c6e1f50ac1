import { webContribution } from '../../foundation/design-system/web.ts';

export type { ReviewPartProps } from './review-states.part.tsx';

/** 复盘评估 in the browser. Point: `review.sections` (ReviewPartProps). */
export const reviewsWeb = webContribution({
  name: 'reviews',
  screens: [
    {
      path: '/reviews',
      title: { zh: '复盘评估', en: 'Reviews' },
      menu: { group: 'recovery', order: 10 },
      permission: 'review.read',
      load: () => import('./ReviewList.screen.tsx'),
    },
    {
      path: '/reviews/:id',
      title: { zh: '复盘评估', en: 'Review' },
      permission: 'review.read',
      load: () => import('./ReviewFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'reviews.of-incident',
      order: 90,
      permission: 'review.read',
      load: () => import('./IncidentReview.part.tsx'),
    },
  ],
});
