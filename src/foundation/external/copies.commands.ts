import { sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { type AnyCommand, command } from '../api/define.ts';
import { destroyKeys } from '../personal-data/index.ts';
import type { CommonColumns, RegisterFaces } from '../registers/define.ts';
import { expireCopies } from './external.permissions.ts';

/** One short transaction. */
export const EXPIRED_AT_ONCE = 200;

const NONE = { zh: '没有到期的缓存', en: 'No copy has expired' };

/**
 * Ends the copies whose day has passed: they leave lists, map and search, and what they say of persons can be read no more.
 * A register of copies spreads it beside its operations; the job `externals.expire` calls it.
 */
export function copyCommands(faces: RegisterFaces): AnyCommand[] {
  const { register } = faces;
  const { name, plural, label } = register;
  const expire = command(`${plural}.expireCopies`, {
    label: { zh: `清除到期缓存：${label.zh}`, en: `Remove expired copies: ${label.en.toLowerCase()}` },
    may: expireCopies,
    input: z.object({}),
    output: z.object({ count: z.number() }),
    records: [`${name}.copy_expired`, 'personal_data.destroyed'],
    async run(ctx) {
      const gone = await expired(ctx, faces);
      const [first, ...others] = gone;
      if (!first) throw problem('state.guard', { reason: NONE });
      ctx.fact({
        kind: `${name}.copy_expired`,
        subject: { register: name, id: first.id },
        concerns: others.map(({ id }) => ({ register: name, id })),
        payload: { count: gone.length },
      });
      const { ids } = await destroyKeys(
        ctx,
        name,
        gone.map(({ id }) => id),
      );
      for (const id of ids) {
        const payload = { reason: 'copy_expired', keys: 1 };
        ctx.fact({ kind: 'personal_data.destroyed', subject: { register: name, id }, payload });
      }
      return { count: gone.length };
    },
  });
  return [expire];
}

/** All of one reach, because a fact is seen by whoever may see its subject. */
function expired(ctx: CommandContext, { register, inUse }: RegisterFaces): Promise<CommonColumns[]> {
  const table = sql.table(register.name);
  const due = sql`c.state = any(${[...inUse]}::text[]) and c.copied_until < ${dayText(ctx.now)}::date`;
  return ctx.rows<CommonColumns>(sql`
    update ${table} set state = 'withdrawn', version = version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId}
    where id in (select c.id from ${table} c
      join (select area_code, owner_unit_path from ${table} c where ${due} limit 1) first
        on first.area_code = c.area_code and first.owner_unit_path = c.owner_unit_path
      where ${due} limit ${EXPIRED_AT_ONCE} for update of c skip locked)
    returning id`);
}
