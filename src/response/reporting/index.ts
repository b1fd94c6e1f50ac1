import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { basis } from './basis.views.ts';
import { issuers } from './issuers.views.ts';
import { draft, issue, revise } from './reporting.commands.ts';
import { list, record } from './reporting.views.ts';
import { situationReportLifecycle } from './situation-report.lifecycle.ts';
import { approveReport, draftReport, issueReport, readReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

export { reportingRoutes } from './reporting.routes.ts';

export const reporting = capability({
  name: 'reporting',
  label: { zh: '信息报送', en: 'Reporting' },
  searches: [
    defineSearch(situationReport, {
      words: ['basicSituation', 'casualtiesAndLosses', 'progress', 'nextSteps', 'coordinationNeeded'],
    }),
  ],
  registers: [situationReport],
  lifecycles: [situationReportLifecycle],
  permissions: [readReport, draftReport, approveReport, issueReport],
  commands: [draft, revise, issue],
  views: [list, record, basis, issuers],
});
