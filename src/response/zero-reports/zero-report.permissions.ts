import { definePermission } from '../../foundation/identity/define.ts';

export const readZeroReport = definePermission('zero_report.read', {
  label: { zh: '查看零报告', en: 'See zero reports' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: 'unit',
    street_officer: 'unit',
    department_officer: 'unit',
  },
});

/** Of one's own unit; the duty room notes what was told by telephone. */
export const giveZeroReport = definePermission('zero_report.report', {
  label: { zh: '报零报告', en: 'Give zero reports' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    street_chief: 'unit',
    street_officer: 'unit',
    department_officer: 'unit',
  },
});

export const askZeroReports = definePermission('zero_report.ask', {
  label: { zh: '要求、催报零报告', en: 'Ask for zero reports' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});
