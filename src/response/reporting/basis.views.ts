import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const item = z.object({
  kind: z.string(),
  label: phrase,
  /** On the record when the text was drawn from it. */
  used: z.number(),
  /** Recorded since: the text cannot have them. */
  newer: z.number(),
  lastAt: z.date(),
});

/** What a paper rests on: the facts about its incident by kind, before and after the text was drawn from them. */
export const basis = view('reporting.basis', {
  label: { zh: '专报的依据', en: 'What a report rests on' },
  may: readReport,
  input: z.object({ id: idInput }),
  output: z.object({ items: z.array(item) }),
  reads: [situationReport],
  async run(ctx, { id }) {
    const { incidentId, asOf } = await ctx.record(situationReport, id);
    if (!(await ctx.maySee('incident', incidentId))) return { items: [] };
    const concern = JSON.stringify([{ register: 'incident', id: incidentId }]);
    // Delivery and the parts of an order are steps of the machine, no news of the incident.
    const items = await ctx.rows<Omit<z.input<typeof item>, 'label'>>(sql`
      select f.kind, count(*) filter (where f.recorded_at <= ${asOf})::int as used,
        count(*) filter (where f.recorded_at > ${asOf})::int as newer, max(f.happened_at) as last_at
      from fact f
      where ((f.register = 'incident' and f.subject_id = ${incidentId}) or f.concerns @> ${concern}::jsonb)
        and f.register in ('incident', 'intake', 'activation', 'order', 'assignment')
        and f.kind not in ('assignment.issued', 'assignment.delivered')
      group by f.kind order by min(f.sequence)`);
    return {
      items: items.map((one) => ({
        ...one,
        label: ctx.catalogue.factLabels.get(one.kind) ?? { zh: one.kind, en: one.kind },
      })),
    };
  },
});
