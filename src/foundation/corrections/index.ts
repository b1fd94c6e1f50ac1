import { capability } from '../api/define.ts';
import { askCorrection, readCorrection } from './correction.permissions.ts';
import { correction } from './correction.register.ts';
import { CORRECTION_LIMITS } from './correction.rules.ts';
import { ask } from './corrections.commands.ts';
import { ofRecord } from './corrections.views.ts';

export { orderCorrection } from './order-correction.ts';
export { isUnderCorrection } from './under-correction.ts';

export const corrections = capability({
  name: 'corrections',
  label: { zh: '更正意见', en: 'Corrections' },
  registers: [correction],
  permissions: [readCorrection, askCorrection],
  commands: [ask],
  views: [ofRecord],
  ruleSets: [CORRECTION_LIMITS],
});
