import { webContribution } from '../../foundation/design-system/web.ts';

export { Differences } from './Differences.part.tsx';
export { type Adopt, isInForce, type Plan, type PlanRecord } from './plan-words.part.tsx';

/** 预案 in the browser: what is in force, one plan as people read it, and how its editions differ. */
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
      path: '/plans/:id/compare',
      title: { zh: '各版比较', en: 'Compare editions' },
      permission: 'plan.read',
      load: () => import('./ComparePlans.screen.tsx'),
    },
  ],
});
