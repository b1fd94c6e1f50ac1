import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';

/**
 * Binds files, uploaded before by the same person, to a record: whoever has a part in the record sees them from now on.
 * Call it after the record's people are involved. Answers id and digest of each: name the digests in the fact, so that
 * the history proves the content.
 * @throws `file.not_yours` when one is missing, somebody else's, or bound to another record.
 */
export async function attachFiles(
  ctx: CommandContext,
  ids: readonly string[],
  subject: { readonly register: string; readonly id: string },
): Promise<{ id: string; sha256: string }[]> {
  if (ids.length === 0) return [];
  const attached = await ctx.rows<{ id: string; sha256: string }>(sql`
    update file f set subject_register = ${subject.register}, subject_id = ${subject.id}, area_code = s.area_code,
      version = f.version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId},
      changed_fact = ${ctx.commandId}
    from ${sql.table(subject.register)} s
    where s.id = ${subject.id} and f.id = any(${[...ids]}::uuid[]) and f.created_by = ${ctx.viewer.personId}
      and (f.subject_id is null or f.subject_id = ${subject.id})
    returning f.id, f.sha256`);
  if (attached.length < new Set(ids).size) throw problem('file.not_yours', {}, 'photos');
  await sql`
    insert into involvement (register, record_id, unit_id, unit_path, person_id, since)
    select 'file', f.id, i.unit_id, i.unit_path, i.person_id, ${ctx.now}::timestamptz
    from file f join involvement i on i.register = ${subject.register} and i.record_id = ${subject.id}
    where f.id = any(${[...ids]}::uuid[])
    on conflict do nothing`.execute(ctx.tx);
  return attached;
}
