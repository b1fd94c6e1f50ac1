import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const FINDING_KINDS = [
  { id: 'reporting', label: { zh: '信息报送', en: 'Reporting' } },
  { id: 'decision', label: { zh: '决策指挥', en: 'Decision and command' } },
  { id: 'response', label: { zh: '现场处置', en: 'Response' } },
  { id: 'support', label: { zh: '应急保障', en: 'Support' } },
  { id: 'plan', label: { zh: '预案', en: 'Plan' } },
] as const;

/** 评估问题: what a review found, the measure against it with unit and limit, and the plan that is to be revised. */
export const reviewFinding = defineRegister('review_finding', {
  plural: 'reviewFindings',
  label: { zh: '评估问题', en: 'Finding of a review' },
  fields: {
    reviewId: reference({ label: { zh: '复盘评估', en: 'Review' }, to: 'review', required: true }),
    kind: choice({ label: { zh: '方面', en: 'Concerns' }, options: FINDING_KINDS, required: true }),
    text: text({ label: { zh: '问题', en: 'Finding' }, required: true, max: 1000 }),
    measure: text({ label: { zh: '改进措施', en: 'Measure' }, required: true, max: 1000 }),
    unitId: reference({ label: { zh: '责任单位', en: 'Responsible unit' }, to: 'unit' }),
    dueAt: instant({ label: { zh: '完成时限', en: 'Due' } }),
    planId: reference({ label: { zh: '须修订的预案', en: 'Plan to be revised' }, to: 'plan' }),
    clause: text({ label: { zh: '条款', en: 'Clause' }, max: 30 }),
    orderId: reference({ label: { zh: '整改指令', en: 'Order' }, to: 'order' }),
    doneAt: instant({ label: { zh: '整改完成', en: 'Done at' } }),
  },
  title: 'text',
  list: ['kind', 'text', 'unitId', 'dueAt', 'doneAt'],
  constraints: ['check ((unit_id is null) = (due_at is null))'],
});
