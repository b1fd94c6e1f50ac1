import { definePermission } from '../../foundation/identity/define.ts';
import { DUTY_KEEPERS, DUTY_READERS } from '../duty-posts/duty-post.register.ts';

export const readShift = definePermission('duty_shift.read', {
  label: { zh: '查看值班', en: 'See who is on duty' },
  granted: DUTY_READERS,
});

export const planShift = definePermission('duty_shift.plan', {
  label: { zh: '排班', en: 'Plan duty' },
  granted: DUTY_KEEPERS,
});
