import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { view } from '../api/define.ts';
import { assignment, order } from '../orders/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { askCorrection, readCorrection } from './correction.permissions.ts';
import { correction } from './correction.register.ts';
import { keeps } from './keeps.ts';

const item = z.object({
  id: z.string(),
  field: z.string().nullable(),
  number: z.string(),
  content: z.string(),
  photos: z.array(z.string()),
  askedAt: z.date(),
  askedBy: z.string().nullable(),
  unit: z.string().nullable(),
  /** The part that says how far it is: the last, where it was passed on. */
  assignmentId: z.string(),
  state: z.string(),
  isOpen: z.boolean(),
  /** The record was corrected after it was asked for: the order may be finished. */
  isCorrected: z.boolean(),
  /** The very field was changed since, the last time by whom and when; null where it was not, or the whole record is meant. */
  fieldChanged: z.object({ by: z.string(), at: z.date() }).nullable(),
  dueAt: z.date().nullable(),
});

/** What is asked of one record, open first, as far as the asking person sees it; and whether they may ask themselves. */
export const ofRecord = view('corrections.ofRecord', {
  label: { zh: '记录的更正意见', en: 'Corrections asked for a record' },
  may: readCorrection,
  input: z.object({ register: z.string().max(60), recordId: idInput }),
  output: z.object({ mayAsk: z.boolean(), items: z.array(item) }),
  reads: [correction, order, assignment],
  async run(ctx, { register, recordId }) {
    const faces = ctx.catalogue.faces.get(register);
    if (!faces || !(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const rows = await ctx.rows<
      Omit<z.input<typeof item>, 'fieldChanged'> & { changedBy: string; changedAt: Date | null }
    >(sql`
      select c.id, c.field, o.number, o.content, c.photos, c.created_at as asked_at, p.name as asked_by,
        u.short_name as unit, a.id as assignment_id, a.state, a.is_open, o.finish_due_at as due_at, n.at as changed_at, n.by as changed_by,
        exists (select 1 from fact f where f.register = ${register} and f.subject_id = c.record_id
          and f.kind = ${`${register}.corrected`} and f.recorded_at > c.created_at) as is_corrected
      from ${ctx.visible(correction)} c
      join "order" o on o.id = c.order_id
      join lateral (select s.id, s.state, s.state in ('issued', 'delivered', 'received', 'under_way') as is_open
        from assignment s where s.order_id = o.id and s.parent_assignment_id is null
        order by is_open desc, s.created_at desc, s.id desc limit 1) a on true
      left join lateral (select f.recorded_at as at, coalesce(w.name, '') as by from fact f left join person w on w.id = f.actor_id
        where f.register = ${register} and f.subject_id = c.record_id and f.kind = ${`${register}.corrected`}
          and f.recorded_at > c.created_at and f.payload -> 'changes' -> c.field is not null
        order by f.recorded_at desc limit 1) n on true
      left join person p on p.id = c.created_by
      left join unit u on u.id = o.owner_unit_id
      where c.record_register = ${register} and c.record_id = ${recordId}
      order by a.is_open desc, c.created_at desc limit 50`);
    const items = rows.map(({ changedBy, changedAt, ...row }) => ({
      ...row,
      fieldChanged: changedAt && { by: changedBy, at: changedAt },
    }));
    const state = await ctx.row<{ state: string }>(
      sql`select r.state from ${ctx.visible(faces.register, faces.read)} r where r.id = ${recordId}`,
    );
    const mayAsk =
      ctx.holds(askCorrection) && faces.inUse.includes(state?.state ?? '') && !(await keeps(ctx, faces, recordId));
    return { mayAsk, items };
  },
});
