import { sql } from 'kysely';
import type { CommandContext } from '../api/context.ts';
import { blindColumn } from '../registers/table.ts';
import { digest } from './keys.ts';

/**
 * Destroys the keys of records of one register, and with them every personal text sealed under them, here and in every
 * backup restored with the present keys; the digests by which they were found go with them (应对法 第85条). The history keeps
 * its digests and still verifies. Call it in a command that states `personal_data.destroyed` for each record.
 * @returns the ids whose key was there, and one digest over what was destroyed: SM3 of `id:SM3(wrapped key)`, by id.
 */
export async function destroyKeys(
  ctx: CommandContext,
  register: string,
  ids: readonly string[],
): Promise<{ ids: string[]; digest: string }> {
  const keys = await ctx.rows<{ recordId: string; wrapped: Uint8Array }>(sql`
    select record_id, wrapped from data_key
    where register = ${register} and record_id = any(${[...ids]}::uuid[]) and wrapped is not null
    order by record_id for update`);
  const gone = keys.map(({ recordId }) => recordId);
  if (gone.length > 0) {
    ctx.write(sql`update data_key set wrapped = null, destroyed_at = ${ctx.now}
      where register = ${register} and record_id = any(${gone}::uuid[])`);
    const fields = ctx.catalogue.registers.get(register)?.fields ?? {};
    const blind = Object.keys(fields).filter((name) => fields[name]?.blind);
    if (blind.length > 0) {
      // What can no longer be read must no longer be found, either.
      ctx.write(sql`update ${sql.table(register)}
        set ${sql.join(blind.map((name) => sql`${sql.ref(blindColumn(name))} = null`))} where id = any(${gone}::uuid[])`);
    }
  }
  const lines = keys.map(({ recordId, wrapped }) => `${recordId}:${digest(Buffer.from(wrapped).toString('hex'))}\n`);
  return { ids: gone, digest: digest(lines.join('')) };
}
