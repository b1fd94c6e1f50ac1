import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { approveReport, issueReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

const issuer = z.object({ id: z.string(), name: z.string(), post: z.string() });
type Issuer = z.input<typeof issuer>;

/** Who may sign off today: holders, and deputies who act for them, of the posts whose role approves reports. */
export async function issuersOf(ctx: ReadContext, personId: string | null = null): Promise<Issuer[]> {
  return ctx.rows<Issuer>(sql`
    select distinct on (p.id) p.id, p.name, u.short_name || ' ' || t.name as post
    from post t join unit u on u.id = t.unit_id
    join appointment a on a.post_id = t.id and (a.deputises_for is null or a.acting_reason is not null)
    join person p on p.id = a.person_id
    where t.role = any(${Object.keys(approveReport.granted)}::text[])
      and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
      and (${personId}::uuid is null or p.id = ${personId}::uuid)
    order by p.id, u.path, t.name`);
}

/** 签发人 to choose from when a report is sent. */
export const issuers = view('reporting.issuers', {
  label: { zh: '可签发专报的人', en: 'Who may sign off reports' },
  may: issueReport,
  input: z.object({}),
  output: z.object({ items: z.array(issuer) }),
  reads: [situationReport],
  async run(ctx) {
    const items = await issuersOf(ctx);
    return { items: items.toSorted((one, other) => one.name.localeCompare(other.name, 'zh')) };
  },
});
