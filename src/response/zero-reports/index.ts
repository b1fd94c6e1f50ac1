import { capability } from '../../foundation/api/define.ts';
import { askDaily } from './ask-daily.job.ts';
import { zeroReportLifecycle } from './zero-report.lifecycle.ts';
import { askZeroReports, giveZeroReport, readZeroReport } from './zero-report.permissions.ts';
import { zeroReport } from './zero-report.register.ts';
import { ZERO_REPORT_OWED, ZERO_REPORTS } from './zero-report.rules.ts';
import { zeroReportTimeliness } from './zero-report-timeliness.views.ts';
import { ask, remind, report } from './zero-reports.commands.ts';
import { onWarned } from './zero-reports.reactions.ts';
import { list } from './zero-reports.views.ts';

export { readZeroReport };

export const zeroReports = capability({
  name: 'zero-reports',
  label: { zh: '零报告', en: 'Zero reports' },
  registers: [zeroReport],
  lifecycles: [zeroReportLifecycle],
  permissions: [readZeroReport, giveZeroReport, askZeroReports],
  indicators: [zeroReportTimeliness],
  messageTemplates: [ZERO_REPORT_OWED],
  commands: [ask, report, remind],
  views: [list],
  jobs: [askDaily],
  reactions: [onWarned],
  ruleSets: [ZERO_REPORTS],
});
