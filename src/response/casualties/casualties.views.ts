import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { reconcile } from './casualties.rules.ts';
import { casualties, casualty } from './casualty.register.ts';

const figure = z.enum(['deaths', 'missing', 'seriousInjuries', 'minorInjuries', 'trapped']);

/** 核对: people by name beside the released figures of their incident, and those named twice. */
export const reconciliation = view('casualties.reconciliation', {
  label: { zh: '伤亡失联核对', en: 'Reconciliation of casualties' },
  may: casualties.read,
  input: z.object({ incidentId: idInput }),
  output: z.object({
    items: z.array(z.object({ figure, listed: z.number(), released: z.number().nullable(), isEqual: z.boolean() })),
    safe: z.number(),
    unnamed: z.number(),
    /** People of the list who bear the same identity number as another. */
    doubled: z.number(),
  }),
  reads: [casualty],
  async run(ctx, { incidentId }) {
    const matter = await ctx.record(incident, incidentId, readIncident);
    const rows = await ctx.rows<{ condition: string; count: number; unnamed: number }>(sql`
      select c.condition, count(*)::int as count, count(*) filter (where c.name is null)::int as unnamed
      from ${ctx.visible(casualty)} c where c.incident_id = ${incidentId} and c.state = 'active' group by c.condition`);
    const doubled = await ctx.row<{ count: number }>(sql`
      select coalesce(sum(n - 1), 0)::int as count from (
        select count(*) as n from ${ctx.visible(casualty)} c
        where c.incident_id = ${incidentId} and c.state = 'active' and c.identity_number_blind is not null
        group by c.identity_number_blind[1] having count(*) > 1) twice`);
    const counts = Object.fromEntries(rows.map(({ condition, count }) => [condition, count]));
    return {
      items: reconcile(counts, matter),
      safe: counts.safe ?? 0,
      unnamed: rows.reduce((sum, { unnamed }) => sum + unnamed, 0),
      doubled: doubled?.count ?? 0,
    };
  },
});
