import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readInstruction } from './leader-instruction.permissions.ts';
import { leaderInstruction } from './leader-instruction.register.ts';

const part = z.object({
  unitName: z.string(),
  state: z.string(),
  assignmentId: z.string(),
});
const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(['under_way', 'finished', 'answered']),
  mark: z.enum(['real', 'drill', 'test']),
  subject: z.string(),
  text: z.string().nullable(),
  photos: z.array(z.string()),
  leaderName: z.string(),
  givenAt: z.date(),
  dueAt: z.date(),
  finishedAt: z.date().nullable(),
  answeredAt: z.date().nullable(),
  answer: z.string().nullable(),
  incidentId: z.string().nullable(),
  incidentTitle: z.string().nullable(),
  orderId: z.string().nullable(),
  /** Units with where each stands. */
  parts: z.array(part),
});
type Item = z.input<typeof item>;

const ITEM = sql`l.id, l.number, l.version, l.state, l.mark, l.subject, l.text, l.photos, l.given_at, l.due_at, l.finished_at,
  l.answered_at, l.answer, l.incident_id, i.title as incident_title, l.order_id, coalesce(p.name, '') as leader_name,
  coalesce((select jsonb_agg(jsonb_build_object('unitName', coalesce(u.short_name, ''), 'state', a.state,
      'assignmentId', a.id) order by u.path)
    from assignment a left join unit u on u.id = a.assignee_unit_id
    where a.order_id = l.order_id and a.parent_assignment_id is null
      and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)), '[]') as parts`;

/** 批示: those that wait first, the nearest limit at the top. */
export const list = view('leaderInstructions.list', {
  label: { zh: '批示列表', en: "Leaders' instructions" },
  may: readInstruction,
  input: z.object({
    incidentId: idInput.optional(),
    isOpen: z.boolean().optional(),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ items: z.array(item) }),
  reads: [leaderInstruction],
  async run(ctx, { incidentId, isOpen, limit }) {
    const items = await ctx.rows<Item>(sql`
      select ${ITEM} from ${ctx.visible(leaderInstruction)} l
      left join incident i on i.id = l.incident_id left join person p on p.id = l.leader_id
      where (${incidentId ?? null}::uuid is null or l.incident_id = ${incidentId ?? null}::uuid)
        and (${isOpen ?? null}::boolean is null or (l.state <> 'answered') = ${isOpen ?? null}::boolean)
      order by (l.state = 'answered'), case when l.state = 'answered' then null else l.due_at end, l.given_at desc, l.id
      limit ${limit}`);
    return { items };
  },
});

export const record = view('leaderInstructions.record', {
  label: { zh: '批示', en: "Leader's instruction" },
  may: readInstruction,
  input: z.object({ id: idInput }),
  output: item,
  reads: [leaderInstruction],
  async run(ctx, { id }) {
    await ctx.record(leaderInstruction, id);
    return (await ctx.row<Item>(sql`
      select ${ITEM} from leader_instruction l
      left join incident i on i.id = l.incident_id left join person p on p.id = l.leader_id
      where l.id = ${id}`)) as Item;
  },
});
