import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const SOLVED = [
  { id: 'solved', label: { zh: '已解决', en: 'Solved' } },
  { id: 'partly', label: { zh: '部分解决', en: 'Partly' } },
  { id: 'unsolved', label: { zh: '未解决', en: 'Not solved' } },
] as const;

export const PRESENCE = [
  { id: 'present', label: { zh: '到场', en: 'Came' } },
  { id: 'absent', label: { zh: '未到场', en: 'Did not come' } },
] as const;

export const SATISFACTION = [
  { id: 'satisfied', label: { zh: '满意', en: 'Satisfied' } },
  { id: 'fair', label: { zh: '基本满意', en: 'Fairly satisfied' } },
  { id: 'dissatisfied', label: { zh: '不满意', en: 'Dissatisfied' } },
] as const;

/** 报到: one department's answer to a whistle, and what the street thinks of it; owned by the department. */
export const departmentAnswer = defineRegister('department_answer', {
  plural: 'departmentAnswers',
  label: { zh: '部门报到', en: 'Department answer' },
  fields: {
    whistleId: reference({ label: { zh: '吹哨', en: 'Whistle' }, to: 'street_whistle', required: true }),
    unitId: reference({ label: { zh: '部门', en: 'Department' }, to: 'unit', required: true }),
    answerDueAt: instant({ label: { zh: '报到时限', en: 'To be answered by' }, required: true }),
    answeredAt: instant({ label: { zh: '报到时间', en: 'Answered at' } }),
    answeredById: reference({ label: { zh: '报到人', en: 'Answered by' }, to: 'person' }),
    measures: text({ label: { zh: '到场人员和措施', en: 'Who comes and what is done' }, max: 1000 }),
    escalatedAt: instant({ label: { zh: '上报区级时间', en: 'Escalated at' } }),
    presence: choice({ label: { zh: '到场情况', en: 'Presence' }, options: PRESENCE }),
    solved: choice({ label: { zh: '解决情况', en: 'Solved' }, options: SOLVED }),
    satisfaction: choice({ label: { zh: '满意度', en: 'Satisfaction' }, options: SATISFACTION }),
    remark: text({ label: { zh: '评价说明', en: 'Remark' }, max: 500 }),
    ratedAt: instant({ label: { zh: '评价时间', en: 'Rated at' } }),
  },
  title: 'unitId',
  list: ['whistleId', 'unitId', 'answerDueAt', 'answeredAt', 'solved', 'satisfaction'],
  constraints: ['unique (whistle_id, unit_id)'],
});
