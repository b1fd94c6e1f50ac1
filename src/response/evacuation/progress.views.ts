import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { type Progress, progressOf, type Result } from './evacuation.rules.ts';

/** How far some evacuations are: all of their doors are counted, whoever asks, since a total of some of them would mislead. */
export async function progressesOf(ctx: ReadContext, ids: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  const rows = await ctx.rows<Result & { evacuationId: string }>(sql`
    select evacuation_id, outcome, people, moved_people from evacuation_household
    where evacuation_id = any(${[...ids]}::uuid[])`);
  const by = Map.groupBy(rows, ({ evacuationId }) => evacuationId);
  return new Map(ids.map((id) => [id, progressOf(by.get(id) ?? [])]));
}

export async function remainingOf(ctx: ReadContext, id: string): Promise<number> {
  return (await progressesOf(ctx, [id])).get(id)?.remaining ?? 0;
}
