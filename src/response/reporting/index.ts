import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { basis } from './basis.views.ts';
import { finalReportOwed, reportedUp } from './closing.views.ts';
import { reportsSection } from './dossier.views.ts';
import { issuers } from './issuers.views.ts';
import { majorReportTimeliness } from './major-report-timeliness.views.ts';
import { reportRecipient, reportRecipientLifecycle } from './report-recipient.register.ts';
import { acknowledge, explainLate, tell } from './report-recipients.commands.ts';
import { FOLLOW_UP_CLOCKS, REPORT_RECIPIENTS } from './report-recipients.rules.ts';
import { recipients } from './report-recipients.views.ts';
import { draft, issue, revise } from './reporting.commands.ts';
import { onClosed, onReopened } from './reporting.reactions.ts';
import { list, record } from './reporting.views.ts';
import { situationReportLifecycle } from './situation-report.lifecycle.ts';
import { approveReport, draftReport, issueReport, readRecipient, readReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

export { reportingRoutes } from './reporting.routes.ts';

export const reporting = capability({
  name: 'reporting',
  label: { zh: '信息报送', en: 'Reporting' },
  indicators: [majorReportTimeliness],
  searches: [
    defineSearch(situationReport, {
      words: ['basicSituation', 'casualtiesAndLosses', 'progress', 'nextSteps', 'coordinationNeeded'],
    }),
  ],
  registers: [situationReport, reportRecipient],
  lifecycles: [situationReportLifecycle, reportRecipientLifecycle],
  permissions: [readReport, readRecipient, draftReport, approveReport, issueReport],
  commands: [draft, revise, issue, tell, acknowledge, explainLate],
  views: [list, record, basis, issuers, recipients],
  reactions: [onClosed, onReopened],
  dossierSections: [reportsSection],
  stepChecks: [reportedUp, finalReportOwed],
  ruleSets: [REPORT_RECIPIENTS, FOLLOW_UP_CLOCKS],
});
