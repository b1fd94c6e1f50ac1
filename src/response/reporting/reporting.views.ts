import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readReport } from './situation-report.permissions.ts';
import { situationReport } from './situation-report.register.ts';

const item = z.object({
  id: z.string(),
  incidentId: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  asOf: z.date(),
  issuedAt: z.date().nullable(),
  issuer: z.string().nullable(),
});

export const list = view('reporting.list', {
  label: { zh: '专报列表', en: 'Situation reports' },
  may: readReport,
  input: z.object({ incidentId: idInput.optional(), limit: z.number().int().min(1).max(500).default(100) }),
  output: z.object({ items: z.array(item) }),
  reads: [situationReport],
  async run(ctx, { incidentId, limit }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select id, incident_id, number, kind, title, state, mark, as_of, issued_at, issuer
      from ${ctx.visible(situationReport)} r
      where (${incidentId ?? null}::uuid is null or incident_id = ${incidentId ?? null}::uuid)
      order by as_of desc, id desc limit ${limit}`);
    return { items };
  },
});

const paragraph = z.string().nullable();
export const reportOutput = item.extend({
  version: z.number(),
  sequence: z.number(),
  urgency: z.enum(['特急', '加急', '平急']),
  basicSituation: paragraph,
  casualtiesAndLosses: paragraph,
  progress: paragraph,
  nextSteps: paragraph,
  coordinationNeeded: paragraph,
  handler: z.string().nullable(),
  sentTo: z.array(z.string()),
  copiedTo: z.array(z.string()),
  unitName: z.string(),
  officialName: z.string().nullable(),
});

export const record = view('reporting.record', {
  label: { zh: '专报', en: 'Situation report' },
  may: readReport,
  input: z.object({ id: idInput }),
  output: reportOutput,
  reads: [situationReport],
  async run(ctx, { id }) {
    const row = await ctx.record(situationReport, id);
    const owner = await ctx.row<{ name: string }>(sql`select name from unit where id = ${row.ownerUnitId}`);
    return { ...row, unitName: owner?.name ?? '' };
  },
});
