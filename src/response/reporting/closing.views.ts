import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';
import { FOLLOW_UP_CLOCKS } from './report-recipients.rules.ts';

const before = { register: 'incident', transition: 'close' };

/** 应对法 第69条: what nobody reported up has not been reported. */
export const reportedUp = defineCheck('reported_up', {
  before,
  label: { zh: '已书面报送', en: 'Reported in writing' },
  weight: 'asked',
  order: 40,
  cites: '突发事件应对法 第69条',
  async run(ctx, id) {
    const issued = await ctx.row(
      sql`select 1 from situation_report where incident_id = ${id} and issued_at is not null limit 1`,
    );
    if (issued) return [];
    return [
      {
        text: { zh: '没有报送过信息专报', en: 'No situation report was issued' },
        mend: { label: { zh: '去报送', en: 'Draw one up' }, to: `/incidents/${id}#reports` },
      },
    ];
  },
});

/** The final report is owed from the closing on; its clock starts with it. */
export const finalReportOwed = defineCheck('final_report_owed', {
  before,
  label: { zh: '终报', en: 'Final report' },
  weight: 'noted',
  order: 50,
  async run(ctx, id) {
    const issued = await ctx.row(
      sql`select 1 from situation_report where incident_id = ${id} and kind = 'final_report' and issued_at is not null limit 1`,
    );
    if (issued) return [];
    const { finalHours } = ctx.rules(FOLLOW_UP_CLOCKS).values;
    return [
      {
        text: {
          zh: `办结后 ${finalHours} 小时内报送终报`,
          en: `A final report is due within ${finalHours} h of closing`,
        },
        mend: { label: { zh: '起草终报', en: 'Draw it up' }, to: `/incidents/${id}#reports` },
      },
    ];
  },
});
