import { webContribution } from '../../foundation/design-system/web.ts';

const load = () => import('./CalendarLink.part.tsx');

/** 日历订阅 in the browser: beside a unit's roster, and at one's own duty. */
export const dutyFeedsWeb = webContribution({
  name: 'duty-feeds',
  parts: [
    { at: 'roster.actions', name: 'duty-feeds.of-unit', permission: 'duty_feed.keep', load },
    { at: 'duty.actions', name: 'duty-feeds.mine', permission: 'duty_feed.keep', load },
    { at: 'field.duty', name: 'duty-feeds.on-phone', order: 90, permission: 'duty_feed.keep', load },
  ],
});
