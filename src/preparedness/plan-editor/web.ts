import { webContribution } from '../../foundation/design-system/web.ts';

/** 预案编制 in the browser: a plan from nothing, or the next edition of one. */
export const planEditorWeb = webContribution({
  name: 'plan-editor',
  screens: [
    {
      path: '/plans/new',
      title: { zh: '编制新预案', en: 'Write a new plan' },
      permission: 'plan.adopt',
      load: () => import('./EditPlan.screen.tsx'),
    },
    {
      path: '/plans/:id/edition',
      title: { zh: '编制新版', en: 'Write the next edition' },
      permission: 'plan.adopt',
      load: () => import('./EditPlan.screen.tsx'),
    },
  ],
});
