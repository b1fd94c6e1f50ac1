import type { ReadContext } from '../api/context.ts';
import type { Need } from './define.ts';

/** All that waits for somebody, as far as the viewer may see it: what harms first if nobody acts at the top. */
export async function needsOf(ctx: ReadContext): Promise<(Need & { source: string })[]> {
  const seen = new Set<string>();
  const needs: (Need & { source: string })[] = [];
  for (const source of ctx.catalogue.needs) {
    if (!ctx.holds(source.may)) continue;
    const own = await source.run(ctx);
    const fresh = own.filter(({ about }) => !seen.has(about));
    for (const { about } of fresh) seen.add(about);
    needs.push(...fresh.map((need) => ({ ...need, source: source.name })));
  }
  const due = ({ dueAt }: Need) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return needs.sort((one, other) => due(one) - due(other));
}
