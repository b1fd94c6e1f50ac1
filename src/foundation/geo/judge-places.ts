import { sql } from 'kysely';
import type { Polygon } from '../../kernel/geometry.ts';
import type { ReadContext } from '../api/context.ts';
import { judgeSystem, type Sample, type Verdict } from './plausibility.rules.ts';
import type { SourceSystem } from './source-systems.rules.ts';

/** `judgeSystem` against the outline of the district that this installation serves. */
export async function judgePlaces(
  ctx: ReadContext,
  samples: readonly Sample[],
  declared: string,
  systems?: readonly SourceSystem[],
): Promise<Verdict> {
  const rows = await ctx.rows<{ outline: Polygon; isSchematic: boolean }>(sql`
    select st_asgeojson(outline, 7)::jsonb -> 'coordinates' as outline, is_schematic from area where kind = 'district'`);
  const isSchematic = rows.some((row) => row.isSchematic);
  return judgeSystem(samples, declared, { outlines: rows.map((row) => row.outline), isSchematic }, systems);
}
