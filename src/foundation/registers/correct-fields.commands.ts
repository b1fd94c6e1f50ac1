import { problem } from '../../kernel/problems.ts';
import type { CommandContext, NewValues } from '../api/context.ts';
import type { RegisterDefinition, RowOf } from './define.ts';
import { changesOf, differing, NOTHING_CHANGED } from './faces.commands.ts';

/**
 * Corrects a loaded record of a register without faces: writes what differs, and gives what was and what is by field, for
 * the payload `changes` of the capability's own fact. `derived` is written along and not told.
 * @throws `state.guard` when nothing differs
 */
export async function correctFields<R extends RegisterDefinition>(
  ctx: CommandContext,
  register: R,
  row: RowOf<R>,
  given: NewValues<R>,
  derived: NewValues<R> = {} as NewValues<R>,
): Promise<{ row: RowOf<R>; changes: Record<string, unknown> }> {
  const typed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const fields = differing({ register }, row, typed);
  if (fields.length === 0) throw problem('state.guard', { reason: NOTHING_CHANGED });
  const wanted = Object.fromEntries(fields.map((field) => [field, typed[field]]));
  const changes = changesOf({ register }, row, wanted);
  return { row: await ctx.update(register, row, { ...wanted, ...derived } as NewValues<R>), changes };
}
