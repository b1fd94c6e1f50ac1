import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

export const WHISTLE_PRIORITIES = [
  { id: 'extra_urgent', label: { zh: '特急', en: 'Extra urgent' } },
  { id: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
  { id: 'normal', label: { zh: '一般', en: 'Normal' } },
] as const;

/** 吹哨 (街乡吹哨、部门报到): a street calls departments to a matter it cannot settle alone. */
export const streetWhistle = defineRegister('street_whistle', {
  plural: 'streetWhistles',
  label: { zh: '吹哨', en: 'Street whistle' },
  fields: {
    incidentId: reference({ label: { zh: '所属事件', en: 'Incident' }, to: 'incident' }),
    title: text({ label: { zh: '事项', en: 'Matter' }, required: true, max: 200 }),
    content: text({ label: { zh: '需要部门做什么', en: 'What is asked' }, required: true, max: 2000 }),
    priority: choice({
      label: { zh: '紧急程度', en: 'Priority' },
      options: WHISTLE_PRIORITIES,
      required: true,
    }),
    place: place({ label: { zh: '位置', en: 'Position' } }),
    placeText: text({ label: { zh: '地点', en: 'Place' }, required: true, max: 500 }),
    blownAt: instant({ label: { zh: '吹哨时间', en: 'Blown at' }, required: true }),
    answerDueAt: instant({ label: { zh: '报到时限', en: 'To be answered by' }, required: true }),
    answerRule: ruleUse({ label: { zh: '报到时限规则', en: 'Rule of the limit' } }),
    reason: text({ label: { zh: '撤哨原因', en: 'Reason of the withdrawal' }, max: 500 }),
  },
  title: 'title',
  list: ['title', 'priority', 'placeText', 'blownAt', 'answerDueAt'],
  numbered: { prefix: '哨' },
});
