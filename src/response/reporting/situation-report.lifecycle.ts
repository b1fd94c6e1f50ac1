import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { issueReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

export const situationReportLifecycle = defineLifecycle(situationReport, {
  initial: 'draft',
  states: { draft: { zh: '草稿', en: 'Draft' }, issued: { zh: '已报送', en: 'Issued' } },
  transitions: {
    issue: {
      label: { zh: '报送', en: 'Issue' },
      from: ['draft'],
      to: 'issued',
      may: issueReport,
      requires: ['basicSituation', 'issuer', 'issuedAt'],
      cites: '突发事件应对法 第61条',
    },
  },
});
