import { capability } from '../../foundation/api/define.ts';
import { dutyFeedLifecycle } from './duty-feed.lifecycle.ts';
import { keepFeed } from './duty-feed.permissions.ts';
import { dutyFeed } from './duty-feed.register.ts';
import { end, store } from './duty-feeds.commands.ts';
import { calendar, list } from './duty-feeds.views.ts';

export { dutyFeedRoutes } from './duty-feeds.routes.ts';

/** 值班日历订阅, as RFC 5545 calendars. */
export const dutyFeeds = capability({
  name: 'duty-feeds',
  label: { zh: '值班日历', en: 'Calendar of duty' },
  registers: [dutyFeed],
  lifecycles: [dutyFeedLifecycle],
  permissions: [keepFeed],
  commands: [store, end],
  views: [list, calendar],
});
