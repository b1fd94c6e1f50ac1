import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Within, withinFrom } from '../../kernel/within.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { placeOf } from '../registers/define.ts';
import { snakeCase, touches, withinInput } from '../registers/index.ts';
import { areaNameOf } from './area-name.ts';
import { pastOf } from './history/moment.rules.ts';
import { momentInput } from './history/moment-input.ts';
import { recordsAt } from './history/records-at.ts';
import type { Layer } from './layer.rules.ts';
import { layerFor } from './layers/layer-entry.ts';
import { MOST_TOLD } from './map.rules.ts';
import { standing, titleOf } from './tiles/tile-rows.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const MARKS = ['real', 'drill', 'test'] as const;

const output = z.object({
  /** By which the page of a record is found. */
  plural: z.string(),
  label: phrase,
  /** All that stand on this ground, however many are told. */
  count: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      state: phrase,
      mark: z.enum(MARKS),
      /** Street and community; empty outside the district. */
      placeText: z.string(),
      lng: z.number(),
      lat: z.number(),
    }),
  ),
  /** What narrows the register's own list to the same records, as its address has it; null where the list cannot. */
  listFilters: z.record(z.string(), z.string()).nullable(),
});

interface Row {
  readonly id: string;
  readonly title: string | null;
  readonly number: string | null;
  readonly state: string;
  readonly mark: (typeof MARKS)[number];
  readonly placeText: string;
  readonly lng: number;
  readonly lat: number;
}

/** One layer of the map as a table: what of it stands on the ground that is seen or drawn, now or at a moment, the newest record first. */
export const records = view('mapLayers.records', {
  label: { zh: '图上记录', en: 'Records on the map' },
  may: SIGNED_IN,
  input: z.object({
    layer: z.string().max(60),
    within: withinInput,
    moment: momentInput,
    limit: z.int().min(1).max(MOST_TOLD).default(20),
  }),
  output,
  reads: [],
  async run(ctx, { layer: id, within: text, moment, limit }) {
    const layer = await layerFor(ctx, id);
    const { register } = layer;
    const past = pastOf(moment, ctx.now);
    const place = sql.ref(`r.${snakeCase(layer.place)}`);
    // Judged by the input.
    const ground = touches(place, withinFrom(text) as Within);
    const from = sql`from ${recordsAt(ctx, layer, past)} r where ${ground} and ${standing(layer)}`;
    const counted = await ctx.row<{ count: number }>(sql`select count(*)::int as count ${from}`);
    const rows = await ctx.rows<Row>(rowsOf(ctx, layer, from, limit));
    const states = ctx.catalogue.lifecycles.get(register.name)?.states;
    return {
      plural: register.plural,
      label: layer.label,
      count: counted?.count ?? 0,
      items: rows.map((row) => ({
        ...row,
        title: row.title ?? row.number ?? '',
        state: states?.[row.state] ?? ON_THE_REGISTER,
      })),
      // A register's list is that of now.
      listFilters: past ? null : listFilters(ctx, layer, text),
    };
  },
});

const ON_THE_REGISTER = { zh: '在册', en: 'On the register' };

/** The rows first, then for each of them where it is: streets and communities are asked for what is told alone. */
function rowsOf(ctx: ReadContext, layer: Layer, from: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  const place = sql.ref(`r.${snakeCase(layer.place)}`);
  const title = layer.isLoose ? sql`coalesce(${titleOf(layer)}, r.name)` : titleOf(layer);
  return sql`
    with told as materialized (
      select r.id, ${title} as title, r.number, r.state, r.mark, st_pointonsurface(${place}) as at ${from} order by r.id desc limit ${limit})
    select told.id, told.title, told.number, told.state, told.mark, st_x(told.at) as lng, st_y(told.at) as lat,
      ${areaNameOf(ctx, sql`told.at`)} as place_text
    from told order by told.id desc`;
}

/** The list takes drawn ground for the place that the register stands at, and what the catalogue narrows by if it filters by that. */
function listFilters({ catalogue }: ReadContext, layer: Layer, within: string): Record<string, string> | null {
  const { register, only = [], place, isLoose } = layer;
  const faces = catalogue.faces.get(register.name);
  if (isLoose || place !== placeOf(register)) return null;
  if (!faces) return register.map?.isListedByGround && only.length === 0 ? { within } : null;
  const isTaken = only.every(({ field, values }) =>
    field === 'areaCode' ? values.length === 1 : faces.filters.includes(field),
  );
  if (!isTaken) return null;
  return { within, ...Object.fromEntries(only.map(({ field, values }) => [field, values.join(',')])) };
}
