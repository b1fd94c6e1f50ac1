import { definePermission } from '../../foundation/identity/define.ts';

export const readFinding = definePermission('review_finding.read', {
  label: { zh: '查看评估问题', en: 'See findings of reviews' },
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

export const keepFinding = definePermission('review_finding.keep', {
  label: { zh: '登记评估问题', en: 'Record findings of reviews' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', department_officer: 'involved' },
});
