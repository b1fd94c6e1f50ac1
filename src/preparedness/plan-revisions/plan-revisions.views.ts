import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { answerRevision, readPlanRevision } from './plan-revision.permissions.ts';
import { planRevision, REVISION_CAUSES } from './plan-revision.register.ts';

const item = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  state: z.string(),
  planId: z.string(),
  planName: z.string(),
  unitName: z.string(),
  cause: z.enum(REVISION_CAUSES.map(({ id }) => id)),
  about: z.string(),
  /** Of the register of the cause, by which its page is found. */
  causePlural: z.string().nullable(),
  causeId: z.string().nullable(),
  requestedBy: z.string().nullable(),
  createdAt: z.date(),
  answer: z.string().nullable(),
  revisedById: z.string().nullable(),
  /** May the viewer answer it? A department only for its own plans. */
  mayAnswer: z.boolean(),
});

/** Requests to revise plans: those to be answered first, or all of one plan through its editions. */
export const list = view('planRevisions.list', {
  label: { zh: '修订请求', en: 'Requests to revise plans' },
  may: readPlanRevision,
  input: z.object({
    planId: idInput.optional(),
    state: z.enum(['waiting', 'all']).default('waiting'),
    cause: z.string().max(40).optional(),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [planRevision],
  async run(ctx, { planId, state, cause }) {
    const mine = ctx.holds(answerRevision)
      ? sql`exists (select 1 from ${ctx.visible(planRevision, answerRevision)} m where m.id = r.id)`
      : sql`false`;
    const rows = await ctx.rows<Omit<z.input<typeof item>, 'causePlural'> & { causeRegister: string | null }>(sql`
      select r.id, r.version, r.number, r.state, r.plan_id, p.name as plan_name, coalesce(u.short_name, '') as unit_name, r.cause,
        r.about, r.cause_register, r.cause_id, n.name as requested_by, r.created_at, r.answer, r.revised_by_id, ${mine} as may_answer
      from ${ctx.visible(planRevision)} r join plan p on p.id = r.plan_id
      left join unit u on u.id = r.owner_unit_id left join person n on n.id = r.requested_by_id
      where (${state === 'all'} or r.state in ('open', 'accepted'))
        and (${cause ?? null}::text is null or r.cause = ${cause ?? null})
        and (${planId ?? null}::uuid is null or r.plan_key = (select key from plan where id = ${planId ?? null}::uuid))
      order by (r.state not in ('open', 'accepted')), r.created_at desc limit 1000`);
    const items = rows.map((row) => ({
      ...row,
      causePlural: ctx.catalogue.registers.get(row.causeRegister ?? '')?.plural ?? null,
    }));
    return { items, total: items.length };
  },
});
