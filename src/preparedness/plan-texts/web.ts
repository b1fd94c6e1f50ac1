import { webContribution } from '../../foundation/design-system/web.ts';

export { PlanTextClauses } from './PlanTextClauses.part.tsx';
export type { PlanText, PlanTextRecord } from './plan-text-words.part.tsx';

/** 预案文本 in the browser: files read into clauses, confirmed by a person, then the source of a plan. */
export const planTextsWeb = webContribution({
  name: 'plan-texts',
  screens: [
    {
      path: '/plan-texts',
      title: { zh: '预案文本', en: 'Texts of plans' },
      permission: 'plan_text.read',
      load: () => import('./PlanTextList.screen.tsx'),
    },
    {
      path: '/plan-texts/:id',
      title: { zh: '预案文本', en: 'Text of a plan' },
      permission: 'plan_text.read',
      load: () => import('./PlanTextFile.screen.tsx'),
    },
  ],
});
