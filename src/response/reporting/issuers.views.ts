import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { approveReport, issueReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

const issuer = z.object({ id: z.string(), name: z.string(), post: z.string() });
type Issuer = z.input<typeof issuer>;

const letterhead = z.object({ id: z.string(), unitId: z.string(), officialName: z.string(), series: z.string() });
export type IssuingHead = z.input<typeof letterhead>;

/**
 * Who may sign off today: holders, and deputies who act for them, of the posts whose role approves reports; under a letterhead, of
 * those posts in its unit: who directs the emergency office signs for it, and nobody else.
 */
export async function issuersOf(
  ctx: ReadContext,
  { personId = null, unitId = null }: { personId?: string | null; unitId?: string | null } = {},
): Promise<Issuer[]> {
  return ctx.rows<Issuer>(sql`
    select distinct on (p.id) p.id, p.name, u.short_name || ' ' || t.name as post
    from post t join unit u on u.id = t.unit_id
    join appointment a on a.post_id = t.id and (a.deputises_for is null or a.acting_reason is not null)
    join person p on p.id = a.person_id
    where t.role = any(${Object.keys(approveReport.granted)}::text[])
      and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
      and (${personId}::uuid is null or p.id = ${personId}::uuid)
      and (${unitId}::uuid is null or u.id = ${unitId}::uuid)
    order by p.id, u.path, t.name`);
}

/** Letterheads in use today under which somebody may sign off reports; one of them where an id is given. */
export const issuingHeads = (ctx: ReadContext, id: string | null = null): Promise<IssuingHead[]> =>
  ctx.rows<IssuingHead>(sql`
    select distinct on (h.unit_id) h.id, h.unit_id, h.official_name, h.series from letterhead h
    where h.state = 'active' and h.in_use_from <= (${ctx.now}::timestamptz at time zone 'Asia/Shanghai')::date
      and (${id}::uuid is null or h.id = ${id}::uuid)
      and exists (select 1 from post t join appointment a on a.post_id = t.id
        where t.unit_id = h.unit_id and t.role = any(${Object.keys(approveReport.granted)}::text[])
          and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz))
    order by h.unit_id, h.in_use_from desc`);

/** 发文身份 and 签发人 to choose from when a report is sent: who signs follows from under what name it goes. */
export const issuers = view('reporting.issuers', {
  label: { zh: '可签发专报的人', en: 'Who may sign off reports' },
  may: issueReport,
  input: z.object({ unitId: idInput.optional() }),
  output: z.object({ items: z.array(issuer), letterheads: z.array(letterhead) }),
  reads: [situationReport],
  async run(ctx, { unitId }) {
    const items = await issuersOf(ctx, { unitId: unitId ?? null });
    return {
      items: items.toSorted((one, other) => one.name.localeCompare(other.name, 'zh')),
      letterheads: await issuingHeads(ctx),
    };
  },
});
