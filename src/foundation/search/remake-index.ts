import { sql } from 'kysely';
import { z } from 'zod';
import { rowsOf } from '../api/index.ts';
import { defineJob } from '../jobs/index.ts';
import { writeEntries } from './entries.ts';

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
const STAGE = { zh: '重建索引', en: 'Making entries' };

interface Cursor {
  readonly register: string;
  readonly after: string;
  readonly done: number;
}

/**
 * Makes every entry again from the registers, in short transactions, and takes away what no record stands behind. Searches
 * and changes go on meanwhile.
 */
export const remakeIndex = defineJob<Record<string, never>, Cursor>('search.remake', {
  label: { zh: '重建搜索索引', en: 'Make the search index again' },
  input: z.object({}) as z.ZodType<Record<string, never>>,
  async run({ platform: { database, catalogue }, cursor, progress }) {
    const searches = [...catalogue.searches.values()];
    const counts = searches.map(({ register }) => sql`(select count(*) from ${sql.table(register.name)})`);
    const [{ total } = { total: 0 }] = await database.transact(
      (tx) => rowsOf<{ total: number }>(tx, sql`select (${sql.join(counts, sql` + `)})::int as total`),
      { readOnly: true },
    );
    let done = cursor?.done ?? 0;
    const from = searches.findIndex(({ register }) => register.name === cursor?.register);
    for (const search of searches.slice(Math.max(0, from))) {
      const { name } = search.register;
      const table = sql.table(name);
      let after = name === cursor?.register ? cursor.after : FIRST;
      for (;;) {
        const start = after;
        const ids = await database.transact(async (tx) => {
          const rows = await rowsOf<{ id: string }>(
            tx,
            sql`select id from ${table} where id > ${start}::uuid order by id limit ${PAGE}`,
          );
          const page = rows.map((row) => row.id);
          if (page.length > 0) await writeEntries(tx, search, page);
          return page;
        });
        done += ids.length;
        after = ids.at(-1) ?? after;
        await progress({ done, total, stage: STAGE, cursor: { register: name, after, done } });
        if (ids.length < PAGE) break;
      }
      await sql`delete from search_entry e where register = ${name}
        and not exists (select 1 from ${table} r where r.id = e.record_id)`.execute(database.kysely);
    }
    return { entries: done };
  },
});
