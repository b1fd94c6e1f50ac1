import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { planClause } from './plan-clause.register.ts';
import { keepPlanText, readPlanText } from './plan-text.permissions.ts';
import { planText } from './plan-text.register.ts';
import { treeFindings } from './reading/clause-tree.rules.ts';

const item = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  format: z.string(),
  state: z.string(),
  unitName: z.string(),
  createdAt: z.date(),
  clauses: z.number(),
});

export const list = view('planTexts.list', {
  label: { zh: '预案文本', en: 'Texts of plans' },
  may: readPlanText,
  input: z.object({ includeDiscarded: z.boolean().default(false) }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [planText],
  async run(ctx, { includeDiscarded }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select t.id, t.title, t.file_name, t.format, t.state, coalesce(u.short_name, '') as unit_name, t.created_at,
        (select count(*)::int from plan_clause c where c.text_id = t.id) as clauses
      from ${ctx.visible(planText)} t left join unit u on u.id = t.owner_unit_id
      where t.state <> 'discarded' or ${includeDiscarded}
      order by t.created_at desc limit 1000`);
    return { items, total: items.length };
  },
});

const clauseOutput = z.object({
  id: z.string(),
  depth: z.number(),
  kind: z.enum(['preface', 'clause', 'annex']),
  number: z.string(),
  heading: z.string(),
  body: z.string(),
  tables: z.array(z.array(z.array(z.string()))),
  /** The number before it under the same heading, where this one does not follow it. */
  after: z.string().nullable(),
  finding: z.enum(['gap', 'double']).nullable(),
});

/** A text as it was read: its clauses in order, and where their numbers are out of order. */
export const record = view('planTexts.record', {
  label: { zh: '预案文本', en: 'Text of a plan' },
  may: readPlanText,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    version: z.number(),
    state: z.string(),
    title: z.string(),
    fileName: z.string(),
    format: z.string(),
    sha256: z.string(),
    createdAt: z.date(),
    confirmedAt: z.date().nullable(),
    reason: z.string().nullable(),
    /** May the viewer correct and confirm it? A department only its own. */
    mayKeep: z.boolean(),
    clauses: z.array(clauseOutput),
  }),
  reads: [planText, planClause],
  async run(ctx, { id }) {
    const row = await ctx.record(planText, id);
    const clauses = await ctx.rows<Omit<z.input<typeof clauseOutput>, 'after' | 'finding'>>(sql`
      select id, depth, clause_kind as kind, coalesce(clause_number, '') as number, coalesce(heading, '') as heading,
        coalesce(body, '') as body, coalesce(tables, '[]'::jsonb) as tables
      from ${ctx.visible(planClause)} c where text_id = ${id} order by position`);
    const found = new Map(treeFindings(clauses).map((finding) => [finding.position, finding]));
    const kept = ctx.holds(keepPlanText)
      ? await ctx.row(sql`select id from ${ctx.visible(planText, keepPlanText)} t where id = ${id}`)
      : undefined;
    return {
      ...row,
      mayKeep: kept !== undefined,
      clauses: clauses.map((clause, position) => ({
        ...clause,
        after: found.get(position)?.after ?? null,
        finding: found.get(position)?.kind ?? null,
      })),
    };
  },
});
