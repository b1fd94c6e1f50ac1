import { webContribution } from '../../foundation/design-system/web.ts';

/** 预案修订 in the browser: the desk of requests, and those of one plan on its page. */
export const planRevisionsWeb = webContribution({
  name: 'plan-revisions',
  screens: [
    {
      path: '/plan-revisions',
      title: { zh: '预案修订请求', en: 'Requests to revise plans' },
      permission: 'plan_revision.read',
      load: () => import('./RevisionDesk.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'plan.sections',
      name: 'plan-revisions.ofPlan',
      order: 10,
      permission: 'plan_revision.read',
      load: () => import('./PlanRevisions.part.tsx'),
    },
  ],
});
