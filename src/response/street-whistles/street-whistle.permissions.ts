import { definePermission } from '../../foundation/identity/define.ts';

const readers = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  street_chief: ['unit', 'involved'],
  street_officer: ['unit', 'involved'],
  department_officer: ['unit', 'involved'],
  utility_contact: ['unit', 'involved'],
} as const;

export const readWhistle = definePermission('street_whistle.read', {
  label: { zh: '查看吹哨', en: 'See whistles' },
  granted: readers,
});

export const readAnswer = definePermission('department_answer.read', {
  label: { zh: '查看部门报到', en: 'See answers of departments' },
  granted: readers,
});

/** Blown, withdrawn and rated by the street whose matter it is. */
export const blowWhistle = definePermission('street_whistle.blow', {
  label: { zh: '吹哨和评价', en: 'Blow a whistle and rate' },
  granted: { street_chief: 'unit', street_officer: 'unit' },
});

export const answerWhistle = definePermission('department_answer.answer', {
  label: { zh: '报到', en: 'Answer a whistle' },
  granted: { department_officer: 'unit', utility_contact: 'unit' },
});

export const countWhistles = definePermission('street_whistle.count', {
  label: { zh: '吹哨报到统计', en: 'Count whistles and answers' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});
