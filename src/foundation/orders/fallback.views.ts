import { sql } from 'kysely';
import { showTime } from '../../kernel/calendar.ts';
import { defineFallbackSection } from '../continuity/define.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import { order } from './order.register.ts';

interface Open {
  number: string;
  title: string;
  unit: string;
  person: string | null;
  state: keyof typeof assignmentLifecycle.states;
  finishDueAt: Date | null;
}

/** Assignments that somebody still has to carry out, late ones first. */
export const openAssignments = defineFallbackSection('orders', {
  label: { zh: '未完成的指令', en: 'Open orders' },
  order: 20,
  async run(ctx) {
    const rows = await ctx.rows<Open>(sql`
      select o.number, o.title, u.short_name as unit, p.name as person, a.state, o.finish_due_at
      from ${ctx.visible(assignment)} a join ${ctx.visible(order)} o on o.id = a.order_id
        join unit u on u.id = a.assignee_unit_id left join person p on p.id = a.assignee_person_id
      where a.state in ('issued', 'delivered', 'received', 'under_way') and a.mark = 'real'
      order by o.finish_due_at nulls last, o.number limit 2000`);
    return [
      {
        columns: ['编号', '指令', '承办', '状态', '办结时限'],
        widths: [2.5, 5, 3, 1.5, 2],
        rows: rows.map((one) => [
          one.number,
          one.title,
          [one.unit, one.person].filter(Boolean).join(' '),
          assignmentLifecycle.states[one.state].zh,
          one.finishDueAt ? showTime(one.finishDueAt, ctx.now) : '',
        ]),
      },
    ];
  },
});
