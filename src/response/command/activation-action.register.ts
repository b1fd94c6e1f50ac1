import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { person, reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/**
 * 响应行动: what became of one clause of the plan in one activation — issued as an order, waiting for another clause,
 * left out by the commander, or cancelled before anybody began. The review reads here what was not executed.
 */
export const activationAction = defineRegister('activation_action', {
  plural: 'activationActions',
  label: { zh: '响应行动', en: 'Action of an activation' },
  fields: {
    activationId: reference({ label: { zh: '应急响应', en: 'Activation' }, to: 'activation', required: true }),
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    planActionId: reference({ label: { zh: '预案行动', en: 'Plan action' }, to: 'plan_action', required: true }),
    clause: text({ label: { zh: '条款', en: 'Clause' }, required: true, max: 20 }),
    /** The level at which it came into the response. */
    level: choice({ label: { zh: '响应级别', en: 'Level' }, options: RESPONSE_LEVELS, required: true }),
    content: text({ label: { zh: '内容', en: 'Content' }, required: true, max: 4000 }),
    assigneeUnitId: unit({ label: { zh: '承办单位', en: 'Unit' } }),
    assigneePersonId: person({ label: { zh: '承办人', en: 'Person' } }),
    assigneePostId: reference({ label: { zh: '承办岗位', en: 'Post' }, to: 'post' }),
    offsetMinutes: whole({ label: { zh: '时限（分钟）', en: 'Minutes to finish' }, required: true }),
    afterClause: text({ label: { zh: '在此条款完成后', en: 'After clause' }, max: 20 }),
    delayMinutes: whole({ label: { zh: '完成后再等（分钟）', en: 'Minutes after it is done' } }),
    /** When the clause it waits for was done; the order goes out `delayMinutes` later. */
    dueOutAt: instant({ label: { zh: '下达时间', en: 'Goes out at' } }),
    orderId: reference({ label: { zh: '指令', en: 'Order' }, to: 'order' }),
    reason: text({ label: { zh: '原因', en: 'Reason' }, max: 500 }),
  },
  title: 'clause',
  list: ['clause', 'level', 'assigneeUnitId', 'offsetMinutes', 'afterClause'],
  constraints: ["check (state <> 'issued' or order_id is not null)"],
});
