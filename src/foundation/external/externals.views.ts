import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { readLookup } from './external.permissions.ts';
import { externalLookup } from './external-lookup.register.ts';

const item = z.object({
  id: z.string(),
  at: z.date(),
  by: z.string(),
  purpose: z.string(),
  outcome: z.enum(['found', 'missing', 'failed']),
  isCached: z.boolean(),
  keyDigest: z.string(),
});

/** Who looked, when and for what: one's own looks; all of them for the audit administrator. Never what was answered. */
export const list = view('externalLookups.list', {
  label: { zh: '外部查询记录', en: 'External lookups' },
  may: readLookup,
  input: z.object({ register: z.string().max(60), limit: z.number().int().min(1).max(1000).default(200) }),
  output: z.object({ items: z.array(item) }),
  reads: [externalLookup],
  async run(ctx, { register, limit }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select l.id, l.created_at as at, coalesce(p.name, '') as by, l.purpose, l.outcome, l.is_cached, l.key_digest
      from ${ctx.visible(externalLookup)} l left join person p on p.id = l.created_by
      where l.register = ${register} order by l.created_at desc, l.id desc limit ${limit}`);
    return { items };
  },
});
