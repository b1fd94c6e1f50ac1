import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { closeIncident, handleIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';

export const incidentLifecycle = defineLifecycle(incident, {
  initial: 'handling',
  states: {
    handling: { zh: '处置中', en: 'Being handled' },
    controlled: { zh: '已控制', en: 'Controlled' },
    closed: { zh: '办结', en: 'Closed' },
  },
  transitions: {
    control: {
      label: { zh: '已控制', en: 'Controlled' },
      from: ['handling'],
      to: 'controlled',
      may: handleIncident,
      requires: ['grade', 'controlledAt'],
    },
    close: {
      label: { zh: '办结', en: 'Close' },
      from: ['handling', 'controlled'],
      to: 'closed',
      may: closeIncident,
      requires: ['grade', 'closingSummary', 'closedAt'],
      cites: '突发事件应对法 第86条、第92条',
    },
    reopen: {
      // 493号令 第13条: casualties change within 30 (fire, traffic: 7) days, and with them the grade.
      label: { zh: '重新办理', en: 'Reopen' },
      from: ['closed'],
      to: 'handling',
      may: closeIncident,
      cites: '生产安全事故报告和调查处理条例 第13条',
    },
  },
});
