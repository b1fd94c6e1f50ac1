import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 突发事件应急预案管理办法 第35条 (一)–(六) and 第34条; `other_information` is the 2013 text's item, kept for names and numbers. */
export const REVISION_CAUSES = [
  { id: 'law_changed', label: { zh: '法律法规标准或上位预案变化', en: 'Law, standard or superior plan changed' } },
  { id: 'organs_changed', label: { zh: '指挥机构及职责调整', en: 'Organs or duties changed' } },
  { id: 'risks_changed', label: { zh: '面临的风险变化', en: 'Risks changed' } },
  { id: 'resources_changed', label: { zh: '重要应急资源变化', en: 'Important resources changed' } },
  { id: 'other_information', label: { zh: '预案中其他重要信息变化', en: 'Other important information changed' } },
  { id: 'problem_found', label: { zh: '实战、演练中发现问题', en: 'Problem found in a response or drill' } },
  { id: 'unit_judges', label: { zh: '认为应当修订的其他情况', en: 'Held to be due for other reasons' } },
  { id: 'evaluation_due', label: { zh: '满三年应评估', en: 'Evaluation due after three years' } },
] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number]['id'];

/** 修订请求: why a plan should be revised, with the record that says so; raised by the system from facts, or by a person. */
export const planRevision = defineRegister('plan_revision', {
  plural: 'planRevisions',
  label: { zh: '预案修订请求', en: 'Request to revise a plan' },
  fields: {
    planId: reference({ label: { zh: '预案', en: 'Plan' }, to: 'plan', required: true }),
    planKey: text({ label: { zh: '预案编号', en: 'Key of the plan' }, required: true, max: 60 }),
    cause: choice({ label: { zh: '情形', en: 'Cause' }, options: REVISION_CAUSES, required: true }),
    about: text({ label: { zh: '说明', en: 'What happened' }, required: true, max: 500 }),
    causeRegister: text({ label: { zh: '起因台账', en: 'Register of the cause' }, max: 60 }),
    causeId: recordId({ label: { zh: '起因', en: 'Cause on record' }, registerIn: 'causeRegister' }),
    /** Who asked; empty where the system did. */
    requestedById: person({ label: { zh: '提出人', en: 'Asked by' } }),
    answer: text({ label: { zh: '答复', en: 'Answer' }, max: 500 }),
    /** The edition that took it in. */
    revisedById: reference({ label: { zh: '修订后的版本', en: 'Edition that took it in' }, to: 'plan' }),
  },
  title: 'about',
  list: ['planId', 'cause', 'about', 'answer'],
  numbered: { prefix: '修' },
  constraints: ['check ((cause_register is null) = (cause_id is null))'],
});
