import { defineRegister } from '../../foundation/registers/define.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

/** 零报告: what a unit says of its day. That nothing happened is said, never left blank. */
export const zeroReport = defineRegister('zero_report', {
  plural: 'zeroReports',
  label: { zh: '每日报告（零报告）', en: 'Daily zero report' },
  fields: {
    unitId: reference({ label: { zh: '报告单位', en: 'Unit' }, to: 'unit', required: true }),
    day: day({ label: { zh: '日期', en: 'Day' }, required: true }),
    dueAt: instant({ label: { zh: '报告时限', en: 'Due' }, required: true }),
    /** 0 is a report; empty is none. */
    matters: whole({ label: { zh: '突发情况', en: 'Matters' }, max: 999 }),
    text: text({ label: { zh: '情况', en: 'What there was' }, max: 1000 }),
    reportedAt: instant({ label: { zh: '报告时间', en: 'Reported at' } }),
    reporterId: reference({ label: { zh: '报告人', en: 'Reported by' }, to: 'person' }),
    rule: ruleUse({ label: { zh: '报告规则', en: 'Rule' } }),
  },
  title: 'day',
  list: ['unitId', 'day', 'matters', 'reportedAt'],
  constraints: ['unique (unit_id, day)'],
});
