import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import type { RowOf } from '../registers/define.ts';
import { fileOfRecord } from './file.permissions.ts';
import { file } from './file.register.ts';

/**
 * Whoever may see a record sees its files, too; a file of its own is seen by its own rights.
 * @throws `record.unknown`
 */
export async function fileFor(ctx: ReadContext, id: string): Promise<RowOf<typeof file>> {
  const bound = await ctx.row<{ register: string; id: string }>(
    sql`select subject_register as register, subject_id as id from file where id = ${id} and subject_id is not null`,
  );
  if (bound && (await ctx.maySee(bound.register, bound.id))) return ctx.record(file, id, fileOfRecord);
  return ctx.record(file, id);
}
