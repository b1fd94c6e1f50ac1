import { sql } from 'kysely';
import { type BookEntry, defineBook } from '../../foundation/books/define.ts';
import { readPlan } from './plan.permissions.ts';
import { plan } from './plan.register.ts';

/** A plan has no place: those for the kind of the matter were there, the one in force first. */
export const plansOfKind = defineBook(plan, {
  may: readPlan,
  order: 70,
  async find(ctx, { kind, before, limit }) {
    const rows = await ctx.rows<BookEntry & { total: number }>(sql`
      select p.id, p.number, p.name as title, p.state, p.issued_at as at, null::float8 as metres, count(*) over ()::int as total
      from ${ctx.visible(plan, readPlan)} p where p.incident_kind = ${kind} and p.issued_at < ${before}
      order by (p.state = 'in_force') desc, p.issued_at desc limit ${limit}`);
    return { entries: rows.map(({ total, ...entry }) => entry), total: rows[0]?.total ?? 0 };
  },
});
