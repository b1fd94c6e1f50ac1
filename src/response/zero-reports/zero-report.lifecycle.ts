import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { giveZeroReport } from './zero-report.permissions.ts';
import { zeroReport } from './zero-report.register.ts';

const CONTRADICTION = { zh: '有突发情况时须写明是什么', en: 'where something happened, say what' };

export const zeroReportLifecycle = defineLifecycle(zeroReport, {
  initial: 'owed',
  states: {
    owed: { zh: '未报', en: 'Not reported' },
    reported: { zh: '已报', en: 'Reported' },
  },
  transitions: {
    report: {
      label: { zh: '报告', en: 'Report' },
      from: ['owed'],
      to: 'reported',
      may: giveZeroReport,
      requires: ['matters', 'text', 'reportedAt'],
      guard: ({ matters, text }) => (matters && text === '无' ? CONTRADICTION : undefined),
      cites: '北京市实施《突发事件应对法》办法 第38条',
    },
  },
});
