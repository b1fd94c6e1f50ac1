import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { loosened, readAsked } from './ask.rules.ts';
import { visibleEntries } from './conditions.ts';
import { type Found, fittingOf } from './find.ts';

/**
 * How many there are of each kind, exactly, however many: for whoever looks at the page of results of which there are more
 * than are ranked. It may take as long as the index needs to walk them, so it is a question of its own.
 */
export async function countAll(ctx: ReadContext, q: string): Promise<Found['kinds']> {
  const visible = visibleEntries(ctx, undefined);
  const asked = readAsked(q);
  if (!visible || asked.terms.length === 0) return [];
  const looser = loosened(asked);
  for (const one of looser ? [asked, looser] : [asked]) {
    const kinds = await ctx.rows<{ register: string; count: number }>(sql`
      select scoped.register, count(*)::int as count from search_entry scoped
      where ${visible.condition} and (${fittingOf(ctx, one).whole})
      group by scoped.register order by count desc, scoped.register`);
    if (kinds.length > 0) return kinds;
  }
  return [];
}
