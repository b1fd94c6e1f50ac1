import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';

/** A leader who instructed has an answer before the matter is closed. */
export const leadersAnswered = defineCheck('leaders_answered', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '领导批示已反馈', en: 'Leaders have their answers' },
  weight: 'asked',
  order: 45,
  async run(ctx, id) {
    const rows = await ctx.rows<{ id: string; number: string }>(sql`
      select id, coalesce(number, '') as number from leader_instruction
      where incident_id = ${id} and state <> 'answered' order by due_at`);
    return rows.map((row) => ({
      text: { zh: `批示 ${row.number} 还没有反馈`, en: `Instruction ${row.number} is not answered` },
      mend: { label: { zh: '去反馈', en: 'Answer it' }, to: `/leader-instructions/${row.id}` },
    }));
  },
});
