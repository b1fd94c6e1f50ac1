import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { keepFeed } from './duty-feed.permissions.ts';
import { dutyFeed } from './duty-feed.register.ts';

export const dutyFeedLifecycle = defineLifecycle(dutyFeed, {
  initial: 'active',
  states: { active: { zh: '使用中', en: 'In use' }, ended: { zh: '已停用', en: 'Ended' } },
  transitions: {
    end: { label: { zh: '停用', en: 'End' }, from: ['active'], to: 'ended', may: keepFeed, requires: ['endedAt'] },
  },
});
