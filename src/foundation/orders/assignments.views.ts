import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { assignment } from './assignment.register.ts';
import { FULFILMENTS } from './define.ts';
import { readAssignment, readFeedback, readOrder } from './order.permissions.ts';
import { order } from './order.register.ts';
import { changeOutput, changesAround } from './order-changes.views.ts';
import { orderFeedback } from './order-feedback.register.ts';
import { card, cardsOf } from './orders.views.ts';

const feedback = z.object({
  id: z.string(),
  text: z.string().nullable(),
  photos: z.array(z.string()),
  files: z.array(z.string()),
  givenAt: z.date(),
  givenBy: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  /** The part it was given for, where that was delegated from this one. */
  part: z.object({ unitName: z.string(), task: z.string().nullable() }).nullable(),
});

/**
 * One part with its feedback and that of everything cut from it, newest first; the parts themselves; and what was written
 * when it was finished or returned.
 */
export const record = view('assignments.record', {
  label: { zh: '任务', en: 'Assignment' },
  may: readAssignment,
  input: z.object({ id: idInput }),
  output: card.extend({
    now: z.date(),
    result: z.string().nullable(),
    reason: z.string().nullable(),
    deliveredAt: z.date().nullable(),
    startedAt: z.date().nullable(),
    verifiedAt: z.date().nullable(),
    previousAssignmentId: z.string().nullable(),
    feedback: z.array(feedback),
    parts: z.array(card),
    change: changeOutput,
    /** Of the order itself, where a part has a limit of its own. */
    orderFinishDueAt: z.date().nullable(),
    /** What done elsewhere finishes it by itself. */
    fulfilledBy: z.enum(FULFILMENTS.map(({ id }) => id)).nullable(),
    /** What the order is about, by its name: two incidents give orders of the same words. With a page for whoever may see it. */
    about: z
      .object({
        label: z.object({ zh: z.string(), en: z.string() }),
        name: z.string(),
        page: z.object({ plural: z.string(), id: z.string() }).nullable(),
      })
      .nullable(),
  }),
  reads: [assignment, orderFeedback],
  async run(ctx, { id }) {
    const row = await ctx.record(assignment, id);
    const [one] = await cardsOf(ctx, sql`a.id = ${id}`, 1);
    if (!one) throw problem('record.unknown', {}, 'id');
    const entries = await ctx.rows<z.input<typeof feedback>>(sql`
      with recursive below as (
        select id, assignee_unit_id, task from assignment where id = ${id}
        union all select c.id, c.assignee_unit_id, c.task from assignment c join below b on c.parent_assignment_id = b.id)
      select f.id, f.text, f.photos, f.files, f.given_at, p.name as given_by,
        case when b.id = ${id} then null
          else jsonb_build_object('unitName', coalesce(u.short_name, ''), 'task', b.task) end as part,
        case when f.place is null then null else jsonb_build_object('lng', st_x(f.place), 'lat', st_y(f.place)) end as place
      from below b join ${ctx.visible(orderFeedback, readFeedback)} f on f.assignment_id = b.id
      join person p on p.id = f.given_by_id
      left join unit u on u.id = b.assignee_unit_id
      order by f.given_at desc, f.id desc`);
    await ctx.openPersonal(orderFeedback, entries);
    const from = await ctx.record(order, row.orderId, readOrder);
    const { result, reason, deliveredAt, startedAt, verifiedAt, previousAssignmentId } = row;
    return {
      ...one,
      now: ctx.now,
      result,
      reason,
      deliveredAt,
      startedAt,
      verifiedAt,
      previousAssignmentId,
      feedback: entries,
      change: await changesAround(ctx, row),
      orderFinishDueAt: from.finishDueAt,
      fulfilledBy: from.fulfilledBy,
      about: await aboutOf(ctx, one.matter),
      parts: await cardsOf(ctx, sql`a.parent_assignment_id = ${id}`, 500),
    };
  },
});

/** The name of the record an order is about; a register whose title is personal names nobody. */
async function aboutOf(ctx: ReadContext, matter: { register: string; id: string } | null) {
  const register = matter ? ctx.catalogue.registers.get(matter.register) : undefined;
  if (!matter || !register || register.fields[register.title]?.personal) return null;
  const title = sql.ref(snakeCase(register.title));
  const row = await ctx.row<{ number: string | null; title: string | null }>(
    sql`select number, ${title} as title from ${sql.table(register.name)} where id = ${matter.id}`,
  );
  if (!row) return null;
  const maySee = await ctx.maySee(matter.register, matter.id);
  return {
    label: register.label,
    name: [row.number, row.title].filter(Boolean).join(' '),
    page: maySee ? { plural: register.plural, id: matter.id } : null,
  };
}
