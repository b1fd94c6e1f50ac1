import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Within, withinFrom } from '../../../kernel/within.ts';
import type { ReadContext } from '../../api/context.ts';
import { view } from '../../api/define.ts';
import { instantOutput } from '../../api/index.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { snakeCase, touches, withinInput } from '../../registers/index.ts';
import { instantInput } from '../../registers/types/instant.type.ts';
import { areaNameOf } from '../area-name.ts';
import type { Layer } from '../layer.rules.ts';
import { layerFor } from '../layers/layer-entry.ts';
import { MOST_TOLD } from '../map.rules.ts';
import { standing, titleOf } from '../tiles/tile-rows.ts';
import { type Difference, differenceOf } from './difference.rules.ts';
import { pastOf } from './moment.rules.ts';
import { momentInput } from './moment-input.ts';
import { assumedAt, firstOf, recordsAt } from './records-at.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const MARKS = ['real', 'drill', 'test'] as const;

/** How far back layers of records go, and what of a moment is only assumed. */
export const times = view('mapLayers.times', {
  label: { zh: '图层时间范围', en: 'Times of layers' },
  may: SIGNED_IN,
  input: z.object({ ids: z.string().max(2000), moment: momentInput }),
  output: z.object({
    /** When the first record of them began; null where there is none. */
    first: instantOutput.nullable(),
    /** Layers of which some records are known since a later time only: how many, for each. */
    assumed: z.array(z.object({ id: z.string(), label: phrase, count: z.number() })),
  }),
  reads: [],
  async run(ctx, { ids, moment }) {
    const past = pastOf(moment, ctx.now);
    const firsts: Date[] = [];
    const assumed: { id: string; label: Layer['label']; count: number }[] = [];
    for (const id of new Set(ids.split(',').filter(Boolean))) {
      const layer = await layerFor(ctx, id).catch(() => undefined);
      if (!layer) continue;
      const first = await firstOf(ctx, layer);
      if (first) firsts.push(first);
      const count = past ? await assumedAt(ctx, layer, past) : 0;
      if (count > 0) assumed.push({ id, label: layer.label, count });
    }
    const earliest = firsts.sort((one, other) => one.getTime() - other.getTime())[0];
    return { first: earliest ?? null, assumed };
  },
});

const side = z.object({ state: phrase, placeText: z.string() }).nullable();

const differing = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  mark: z.enum(MARKS),
  kind: z.enum(['came', 'went', 'changed']),
  before: side,
  after: side,
  /** How far it moved, on the spheroid; null where it did not, or is no point. */
  metres: z.number().nullable(),
  isReshaped: z.boolean(),
  fields: z.array(z.object({ label: phrase, from: phrase, to: phrase })),
  /** Where it is, or was. */
  lng: z.number(),
  lat: z.number(),
});

interface Row {
  readonly id: string;
  readonly number: string | null;
  readonly mark: (typeof MARKS)[number];
  readonly title: string | null;
  readonly kind: 'came' | 'went' | 'changed';
  readonly stateBefore: string | null;
  readonly stateAfter: string | null;
  readonly saidBefore: Readonly<Record<string, unknown>> | null;
  readonly saidAfter: Readonly<Record<string, unknown>> | null;
  readonly placeBefore: string | null;
  readonly placeAfter: string | null;
  readonly metres: number | null;
  readonly isReshaped: boolean;
  readonly lng: number;
  readonly lat: number;
}

/** What of a layer stood on the map at one of two moments and not at the other, or otherwise: came, went, changed. */
export const differences = view('mapLayers.differences', {
  label: { zh: '两期差异', en: 'Differences between two moments' },
  may: SIGNED_IN,
  input: z.object({
    layer: z.string().max(60),
    from: instantInput,
    until: instantInput,
    /** Only what stood on this ground at one of them. */
    within: withinInput.optional(),
    limit: z.int().min(1).max(MOST_TOLD).default(50),
  }),
  output: z.object({
    plural: z.string(),
    label: phrase,
    came: z.number(),
    went: z.number(),
    changed: z.number(),
    items: z.array(differing),
  }),
  reads: [],
  async run(ctx, { layer: id, from, until, within, limit }) {
    const layer = await layerFor(ctx, id);
    const { register } = layer;
    const [before, after] = [pastOf(from, ctx.now) ?? ctx.now, pastOf(until, ctx.now) ?? ctx.now];
    const both = pairs(ctx, layer, { before, after, within });
    const count = async (kind: string) =>
      (await ctx.row<{ count: number }>(sql`select count(*)::int as count from (${both}) d where d.kind = ${kind}`))
        ?.count ?? 0;
    const rows = await ctx.rows<Row>(sql`
      with told as materialized (select * from (${both}) d order by d.kind, d.id desc limit ${limit})
      select told.id, told.number, told.mark, told.title, told.kind, told.state_before, told.state_after, told.said_before,
        told.said_after, told.is_reshaped, round(told.metres)::float8 as metres, st_x(told.at) as lng, st_y(told.at) as lat,
        ${areaNameOf(ctx, sql`st_pointonsurface(told.shape_before)`)} as place_before,
        ${areaNameOf(ctx, sql`st_pointonsurface(told.shape_after)`)} as place_after
      from told order by told.kind, told.id desc`);
    const states = ctx.catalogue.lifecycles.get(register.name)?.states;
    const sideOf = (state: string | null, placeText: string | null) =>
      state === null ? null : { state: states?.[state] ?? ON_THE_REGISTER, placeText: placeText ?? '' };
    return {
      plural: register.plural,
      label: layer.label,
      came: await count('came'),
      went: await count('went'),
      changed: await count('changed'),
      items: rows.map((row) => ({
        id: row.id,
        title: row.title ?? row.number ?? '',
        number: row.number,
        mark: row.mark,
        kind: row.kind,
        before: sideOf(row.stateBefore, row.placeBefore),
        after: sideOf(row.stateAfter, row.placeAfter),
        metres: row.metres,
        isReshaped: row.isReshaped,
        fields: row.kind === 'changed' ? fieldsOf(layer, row) : [],
        lng: row.lng,
        lat: row.lat,
      })),
    };
  },
});

const ON_THE_REGISTER = { zh: '在册', en: 'On the register' };

function fieldsOf({ register }: Layer, { saidBefore, saidAfter }: Row): Difference[] {
  return differenceOf(register.fields, saidBefore ?? {}, saidAfter ?? {});
}

interface Asked {
  readonly before: Date;
  readonly after: Date;
  readonly within: string | undefined;
}

/** Records that stood at one of both moments and differ at the other. */
function pairs(ctx: ReadContext, layer: Layer, { before, after, within }: Asked): RawBuilder<unknown> {
  const place = sql.ref(snakeCase(layer.place));
  // Of a file's features nothing but their coming can be told.
  const said = layer.isLoose ? sql`null::jsonb` : sql`r.said`;
  const title = layer.isLoose ? sql`coalesce(${titleOf(layer)}, r.name)` : titleOf(layer);
  const at = (
    moment: Date,
  ) => sql`(select r.id, r.number, r.mark, r.state, ${title} as title, ${said} as said, r.${place} as shape
    from ${recordsAt(ctx, layer, moment)} r where ${standing(layer)})`;
  // Judged by the input.
  const ground = within ? (withinFrom(within) as Within) : undefined;
  const isThere = ground ? sql`(${touches(sql`b.shape`, ground)} or ${touches(sql`a.shape`, ground)})` : sql`true`;
  return sql`
    select coalesce(a.id, b.id) as id, coalesce(a.number, b.number) as number, coalesce(a.mark, b.mark) as mark,
      coalesce(a.title, b.title) as title,
      case when b.id is null then 'came' when a.id is null then 'went' else 'changed' end as kind,
      b.state as state_before, a.state as state_after, b.said as said_before, a.said as said_after,
      b.shape as shape_before, a.shape as shape_after,
      a.id is not null and b.id is not null and a.shape is distinct from b.shape as is_reshaped,
      case when a.shape is distinct from b.shape and geometrytype(a.shape) = 'POINT' and geometrytype(b.shape) = 'POINT'
        then st_distance(a.shape::geography, b.shape::geography) end as metres,
      st_pointonsurface(coalesce(a.shape, b.shape)) as at
    from ${at(before)} b full join ${at(after)} a on a.id = b.id
    where (a.id is null or b.id is null or a.state <> b.state or a.shape is distinct from b.shape or a.said is distinct from b.said)
      and ${isThere}`;
}
