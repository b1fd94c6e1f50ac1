import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { planShift } from './duty-shift.permissions.ts';
import { dutyShift } from './duty-shift.register.ts';

export const dutyShiftLifecycle = defineLifecycle(dutyShift, {
  initial: 'planned',
  states: {
    planned: { zh: '草稿', en: 'Draft' },
    published: { zh: '已发布', en: 'Published' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  transitions: {
    publish: { label: { zh: '发布', en: 'Publish' }, from: ['planned'], to: 'published', may: planShift },
    cancel: {
      label: { zh: '取消班次', en: 'Cancel' },
      from: ['planned', 'published'],
      to: 'cancelled',
      may: planShift,
    },
  },
});
