import { definePermission } from '../../foundation/identity/define.ts';
import { DUTY_KEEPERS, DUTY_READERS } from '../duty-posts/duty-post.register.ts';

export const readRoster = definePermission('duty_roster.read', {
  label: { zh: '查看值班表', en: 'See rosters' },
  granted: DUTY_READERS,
});

/** Whoever plans a roster publishes it, except where the street's chief or the room decides. */
export const publishRoster = definePermission('duty_roster.publish', {
  label: { zh: '发布值班表', en: 'Publish rosters' },
  granted: DUTY_KEEPERS,
});
