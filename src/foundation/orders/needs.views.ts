import { sql } from 'kysely';
import { defineNeeds, MOST_NEEDS } from '../needs/define.ts';
import type { Mark } from '../registers/define.ts';
import { assignment } from './assignment.register.ts';
import { manageOrders, readAssignment } from './order.permissions.ts';

interface Row {
  id: string;
  orderId: string;
  matterId: string | null;
  mark: Mark;
  title: string;
  who: string;
  isMine: boolean;
  dueAt: Date | null;
  place: { lng: number; lat: number } | null;
}

const OPEN = { zh: '查看', en: 'Open' };
const ANSWER = { zh: '办理', en: 'Answer' };
const REMIND = {
  label: { zh: '催办', en: 'Remind' },
  done: { zh: '已催办，对方收到提醒', en: 'Reminded: they have a message' },
};

/** Parts of orders that nobody has received, or that are under way past their limit. */
export const waitingAssignments = defineNeeds('unanswered', {
  order: 30,
  may: readAssignment,
  topics: ['assignment'],
  async run(ctx) {
    const rows = await ctx.rows<Row>(sql`
      select a.id, o.id as order_id, o.matter_id, a.mark, coalesce(o.number || ' ', '') || o.title as title,
        coalesce(p.name || ' · ', '') || coalesce(u.short_name, '') as who,
        a.assignee_person_id is not distinct from ${ctx.viewer.personId}::uuid as is_mine,
        case when a.state in ('issued', 'delivered') then a.receive_due_at
          else coalesce(a.finish_due_at, o.finish_due_at) end as due_at,
        case when o.place is null then null else jsonb_build_object('lng', st_x(o.place), 'lat', st_y(o.place)) end as place
      from ${ctx.visible(assignment, readAssignment)} a join "order" o on o.id = a.order_id
      left join unit u on u.id = a.assignee_unit_id left join person p on p.id = a.assignee_person_id
      where a.state in ('issued', 'delivered', 'received', 'under_way')
        and (a.state in ('issued', 'delivered') or coalesce(a.finish_due_at, o.finish_due_at) < ${ctx.now})
        and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)
      order by due_at nulls last, a.id limit ${MOST_NEEDS}`);
    const mayRemind = ctx.holds(manageOrders);
    return rows.map(({ orderId, title, ...row }) => ({
      ...row,
      about: `assignment/${row.id}`,
      title: { zh: title, en: title },
      to: `/assignments/${row.id}`,
      act: row.isMine ? ANSWER : OPEN,
      ...(mayRemind && !row.isMine
        ? { command: { name: 'orders.remind', ...REMIND, input: { id: orderId, assignmentId: row.id } } }
        : {}),
    }));
  },
});
