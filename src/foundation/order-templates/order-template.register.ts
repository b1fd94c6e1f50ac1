import { EVIDENCE } from '../orders/define.ts';
import { PRIORITIES } from '../orders/order.register.ts';
import { UNIT_KINDS } from '../organisation/unit.register.ts';
import { defineFaces, defineRegister } from '../registers/define.ts';
import { choice, choices } from '../registers/types/choice.type.ts';
import { counts } from '../registers/types/counts.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 指令模板: an order as a unit gives it again and again; `{地点}` in title or content is asked for when it is issued. */
export const orderTemplate = defineRegister('order_template', {
  plural: 'orderTemplates',
  label: { zh: '指令模板', en: 'Order template' },
  fields: {
    name: text({ label: { zh: '模板名称', en: 'Name' }, required: true, max: 60 }),
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
    content: text({ label: { zh: '内容', en: 'Content' }, required: true, max: 4000 }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: PRIORITIES, required: true }),
    evidenceAsked: counts({ label: { zh: '要求反馈', en: 'Evidence asked' }, options: EVIDENCE }),
    finishMinutes: whole({
      label: { zh: '办结时限', en: 'To be finished within' },
      unit: { zh: '分钟', en: 'min' },
      min: 1,
      max: 10_080,
    }),
    addresseeKinds: choices({ label: { zh: '承办单位类型', en: 'Kinds of addressees' }, options: UNIT_KINDS }),
  },
  title: 'name',
  list: ['name', 'title', 'priority', 'evidenceAsked', 'finishMinutes', 'addresseeKinds'],
});

const ISSUERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  street_chief: 'all',
  street_officer: 'all',
} as const;

export const orderTemplates = defineFaces(orderTemplate, {
  read: ISSUERS,
  keep: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'unit', street_officer: 'unit' },
  sections: [
    { title: { zh: '指令', en: 'Order' }, fields: ['name', 'title', 'content'] },
    {
      title: { zh: '要求', en: 'What is asked' },
      fields: ['priority', 'evidenceAsked', 'finishMinutes', 'addresseeKinds'],
    },
  ],
  filters: ['priority', 'addresseeKinds'],
  search: ['name', 'title', 'content'],
  keys: ['name'],
});
