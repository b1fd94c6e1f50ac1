import { defineRegister } from '../../foundation/registers/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

/** 值班表: a month of a unit's duty. Its shifts are records of their own; this says whether people may rely on them. */
export const dutyRoster = defineRegister('duty_roster', {
  plural: 'dutyRosters',
  label: { zh: '值班表', en: 'Roster' },
  purpose: { zh: '值班值守', en: 'Duty' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    month: text({ label: { zh: '月份', en: 'Month' }, required: true, max: 7 }),
    publishedAt: instant({ label: { zh: '发布时间', en: 'Published at' } }),
    /** Why it was published although a rule is not kept. */
    breachReason: text({ label: { zh: '例外理由', en: 'Reason of an exception' }, max: 500 }),
    ruleUsed: ruleUse({ label: { zh: '排班规则', en: 'Rules of rosters' } }),
  },
  title: 'month',
  list: ['unitId', 'month', 'publishedAt'],
  constraints: ['unique (unit_id, month)'],
});
