import { definePermission } from '../../foundation/identity/define.ts';

export const readReport = definePermission('situation_report.read', {
  label: { zh: '查看专报', en: 'See situation reports' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'area', street_officer: 'area' },
});

export const draftReport = definePermission('situation_report.draft', {
  label: { zh: '起草专报', en: 'Draft situation reports' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

/** 签发: whose approval a report goes out with; who sends it names one of them. */
export const approveReport = definePermission('situation_report.approve', {
  label: { zh: '签发专报', en: 'Approve situation reports' },
  granted: { duty_leader: 'all' },
});

export const issueReport = definePermission('situation_report.issue', {
  label: { zh: '报送专报', en: 'Issue situation reports' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

export const readRecipient = definePermission('report_recipient.read', {
  label: { zh: '查看报送对象', en: 'See recipients of reports' },
  granted: readReport.granted,
});
