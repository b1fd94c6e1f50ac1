import { webContribution } from '../../foundation/design-system/web.ts';

const screen = {
  path: '/expert-calls/:id',
  title: { zh: '专家邀请', en: 'Expert call' },
  permission: 'expert_call.read',
  load: () => import('./CallFile.screen.tsx'),
} as const;

/** 专家邀请和意见 in the browser: on the pages of incident, enterprise and expert, and on the expert's own phone. */
export const expertCallsWeb = webContribution({
  name: 'expert-calls',
  screens: [screen],
  fieldScreens: [screen],
  parts: [
    {
      at: 'incident.sections',
      name: 'expert-calls.of-incident',
      order: 36,
      permission: 'expert_call.read',
      load: () => import('./IncidentExperts.part.tsx'),
    },
    {
      at: 'enterprise.sections',
      name: 'expert-calls.of-enterprise',
      title: { zh: '专家研判', en: 'Experts' },
      permission: 'expert_call.read',
      load: () => import('./EnterpriseExperts.part.tsx'),
    },
    {
      at: 'expert.sections',
      name: 'expert-calls.of-expert',
      title: { zh: '邀请和意见', en: 'Calls and advice' },
      permission: 'expert_call.read',
      load: () => import('./ExpertHistory.part.tsx'),
    },
    {
      at: 'field.home',
      name: 'expert-calls.mine',
      title: { zh: '专家邀请', en: 'Calls for advice' },
      order: 15,
      permission: 'expert_call.answer',
      load: () => import('./MyCalls.part.tsx'),
    },
  ],
});
