import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { grantsOf, type Permission, SIGNED_IN } from '../identity/define.ts';
import { area } from './area.register.ts';

/** Streets that the viewer's reach by this permission touches: a community's worker sees the street around it. */
export async function streetsWithin(ctx: ReadContext, may: Permission): Promise<{ code: string; name: string }[]> {
  const streets = await ctx.rows<{ code: string; name: string }>(
    sql`select code, name from ${ctx.visible(area, SIGNED_IN)} a where kind = 'street' order by code`,
  );
  const grants = grantsOf(may, ctx.viewer.hats);
  if (ctx.viewer.isSystem || grants.some(({ scope }) => scope === 'all')) return streets;
  const within = grants.map(({ hat }) => hat.unit.areaCode);
  return streets.filter(({ code }) => within.some((own) => own.startsWith(code) || code.startsWith(own)));
}
