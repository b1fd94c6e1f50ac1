import { sql } from 'kysely';
import { clock } from '../../foundation/clocks/clock.register.ts';
import { defineIndicator } from '../../foundation/indicators/define.ts';

/** 上报及时率: of the reports that were owed, those made within their limit. Counted on the day on which they were due. */
export const reportTimeliness = defineIndicator('report_timeliness', {
  label: { zh: '信息上报及时率', en: 'Reports made in time' },
  register: clock,
  measure: 'flow',
  rules: {
    reading: '书面初报在规定时限内报出的接报信息，按到期日计入；查否、转出的不计。',
    denominator: '到期日在统计期内、应当书面初报的接报信息。',
    target: 100,
    baseYear: 2020,
    baseValue: 100,
    citation: '石景山区“十四五”时期应急管理发展规划指标；北京市实施突发事件应对法办法 第37条',
    isAssumed: true,
  },
  counted: ({ records }) => sql`
    select c.id as record_id, c.due_at as at, (c.state = 'met')::int as part, 1 as whole, c.owner_unit_path, c.area_code,
      c.subject_register as link_register, c.subject_id as link_id
    from ${records} c where c.name = 'initial_report' and c.state in ('met', 'late')`,
});
