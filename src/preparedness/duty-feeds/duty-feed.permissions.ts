import { definePermission } from '../../foundation/identity/define.ts';
import { DUTY_READERS } from '../duty-posts/duty-post.register.ts';

const { wall: _wall, ...PEOPLE } = DUTY_READERS;

/** Each their own links: what a link shows is what its owner may see at that moment. */
export const keepFeed = definePermission('duty_feed.keep', {
  label: { zh: '值班日历订阅', en: 'Calendar links of duty' },
  granted: Object.fromEntries(Object.keys(PEOPLE).map((role) => [role, 'own'])),
});
