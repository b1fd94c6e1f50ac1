import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';

/** People who were led out are home, or it is said why they are not. */
export const peopleAreHome = defineCheck('people_are_home', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '转移人员已返家', en: 'Whoever was led out is home' },
  weight: 'asked',
  order: 45,
  cites: '突发事件应对法 第86条、第87条',
  async run(ctx, id) {
    const open = await ctx.rows<{ id: string; title: string }>(sql`
      select id, title from evacuation where incident_id = ${id} and state in ('listed', 'under_way', 'ended', 'returning')
      order by created_at limit 20`);
    return open.map(({ id: evacuationId, title }) => ({
      text: { zh: `「${title}」尚未全部返家`, en: `«${title}»: not everybody is home` },
      mend: { label: { zh: '去办理', en: 'See to it' }, to: `/evacuations/${evacuationId}` },
    }));
  },
});
