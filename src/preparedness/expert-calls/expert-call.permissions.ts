import { definePermission } from '../../foundation/identity/define.ts';

const ROOM = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;

/** The room everything, a unit what it asked, an expert what they were asked. */
const readers = {
  ...ROOM,
  department_officer: ['unit', 'involved'],
  street_chief: ['unit', 'involved'],
  street_officer: ['unit', 'involved'],
  expert: 'involved',
} as const;
const callers = {
  ...ROOM,
  department_officer: 'unit',
  street_chief: 'unit',
  street_officer: 'unit',
} as const;

export const readCall = definePermission('expert_call.read', {
  label: { zh: '查看专家邀请', en: 'See expert calls' },
  granted: readers,
});

export const readAdvice = definePermission('expert_advice.read', {
  label: { zh: '查看专家意见', en: 'See expert advice' },
  granted: readers,
});

export const callExperts = definePermission('expert_call.make', {
  label: { zh: '邀请专家', en: 'Call experts' },
  granted: callers,
});

/** The expert; or whoever called and heard the answer on the telephone. */
export const answerCall = definePermission('expert_call.answer', {
  label: { zh: '答复邀请、提出意见', en: 'Answer a call and advise' },
  granted: { ...callers, expert: 'involved' },
});

/** Whether advice is followed is for those who decide, never for who gave it. */
export const decideAdvice = definePermission('expert_advice.decide', {
  label: { zh: '采纳和评价专家意见', en: 'Adopt and evaluate advice' },
  granted: callers,
});
