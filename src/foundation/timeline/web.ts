/* The browser door of the timeline. */
import { webContribution } from '../design-system/web.ts';

export { RecordTimeline } from './RecordTimeline.part.tsx';
export { useRecordPath } from './use-record-path.part.tsx';

export const timelineWeb = webContribution({
  name: 'timeline',
  screens: [
    {
      path: '/timeline',
      title: { zh: '审计', en: 'Audit' },
      menu: { group: 'settings', order: 5, key: 't' },
      permission: 'timeline.audit',
      load: () => import('./AuditTrail.screen.tsx'),
    },
  ],
});
