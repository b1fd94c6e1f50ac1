import { ROLES } from '../../foundation/identity/define.ts';
import { EVIDENCE, FULFILMENTS } from '../../foundation/orders/define.ts';
import { PRIORITIES } from '../../foundation/orders/order.register.ts';
import { type Choice, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { counts } from '../../foundation/registers/types/counts.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { list, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const ROLE_CHOICES: readonly Choice[] = Object.entries(ROLES).map(([id, label]) => ({ id, label }));

/** `named`: the unit of the action · `street_of_incident`: the street office in whose area the incident lies. */
export const UNIT_RULES = [
  { id: 'named', label: { zh: '指定单位', en: 'Named unit' } },
  { id: 'street_of_incident', label: { zh: '事发地街道', en: 'Street of the incident' } },
] as const;

export const PLACE_RULES = [
  { id: 'incident', label: { zh: '事发现场', en: 'At the incident' } },
  { id: 'command_center', label: { zh: '区应急指挥中心', en: 'Command centre' } },
  { id: 'own_unit', label: { zh: '本单位', en: 'Own unit' } },
] as const;

/** One clause of a plan that becomes an order: who does what, until when after T0, where and with what. */
export const planAction = defineRegister('plan_action', {
  plural: 'planActions',
  label: { zh: '预案行动', en: 'Plan action' },
  fields: {
    planId: reference({ label: { zh: '预案', en: 'Plan' }, to: 'plan', required: true }),
    clause: text({ label: { zh: '条款', en: 'Clause' }, required: true, max: 20 }),
    title: text({ label: { zh: '行动', en: 'Action' }, required: true, max: 100 }),
    content: text({ label: { zh: '内容', en: 'Content' }, required: true, max: 2000 }),
    groupName: text({ label: { zh: '工作组', en: 'Working group' }, required: true, max: 60 }),
    role: choice({ label: { zh: '岗位', en: 'Role' }, options: ROLE_CHOICES, required: true }),
    unitRule: choice({ label: { zh: '承办单位规则', en: 'Unit rule' }, options: UNIT_RULES, required: true }),
    unitId: reference({ label: { zh: '承办单位', en: 'Unit' }, to: 'unit' }),
    /** A post of the unit instead of whoever holds the role there: 「岗位」 said by name. */
    postId: reference({ label: { zh: '指定岗位', en: 'Post' }, to: 'post' }),
    /** Counted from T0, or from the moment the order goes out when it waits for another clause. */
    offsetMinutes: whole({ label: { zh: '时限（T0 后分钟）', en: 'Minutes after T0' }, required: true }),
    /** 前置条款: the order goes out when the order of this clause is done, `delayMinutes` after it. */
    afterClause: text({ label: { zh: '在此条款完成后', en: 'After clause' }, max: 20 }),
    delayMinutes: whole({ label: { zh: '完成后再等（分钟）', en: 'Minutes after it is done' } }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: PRIORITIES, required: true }),
    placeRule: choice({ label: { zh: '地点规则', en: 'Place rule' }, options: PLACE_RULES, required: true }),
    resources: list({ label: { zh: '所需力量物资', en: 'Resources' } }),
    evidenceAsked: counts({ label: { zh: '要求反馈', en: 'Evidence asked' }, options: EVIDENCE }),
    fulfilledBy: choice({ label: { zh: '由此完成', en: 'Fulfilled by' }, options: FULFILMENTS }),
    levels: list({ label: { zh: '响应级别', en: 'Levels' } }),
  },
  title: 'title',
  list: ['clause', 'title', 'groupName', 'role', 'offsetMinutes'],
  constraints: [
    'unique (plan_id, clause)',
    'check (delay_minutes is null or after_clause is not null)',
    "check (unit_rule <> 'named' or unit_id is not null)",
  ],
});
