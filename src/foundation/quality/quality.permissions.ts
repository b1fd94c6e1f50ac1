import { definePermission } from '../identity/define.ts';

/** Whoever keeps an eye on the registers of others asks their keepers to put them right. */
export const orderQuality = definePermission('quality_order.issue', {
  label: { zh: '下达台账整改指令', en: 'Order that a register be put right' },
  granted: { duty_leader: 'all', duty_officer: 'all', department_officer: 'all' },
});

export const readQualityOrder = definePermission('quality_order.read', {
  label: { zh: '查看台账整改指令', en: 'See orders about the quality of registers' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: ['area', 'involved'],
    street_officer: ['area', 'involved'],
    community_worker: 'involved',
  },
});
