import { sql } from 'kysely';
import type { Point } from '../../kernel/geometry.ts';
import type { ReadContext } from '../api/context.ts';
import { snakeCase } from '../registers/index.ts';
import type { Layer } from './layer.rules.ts';

/** Courses are drawn, not surveyed: what misses by less is meant to meet. */
const MISSES = 150;

/** Where two lines of a layer cross or, where they miss one another by at most 150 m, come nearest; in CGCS2000. */
export function crossingOf(ctx: ReadContext, layer: Layer, one: string, other: string): Promise<Point | undefined> {
  const shape = (alias: string) => sql.ref(`${alias}.${snakeCase(layer.place)}`);
  const seen = ctx.visible(layer.register, layer.read);
  return ctx.row<Point>(sql`
    select st_x(p.at) as lng, st_y(p.at) as lat from ${seen} a, ${seen} b,
      lateral (select st_closestpoint(${shape('a')}, ${shape('b')}) as at) p
    where a.id = ${one} and b.id = ${other} and st_distance(${shape('a')}::geography, ${shape('b')}::geography) <= ${MISSES}::float8`);
}
