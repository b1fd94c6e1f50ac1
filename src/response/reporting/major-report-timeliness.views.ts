import { sql } from 'kysely';
import { clock } from '../../foundation/clocks/clock.register.ts';
import { defineIndicator } from '../../foundation/indicators/define.ts';

/**
 * 重大事件信息报送及时率: the same limit, of those reports whose incident is 较大 or above. By the unit that took the call, since its
 * clock is kept there.
 */
export const majorReportTimeliness = defineIndicator('major_report_timeliness', {
  label: { zh: '重大事件信息报送及时率', en: 'Reports of major incidents made in time' },
  register: clock,
  measure: 'flow',
  rules: {
    reading: '所属事件定为较大以上的接报信息，书面初报在规定时限内报出的，按到期日计入。',
    denominator: '到期日在统计期内、所属事件为较大以上等级的接报信息。',
    target: 100,
    baseYear: 2020,
    baseValue: 100,
    citation: '石景山区“十四五”时期应急管理发展规划指标；北京市实施突发事件应对法办法 第37条、第38条',
    isAssumed: true,
  },
  counted: ({ records }) => sql`
    select c.id as record_id, c.due_at as at, (c.state = 'met')::int as part, 1 as whole, c.owner_unit_path, c.area_code,
      c.subject_register as link_register, c.subject_id as link_id
    from ${records} c join intake i on i.id = c.subject_id join incident e on e.id = i.incident_id
    where c.subject_register = 'intake' and c.name = 'initial_report' and c.state in ('met', 'late')
      and e.grade in ('large', 'major', 'extraordinary')`,
});
