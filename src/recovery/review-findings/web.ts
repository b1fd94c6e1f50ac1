import { webContribution } from '../../foundation/design-system/web.ts';

/** 评估问题 in the browser: on the page of their review. */
export const reviewFindingsWeb = webContribution({
  name: 'review-findings',
  parts: [
    {
      at: 'review.sections',
      name: 'review-findings.of-review',
      order: 10,
      permission: 'review_finding.read',
      load: () => import('./ReviewFindings.part.tsx'),
    },
  ],
});
