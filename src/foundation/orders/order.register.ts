import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { counts } from '../registers/types/counts.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { place } from '../registers/types/place.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { list, reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';
import { EVIDENCE, FULFILMENTS } from './define.ts';

export const PRIORITIES = [
  { id: 'extra_urgent', label: { zh: '特急', en: 'Extra urgent' } },
  { id: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
  { id: 'normal', label: { zh: '一般', en: 'Normal' } },
] as const;

/**
 * 指令: what a commander or a plan wants done. Its content never changes after it was issued (a trigger in the
 * database holds that too); what became of it stands on the assignments.
 */
export const order = defineRegister('order', {
  plural: 'orders',
  label: { zh: '指令', en: 'Order' },
  fields: {
    /** The matter it belongs to: an incident, a warning, a drill. Orders without a matter are the day's own work. */
    matterRegister: text({ label: { zh: '事项台账', en: 'Register of the matter' } }),
    matterId: recordId({ label: { zh: '事项', en: 'Matter' }, registerIn: 'matterRegister' }),
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
    content: text({ label: { zh: '内容', en: 'Content' }, required: true, max: 4000 }),
    groupName: text({ label: { zh: '工作组', en: 'Working group' } }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: PRIORITIES, required: true }),
    place: place({ label: { zh: '位置', en: 'Position' } }),
    placeText: text({ label: { zh: '地点', en: 'Place' }, max: 500 }),
    resources: list({ label: { zh: '所需力量物资', en: 'Resources' } }),
    evidenceAsked: counts({ label: { zh: '要求反馈', en: 'Evidence asked' }, options: EVIDENCE }),
    fulfilledBy: choice({ label: { zh: '由此完成', en: 'Fulfilled by' }, options: FULFILMENTS }),
    basisClause: text({ label: { zh: '依据条款', en: 'Clause' } }),
    basisPlan: text({ label: { zh: '依据预案', en: 'Plan' }, max: 500 }),
    issuedAt: instant({ label: { zh: '下达时间', en: 'Issued at' }, required: true }),
    receiveDueAt: instant({ label: { zh: '签收时限', en: 'To be received by' }, required: true }),
    startDueAt: instant({ label: { zh: '开始时限', en: 'To be started by' } }),
    finishDueAt: instant({ label: { zh: '办结时限', en: 'To be finished by' } }),
    /** 变更自: the order whose place it takes; that one keeps its own words. */
    previousOrderId: reference({ label: { zh: '变更自', en: 'Changed from' }, to: 'order' }),
  },
  title: 'title',
  map: { isListedByGround: true },
  list: ['title', 'priority', 'issuedAt', 'finishDueAt', 'placeText'],
  numbered: { prefix: '令' },
  // One order at most takes the place of another.
  constraints: ['check ((matter_register is null) = (matter_id is null))', 'unique (previous_order_id)'],
});
