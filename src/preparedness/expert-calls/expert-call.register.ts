import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

/** The whole process in which advice is asked for: before, during and after. */
export const PURPOSES = [
  { id: 'risk', label: { zh: '风险研判', en: 'Risk' } },
  { id: 'plan', label: { zh: '预案评审', en: 'Plan' } },
  { id: 'incident', label: { zh: '事件处置', en: 'Incident' } },
  { id: 'acceptance', label: { zh: '验收', en: 'Acceptance' } },
  { id: 'review', label: { zh: '复盘评估', en: 'Review' } },
] as const;

export const CALL_CHANNELS = [
  { id: 'system', label: { zh: '系统', en: 'System' } },
  { id: 'telephone', label: { zh: '电话', en: 'Telephone' } },
] as const;

export const CALL_PRIORITIES = [
  { id: 'extra_urgent', label: { zh: '特急', en: 'Extra urgent' } },
  { id: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
  { id: 'normal', label: { zh: '一般', en: 'Normal' } },
] as const;

export const WAYS = [
  { id: 'on_site', label: { zh: '到场', en: 'On site' } },
  { id: 'remote', label: { zh: '远程', en: 'From afar' } },
] as const;

/** 专家邀请: who was called for what, by which channel, and what they answered when (应对法 第57条). */
export const expertCall = defineRegister('expert_call', {
  plural: 'expertCalls',
  label: { zh: '专家邀请', en: 'Expert call' },
  fields: {
    expertId: reference({ label: { zh: '专家', en: 'Expert' }, to: 'expert', required: true }),
    subjectRegister: text({ label: { zh: '事项台账', en: 'Register of the subject' }, required: true }),
    subjectId: recordId({ label: { zh: '事项', en: 'Subject' }, registerIn: 'subjectRegister', required: true }),
    purpose: choice({ label: { zh: '用途', en: 'For' }, options: PURPOSES, required: true }),
    question: text({ label: { zh: '请专家研判的问题', en: 'What is asked' }, required: true, max: 1000 }),
    channel: choice({ label: { zh: '邀请渠道', en: 'Channel' }, options: CALL_CHANNELS, required: true }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: CALL_PRIORITIES, required: true }),
    calledAt: instant({ label: { zh: '邀请时间', en: 'Called at' }, required: true }),
    answerDueAt: instant({ label: { zh: '答复时限', en: 'To be answered by' }, required: true }),
    answerRule: ruleUse({ label: { zh: '答复时限规则', en: 'Rule of the limit' } }),
    answeredAt: instant({ label: { zh: '答复时间', en: 'Answered at' } }),
    /** The expert, or whoever heard it on the telephone. */
    answerNotedById: reference({ label: { zh: '答复登记人', en: 'Answer noted by' }, to: 'person' }),
    way: choice({ label: { zh: '参与方式', en: 'How' }, options: WAYS }),
    arrivalMinutes: whole({
      label: { zh: '预计多久到', en: 'There within' },
      unit: { zh: '分钟', en: 'min' },
      min: 0,
      max: 2880,
    }),
    reason: text({ label: { zh: '不能参加或撤回的原因', en: 'Reason' }, max: 500 }),
  },
  title: 'question',
  list: ['expertId', 'purpose', 'question', 'channel', 'calledAt', 'answeredAt'],
  numbered: { prefix: '邀' },
});
