import { sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';

/** Does this person hold posts of the wall, now and later, and no other? */
export async function isWallAccount(ctx: Pick<ReadContext, 'rows' | 'now'>, personId: string): Promise<boolean> {
  const posts = await ctx.rows<{ role: string }>(sql`select t.role from appointment a join post t on t.id = a.post_id
    where a.person_id = ${personId} and (a.valid_to is null or a.valid_to > ${ctx.now})`);
  return posts.length > 0 && posts.every(({ role }) => role === 'wall');
}
