import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';

/** Departments that a street called for this incident have come and were judged by the street, or it is said why not. */
export const whistlesSettled = defineCheck('whistles_settled', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '吹哨已报到并评价', en: 'Whistles are answered and rated' },
  weight: 'asked',
  order: 46,
  async run(ctx, id) {
    const rows = await ctx.rows<{ id: string; number: string; waiting: string }>(sql`
      select w.id, coalesce(w.number, '') as number,
        coalesce((select string_agg(coalesce(u.short_name, u.name), '、' order by u.path) from department_answer a
          join unit u on u.id = a.unit_id where a.whistle_id = w.id and a.state = 'called'), '') as waiting
      from street_whistle w where w.incident_id = ${id} and w.state = 'blown' order by w.blown_at limit 20`);
    return rows.map(({ id: whistleId, number, waiting }) => ({
      text: waiting
        ? { zh: `${number}：${waiting}还没有报到`, en: `${number}: ${waiting} have not answered` }
        : { zh: `${number}：街道还没有评价`, en: `${number}: the street has not rated it` },
      mend: { label: { zh: '去办理', en: 'See to it' }, to: `/street-whistles/${whistleId}` },
    }));
  },
});
