import { capability } from '../api/define.ts';
import { readClock, runClock } from './clock.permissions.ts';
import { clock } from './clock.register.ts';
import { fire } from './clocks.commands.ts';
import { running } from './clocks.views.ts';

export { type ClockStart, cancelClock, meetClock, type RecordRef, startClock, startClocks } from './keep-clock.ts';
export { type ClockRunner, runClocks } from './run-clocks.ts';
export { clock, readClock };

export const clocks = capability({
  name: 'clocks',
  label: { zh: '时限', en: 'Clocks' },
  registers: [clock],
  permissions: [readClock, runClock],
  commands: [fire],
  views: [running],
  facts: {
    'clock.fell_due': { zh: '时限到期', en: 'Time limit passed' },
    'clock.warned': { zh: '时限将到', en: 'Time limit near' },
  },
});
