import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { assignment, OPEN_STATES } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';

/** Who has a part in an incident: people and units with orders, and how many of them are open. */
export const people = view('incidents.people', {
  label: { zh: '参与人员', en: 'Who has a part in it' },
  may: readIncident,
  input: z.object({ id: idInput }),
  output: z.object({
    items: z.array(
      z.object({
        unitName: z.string(),
        personId: z.string().nullable(),
        personName: z.string().nullable(),
        posts: z.string(),
        orders: z.number(),
        open: z.number(),
        lastAt: z.date(),
      }),
    ),
    total: z.number(),
  }),
  reads: [incident, assignment],
  async run(ctx, { id }) {
    await ctx.record(incident, id);
    interface Row {
      unitName: string;
      personId: string | null;
      personName: string | null;
      posts: string;
      orders: number;
      open: number;
      lastAt: Date;
      total: number;
    }
    const rows = await ctx.rows<Row>(sql`
      select coalesce(u.short_name, '') as unit_name, g.person_id, p.name as person_name,
        coalesce((select string_agg(distinct t.name, '、') from appointment h join post t on t.id = h.post_id
          where h.person_id = g.person_id and t.unit_id = g.unit_id and h.valid_from <= ${ctx.now}
            and (h.valid_to is null or h.valid_to > ${ctx.now})), '') as posts,
        g.orders, g.open, g.last_at, count(*) over ()::int as total
      from (select a.assignee_unit_id as unit_id, a.assignee_person_id as person_id, count(*)::int as orders,
          count(*) filter (where a.state = any(${[...OPEN_STATES]}::text[]))::int as open,
          max(a.changed_at) as last_at
        from assignment a join "order" o on o.id = a.order_id
        where o.matter_register = 'incident' and o.matter_id = ${id} group by 1, 2) g
      left join unit u on u.id = g.unit_id left join person p on p.id = g.person_id
      order by u.path, g.open desc, p.name limit 500`);
    return { items: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
});
