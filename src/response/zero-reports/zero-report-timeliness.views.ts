import { sql } from 'kysely';
import { defineIndicator } from '../../foundation/indicators/define.ts';
import { zeroReport } from './zero-report.register.ts';

/** 零报告按时率: of the daily reports that were owed, those given in time, by unit; counted on the day they are of. */
export const zeroReportTimeliness = defineIndicator('zero_report_timeliness', {
  label: { zh: '零报告按时率', en: 'Zero reports in time' },
  register: zeroReport,
  measure: 'flow',
  rules: {
    reading: '各单位每日报告（零报告）中按时报出的，按报告日期计入。',
    denominator: '统计期内应报的每日报告，时限已过或已报的。',
    target: 100,
    baseYear: 2026,
    baseValue: 100,
    citation: '北京市实施《突发事件应对法》办法 第38条',
    isAssumed: true,
  },
  counted: ({ records }) => sql`
    select r.id as record_id, r.due_at as at, (r.reported_at is not null and r.reported_at <= r.due_at)::int as part, 1 as whole,
      r.owner_unit_path, r.area_code, 'zero_report' as link_register, r.id as link_id
    from ${records} r where r.state = 'reported' or r.due_at < now()`,
});
