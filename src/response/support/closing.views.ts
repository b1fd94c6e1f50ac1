import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';

/** Whoever was sent is back, and nobody waits for what was asked: a team that an incident still holds is missing at the next one. */
export const supportIsBack = defineCheck('support_is_back', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '支援力量和物资已归队', en: 'Support is back' },
  weight: 'asked',
  order: 40,
  cites: '突发事件应对法 第86条',
  async run(ctx, id) {
    const open = await ctx.rows<{ id: string; number: string; content: string }>(sql`
      select id, coalesce(number, '') as number, content from support_request
      where incident_id = ${id} and state in ('requested', 'approved', 'dispatched', 'arrived') order by created_at limit 20`);
    return open.map(({ id: requestId, number, content }) => ({
      text: { zh: `${number} ${content}`, en: `${number} ${content}` },
      mend: { label: { zh: '去办理', en: 'See to it' }, to: `/support-requests/${requestId}` },
    }));
  },
});
