import { capability } from '../../foundation/api/define.ts';
import { DUTY_RULES } from './duty.rules.ts';
import { DUTY_MESSAGES } from './duty-messages.rules.ts';
import { dutyRosterLifecycle } from './duty-roster.lifecycle.ts';
import { publishRoster, readRoster } from './duty-roster.permissions.ts';
import { dutyRoster } from './duty-roster.register.ts';
import { propose, publish, publishAll } from './duty-rosters.commands.ts';
import { at, list, month } from './duty-rosters.views.ts';
import { assign, cancel, enter, exchange } from './duty-shifts.commands.ts';
import { rosterSheet } from './roster-sheet.views.ts';

export { type Gap, gapsOf } from './breaches.rules.ts';
export { DUTY_RULES } from './duty.rules.ts';
export { assertFits, factOf, tellChanged, wantedOf } from './duty-shifts.commands.ts';
export type { Post } from './roster.rules.ts';
export { daysOf, monthOf } from './roster.rules.ts';
export { publishRoster };

/** 值班表: planning, checking and publishing a unit's month. */
export const dutyRosters = capability({
  name: 'duty-rosters',
  label: { zh: '值班表', en: 'Rosters' },
  registers: [dutyRoster],
  lifecycles: [dutyRosterLifecycle],
  permissions: [readRoster, publishRoster],
  commands: [propose, publish, publishAll, assign, exchange, enter, cancel],
  views: [month, list, at],
  sheets: [rosterSheet],
  ruleSets: [DUTY_RULES],
  messageTemplates: DUTY_MESSAGES,
});
