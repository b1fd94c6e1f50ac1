import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import type { RegisterFaces } from '../registers/define.ts';

/** Whoever keeps the record corrects it, and asks nobody. */
export async function keeps(ctx: ReadContext, { register, keep }: RegisterFaces, id: string): Promise<boolean> {
  if (!ctx.holds(keep)) return false;
  return (await ctx.row(sql`select 1 as one from ${ctx.visible(register, keep)} k where k.id = ${id}`)) !== undefined;
}
