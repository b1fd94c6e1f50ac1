import { sql } from 'kysely';
import { defineIndicator } from '../../foundation/indicators/define.ts';
import { rollCallAnswer } from './roll-call-answer.register.ts';

/** 点名应答率: of the units called, those that answered in time. */
export const answerRate = defineIndicator('roll_call_answer_rate', {
  label: { zh: '值班点名应答率', en: 'Roll calls answered in time' },
  register: rollCallAnswer,
  measure: 'flow',
  rules: {
    reading: '在点名窗口内应答的单位数占被点名单位数的比例，按点名时间计入；演练点名和经核实说明的不计。',
    denominator: '统计期内被点名且已有结果的单位次数。',
    target: 100,
    baseYear: 2020,
    baseValue: 100,
    citation: '石景山区“十四五”时期应急管理发展规划（值班点名应答率）',
    isAssumed: true,
  },
  counted: ({ records }) => sql`
    select a.id as record_id, a.called_at as at, (a.state = 'on_time')::int as part, 1 as whole, a.owner_unit_path, a.area_code,
      'roll_call' as link_register, a.roll_call_id as link_id
    from ${records} a where a.state in ('on_time', 'late', 'no_answer', 'not_at_post')`,
});
