import { capability } from '../api/define.ts';
import { explainClock, readClock, runClock } from './clock.permissions.ts';
import { clock } from './clock.register.ts';
import { explain, fire } from './clocks.commands.ts';
import { running } from './clocks.views.ts';
import { runningClocks } from './needs.views.ts';
import { judged, timeliness } from './timeliness.views.ts';
import { WORK_DAYS } from './work-days.rules.ts';

export {
  type ClockStart,
  cancelClock,
  dueAtOf,
  meetClock,
  type RecordRef,
  renameClock,
  resumeClock,
  reviveClock,
  startClock,
  startClocks,
  suspendClock,
} from './keep-clock.ts';
export { isRestDay } from './rest-days.ts';
export { type ClockRunner, runClocks } from './run-clocks.ts';
export { clock, readClock };

export const clocks = capability({
  name: 'clocks',
  label: { zh: '时限', en: 'Clocks' },
  registers: [clock],
  permissions: [readClock, runClock, explainClock],
  commands: [fire, explain],
  views: [running, timeliness, judged],
  ruleSets: [WORK_DAYS],
  needs: [runningClocks],
  facts: {
    'clock.fell_due': { zh: '时限到期', en: 'Time limit passed' },
    'clock.explained': { zh: '说明逾期原因', en: 'Missed limit explained' },
    'clock.warned': { zh: '时限将到', en: 'Time limit near' },
  },
});
