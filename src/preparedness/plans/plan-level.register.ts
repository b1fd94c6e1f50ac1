import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** One response level of a plan: when it starts, and what the activation record says unless the commander changes it. */
export const planLevel = defineRegister('plan_level', {
  plural: 'planLevels',
  label: { zh: '预案响应级别', en: 'Response level of a plan' },
  fields: {
    planId: reference({ label: { zh: '预案', en: 'Plan' }, to: 'plan', required: true }),
    level: choice({ label: { zh: '响应级别', en: 'Level' }, options: RESPONSE_LEVELS, required: true }),
    conditions: text({ label: { zh: '启动条件', en: 'Start conditions' }, required: true, max: 2000 }),
    expectedHours: whole({ label: { zh: '预计期限（小时）', en: 'Expected hours' }, required: true, min: 1 }),
    measures: text({ label: { zh: '应急处置措施', en: 'Measures' }, required: true, max: 4000 }),
  },
  title: 'conditions',
  list: ['level', 'conditions', 'expectedHours'],
  constraints: ['unique (plan_id, level)'],
});
