import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { earlierCalls } from './earlier-calls.views.ts';
import { correct, take, verify } from './intake.commands.ts';
import { intakeLifecycle } from './intake.lifecycle.ts';
import { INTAKE_MESSAGES } from './intake.messages.rules.ts';
import { decideIntake, readIntake, takeIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';
import { REPORT_CLOCKS, timeFault } from './intake.rules.ts';
import { list, record } from './intake.views.ts';
import { kindSounds } from './kind-sounds.views.ts';
import { undecided } from './needs.views.ts';
import { dismiss, joinedTo, joinIncident, leaveIncident, transfer } from './outcomes.commands.ts';
import { readWords } from './read-text.views.ts';
import { tryReportClocks } from './report-clocks.views.ts';
import { reportTimeliness } from './report-timeliness.views.ts';
import { join, leave, split } from './same-matter.commands.ts';

export { decideIntake, joinedTo, joinIncident, leaveIncident, readIntake, timeFault };

export const intakeDesk = capability({
  name: 'intake',
  label: { zh: '信息接报', en: 'Intake' },
  indicators: [reportTimeliness],
  searches: [defineSearch(intake, { words: ['damage', 'measuresTaken', 'outcomeReason'] })],
  registers: [intake],
  lifecycles: [intakeLifecycle],
  permissions: [readIntake, takeIntake, decideIntake],
  factWords: { 'intake.corrected': ['reason'], 'intake.left': ['reason'] },
  messageTemplates: INTAKE_MESSAGES,
  commands: [take, correct, verify, dismiss, transfer, join, leave, split],
  views: [list, record, earlierCalls, readWords, kindSounds],
  ruleSets: [REPORT_CLOCKS],
  tryOuts: [tryReportClocks],
  needs: [undecided],
  books: [defineBook(intake, { may: readIntake, order: 20, at: 'knownAt' })],
});
