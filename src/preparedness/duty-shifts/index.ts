import { capability } from '../../foundation/api/define.ts';
import { dutyShiftLifecycle } from './duty-shift.lifecycle.ts';
import { planShift, readShift } from './duty-shift.permissions.ts';
import { dutyShift } from './duty-shift.register.ts';
import { mine, now, week } from './duty-shifts.views.ts';
import { dutyOf } from './on-duty.views.ts';

export { dutyOf, isOnAt } from './on-duty.views.ts';
export { dutyShiftLifecycle, planShift, readShift };

/** 班次: who is on duty, now and next; «the duty of X» for messages, orders and plans. */
export const dutyShifts = capability({
  name: 'duty-shifts',
  label: { zh: '值班', en: 'On duty' },
  registers: [dutyShift],
  lifecycles: [dutyShiftLifecycle],
  permissions: [readShift, planShift],
  views: [now, week, mine],
  addressees: [dutyOf],
});
