import { webContribution } from '../../foundation/design-system/web.ts';

/** 预案 in the browser: what is in force, one plan as people read it, and its next edition. */
export const plansWeb = webContribution({
  name: 'plans',
  screens: [
    {
      path: '/plans',
      title: { zh: '预案', en: 'Plans' },
      menu: { group: 'preparedness', order: 10, key: 'p' },
      permission: 'plan.read',
      load: () => import('./PlanList.screen.tsx'),
    },
    {
      path: '/plans/:id',
      title: { zh: '预案', en: 'Plan' },
      permission: 'plan.read',
      load: () => import('./PlanFile.screen.tsx'),
    },
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
