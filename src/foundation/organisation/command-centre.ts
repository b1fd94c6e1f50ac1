import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';

/** The district's command centre, whose room is told where nobody nearer is; undefined where none was opened. */
export const commandCentre = (ctx: Pick<ReadContext, 'row'>): Promise<{ id: string } | undefined> =>
  ctx.row<{ id: string }>(sql`select id from unit where kind = 'command_center' order by path limit 1`);
