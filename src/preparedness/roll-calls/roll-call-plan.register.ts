import { UNIT_KINDS } from '../../foundation/organisation/unit.register.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ROLL_CALL_MODES, ROLL_CALL_SUBJECTS } from './roll-call.register.ts';

const TIMES = { pattern: /^([01]\d|2[0-3]):[0-5]\d(,([01]\d|2[0-3]):[0-5]\d)*$/, example: '09:00,20:00' };

/** 点名计划: which units are called every day at which times, and how often a week by surprise. */
export const rollCallPlan = defineRegister('roll_call_plan', {
  plural: 'rollCallPlans',
  label: { zh: '点名计划', en: 'Plan of roll calls' },
  purpose: { zh: '值班值守检查', en: 'To see that duty is kept' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 60 }),
    unitKinds: choices({ label: { zh: '单位类别', en: 'Kinds of units' }, options: UNIT_KINDS }),
    subject: choice({ label: { zh: '点谁', en: 'Who' }, options: ROLL_CALL_SUBJECTS, required: true }),
    callMode: choice({ label: { zh: '方式', en: 'By' }, options: ROLL_CALL_MODES, required: true }),
    times: code({ label: { zh: '每日时刻', en: 'Times of the day' }, ...TIMES }),
    randomPerWeek: whole({
      label: { zh: '每周抽查', en: 'Random, a week' },
      unit: { zh: '次', en: 'times' },
      min: 0,
      max: 70,
    }),
  },
  title: 'name',
  list: ['name', 'unitKinds', 'subject', 'callMode', 'times', 'randomPerWeek'],
});

const NEVER = { zh: '须有每日时刻或抽查次数', en: 'times of the day or a number of random calls is needed' };

export const rollCallPlans = defineFaces(rollCallPlan, {
  read: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
  keep: { duty_leader: 'all', duty_officer: 'all' },
  sections: [
    {
      title: { zh: '计划', en: 'Plan' },
      fields: ['name', 'unitKinds', 'subject', 'callMode', 'times', 'randomPerWeek'],
    },
  ],
  filters: ['callMode'],
  search: ['name'],
  keys: ['name'],
  check: ({ times, randomPerWeek }) => (times || randomPerWeek ? undefined : { field: 'times', reason: NEVER }),
});
