import { type RawBuilder, sql } from 'kysely';
import type { Phrase } from '../../../kernel/phrases.ts';
import { problem } from '../../../kernel/problems.ts';
import { cornersFrom } from '../../../kernel/within.ts';
import type { ReadContext } from '../../api/context.ts';
import { outlineShape, snakeCase } from '../../registers/index.ts';
import { areaNameOf } from '../area-name.ts';
import { layersOf } from '../layer.rules.ts';
import { readable } from '../tiles/readable.ts';
import { titleOf } from '../tiles/tile-rows.ts';
import type { Asked } from './asked.rules.ts';

/** What is looked around: a shape, and the point of it that ways and distances begin at. */
export interface Origin {
  readonly kind: 'point' | 'area' | 'record';
  readonly lng: number;
  readonly lat: number;
  readonly isPoint: boolean;
  /** Street and community that the point lies in; empty outside the district. */
  readonly areaName: string;
  /** Of a record: what it is called. */
  readonly title: string | null;
  /** As hexadecimal EWKB, CGCS2000. */
  readonly shape: string;
}

const AROUND: Phrase = { zh: '周边分析', en: 'Surroundings' };

/** @throws `record.unknown` for a record that the viewer does not see; `input.invalid` where nothing says where */
export async function originOf(ctx: ReadContext, asked: Asked): Promise<Origin> {
  const { lng, lat, register, recordId } = asked;
  if (register && recordId) {
    const main = [...layersOf(ctx.catalogue).values()].find((one) => one.isMain && one.register.name === register);
    const layer = readable(main, ctx.viewer);
    // Through the record, so that a hidden one is answered as every other way to it answers.
    await ctx.record(layer.register, recordId, layer.read);
    const record = sql`from ${ctx.visible(layer.register, layer.read)} r where r.id = ${recordId}`;
    return shaped(ctx, 'record', sql`${sql.ref(`r.${snakeCase(layer.place)}`)}`, titleOf(layer), record);
  }
  const corners = asked.area === undefined ? undefined : cornersFrom(asked.area);
  if (corners) return shaped(ctx, 'area', outlineShape(corners));
  if (lng === undefined || lat === undefined)
    throw problem('input.invalid', { operation: AROUND }, lng === undefined ? 'lng' : 'lat');
  return shaped(ctx, 'point', sql`st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4490)`);
}

async function shaped(
  ctx: ReadContext,
  kind: Origin['kind'],
  shape: RawBuilder<unknown>,
  title: RawBuilder<unknown> = sql`null::text`,
  from: RawBuilder<unknown> = sql``,
): Promise<Origin> {
  const row = await ctx.row<Omit<Origin, 'kind'>>(sql`
    select encode(st_asewkb(o.shape), 'hex') as shape, o.title, st_dimension(o.shape) = 0 as is_point, st_x(p.at) as lng,
      st_y(p.at) as lat, ${areaNameOf(ctx, sql`p.at`)} as area_name
    from (select ${shape} as shape, ${title} as title ${from}) o, lateral (select st_pointonsurface(o.shape) as at) p
    where o.shape is not null`);
  if (!row) throw problem('input.invalid', { operation: AROUND }, kind === 'record' ? 'recordId' : kind);
  return { kind, ...row };
}
