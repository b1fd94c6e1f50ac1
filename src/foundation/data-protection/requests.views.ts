import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { accessesOf, accessOutput } from '../personal-data/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { personalDataRequest, personalDataRequests } from './personal-data-request.register.ts';

/** Who looked at the records that a request names: what the person is told who asks for it (个保法 第45条). */
export const accesses = view('personalDataRequests.accesses', {
  label: { zh: '所涉记录的访问记录', en: 'Who looked at the records of a request' },
  may: personalDataRequests.read,
  input: z.object({ id: idInput }),
  output: z.object({ records: z.number(), accesses: z.array(accessOutput), total: z.number() }),
  reads: [personalDataRequest],
  async run(ctx, { id }) {
    const { recordNumbers } = await ctx.record(personalDataRequest, id);
    const found: string[] = [];
    for (const register of ctx.catalogue.registers.values()) {
      if (!register.processing || !register.numbered) continue;
      const rows = await ctx.rows<{ id: string }>(
        sql`select id from ${sql.table(register.name)} where number = any(${[...recordNumbers]}::text[])`,
      );
      found.push(...rows.map((row) => row.id));
    }
    if (found.length === 0) return { records: 0, accesses: [], total: 0 };
    return { records: found.length, ...(await accessesOf(ctx, sql`f.subject_id = any(${found}::uuid[])`, 300)) };
  },
});
