import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { adoptPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';

export const planLifecycle = defineLifecycle(plan, {
  initial: 'in_force',
  states: { in_force: { zh: '现行', en: 'In force' }, superseded: { zh: '已被替代', en: 'Superseded' } },
  transitions: {
    supersede: {
      label: { zh: '以新版替代', en: 'Supersede' },
      from: ['in_force'],
      to: 'superseded',
      may: adoptPlan,
      cites: '突发事件应急预案管理办法（国办发〔2024〕5号）',
    },
  },
});
