import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { correct, dismiss, joinIncident, leaveIncident, take, transfer, verify } from './intake.commands.ts';
import { intakeLifecycle } from './intake.lifecycle.ts';
import { decideIntake, readIntake, takeIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';
import { REPORT_CLOCKS, timeFault } from './intake.rules.ts';
import { list, record } from './intake.views.ts';
import { kindSounds } from './kind-sounds.views.ts';
import { readWords } from './read-text.views.ts';
import { tryReportClocks } from './report-clocks.views.ts';
import { reportTimeliness } from './report-timeliness.views.ts';

export { decideIntake, joinIncident, leaveIncident, readIntake, timeFault };

export const intakeDesk = capability({
  name: 'intake',
  label: { zh: '信息接报', en: 'Intake' },
  indicators: [reportTimeliness],
  searches: [defineSearch(intake, { words: ['damage', 'measuresTaken', 'outcomeReason'] })],
  registers: [intake],
  lifecycles: [intakeLifecycle],
  permissions: [readIntake, takeIntake, decideIntake],
  factWords: { 'intake.corrected': ['reason'] },
  commands: [take, correct, verify, dismiss, transfer],
  views: [list, record, readWords, kindSounds],
  ruleSets: [REPORT_CLOCKS],
  tryOuts: [tryReportClocks],
});
