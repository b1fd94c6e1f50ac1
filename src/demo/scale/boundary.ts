import type { Platform } from '../../foundation/api/index.ts';
import { featuresOf } from '../../foundation/exchange/index.ts';
import type { Polygon } from '../../kernel/geometry.ts';

/** The areas of a map file that somebody has, in CGCS2000: a real boundary is read in place and never part of the demo. */
export async function boundaryOf(platform: Platform, path: string, system: string | undefined): Promise<Polygon[]> {
  const ctx = { rules: platform.rules, now: platform.clock.now() };
  const { pieces } = await featuresOf(ctx, path, { name: path, ...(system ? { system } : {}) });
  const areas: Polygon[] = [];
  for await (const features of pieces) {
    for (const { geometry } of features) {
      if (geometry?.type === 'Polygon') areas.push(geometry.coordinates as Polygon);
      if (geometry?.type === 'MultiPolygon') areas.push(...(geometry.coordinates as Polygon[]));
    }
  }
  if (areas.length === 0) throw new Error(`${path} holds no area`);
  return areas;
}
