import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { files } from '../../foundation/registers/types/files.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const ADOPTIONS = [
  { id: 'adopted', label: { zh: '采纳', en: 'Adopted' } },
  { id: 'partly', label: { zh: '部分采纳', en: 'Partly adopted' } },
  { id: 'not_adopted', label: { zh: '未采纳', en: 'Not adopted' } },
] as const;

/** 专家意见: what an expert advised, whether it was followed and why not, and how good it turned out to be. */
export const expertAdvice = defineRegister('expert_advice', {
  plural: 'expertAdvice',
  label: { zh: '专家意见', en: 'Expert advice' },
  fields: {
    callId: reference({ label: { zh: '邀请', en: 'Call' }, to: 'expert_call', required: true }),
    expertId: reference({ label: { zh: '专家', en: 'Expert' }, to: 'expert', required: true }),
    subjectRegister: text({ label: { zh: '事项台账', en: 'Register of the subject' }, required: true }),
    subjectId: recordId({ label: { zh: '事项', en: 'Subject' }, registerIn: 'subjectRegister', required: true }),
    advice: text({ label: { zh: '意见', en: 'Advice' }, required: true, max: 4000 }),
    files: files({ label: { zh: '附件', en: 'Files' } }),
    givenAt: instant({ label: { zh: '提出时间', en: 'Given at' }, required: true }),
    adoption: choice({ label: { zh: '采纳情况', en: 'Adoption' }, options: ADOPTIONS }),
    adoptionReason: text({ label: { zh: '采纳说明', en: 'Why' }, max: 500 }),
    decidedAt: instant({ label: { zh: '决定时间', en: 'Decided at' } }),
    decidedById: reference({ label: { zh: '决定人', en: 'Decided by' }, to: 'person' }),
    score: whole({ label: { zh: '评价（1—5 分）', en: 'Evaluation, 1 to 5' }, min: 1, max: 5 }),
    evaluation: text({ label: { zh: '评价说明', en: 'Evaluation in words' }, max: 500 }),
    evaluatedAt: instant({ label: { zh: '评价时间', en: 'Evaluated at' } }),
  },
  title: 'advice',
  list: ['expertId', 'advice', 'givenAt', 'adoption', 'score'],
});
