import { webContribution } from '../design-system/web.ts';

export { JobProgress } from './JobProgress.part.tsx';

/** 后台任务 in the browser: what the server does without anybody waiting, and what it could not do. */
export const jobsWeb = webContribution({
  name: 'jobs',
  screens: [
    {
      path: '/jobs',
      title: { zh: '后台任务', en: 'Jobs' },
      menu: { group: 'settings', order: 70 },
      permission: 'job.read',
      load: () => import('./JobList.screen.tsx'),
    },
  ],
});
