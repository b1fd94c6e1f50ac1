import { definePermission } from '../../foundation/identity/define.ts';

export const readReview = definePermission('review.read', {
  label: { zh: '查看复盘评估', en: 'See reviews' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['area', 'unit', 'involved'],
    street_officer: ['area', 'unit', 'involved'],
    utility_contact: 'involved',
  },
});

export const keepReview = definePermission('review.keep', {
  label: { zh: '复盘评估', en: 'Carry out reviews' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', department_officer: 'involved' },
});
