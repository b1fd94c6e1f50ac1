import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { type Layer, layersOf } from './layer.rules.ts';
import { standing, titleOf } from './tiles/tile-rows.ts';
import { readable } from './tiles/tiles.routes.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const layerId = z.string().max(60);
const MARKS = ['real', 'drill', 'test'] as const;

const layerJson = z.object({
  id: z.string(),
  register: z.string(),
  label: phrase,
  geometry: z.enum(['point', 'line', 'area']),
  shape: z.enum(['circle', 'triangle', 'diamond', 'square']),
  /** The choice told by colour, where the register declares one. */
  colourBy: z.object({ label: phrase, options: z.array(z.object({ id: z.string(), label: phrase })) }).nullable(),
  /** Records standing on the map that the viewer sees. */
  count: z.number(),
});

/** What can be switched on: every register with a place that the viewer may read, with how many records stand on the map. */
export const list = view('mapLayers.list', {
  label: { zh: '地图图层', en: 'Layers of the map' },
  may: SIGNED_IN,
  /** Only these, comma separated; all unless told. */
  input: z.object({ ids: z.string().max(1000).optional() }),
  output: z.object({ layers: z.array(layerJson) }),
  reads: [],
  async run(ctx, { ids }) {
    const layers: z.input<typeof layerJson>[] = [];
    for (const layer of seen(ctx)) {
      if (ids !== undefined && !ids.split(',').includes(layer.id)) continue;
      const { register, colourBy } = layer;
      const row = await ctx.row<{ count: number }>(
        sql`select count(*)::int as count from ${ctx.visible(register, layer.read)} r where ${standing(layer)}`,
      );
      const field = colourBy ? register.fields[colourBy] : undefined;
      layers.push({
        id: layer.id,
        register: register.name,
        label: layer.label,
        geometry: layer.geometry,
        shape: register.map?.shape ?? 'circle',
        colourBy: field ? { label: field.label, options: [...(field.options ?? [])] } : null,
        count: row?.count ?? 0,
      });
    }
    return { layers };
  },
});

const cardJson = z.object({
  id: z.string(),
  layer: z.string(),
  plural: z.string(),
  register: phrase,
  title: z.string(),
  number: z.string().nullable(),
  state: phrase,
  mark: z.enum(MARKS),
  facts: z.array(z.object({ label: phrase, value: phrase })),
});

/** What is told of a record that was clicked on the map: what its list would show, contacts and narratives left out. */
export const card = view('mapLayers.card', {
  label: { zh: '地图要素', en: 'A record on the map' },
  may: SIGNED_IN,
  input: z.object({ layer: layerId, id: idInput }),
  output: cardJson,
  reads: [],
  async run(ctx, { layer: name, id }) {
    const layer = readable(layersOf(ctx.catalogue).get(name), ctx.viewer);
    const { register } = layer;
    const names = layer.properties.filter((field) => field !== layer.title && !register.fields[field]?.refersTo);
    // Through the record, so that a hidden one is answered as every other way to it answers.
    const record = (await ctx.record(register, id, layer.read)) as unknown as Record<string, unknown>;
    const title = await ctx.row<{ title: string | null }>(
      sql`select ${titleOf(layer)} as title from ${ctx.visible(register, layer.read)} r where r.id = ${id}`,
    );
    const states = ctx.catalogue.lifecycles.get(register.name)?.states;
    const state = String(record.state);
    return {
      id,
      layer: layer.id,
      plural: register.plural,
      register: register.label,
      title: title?.title ?? (record.number as string | null) ?? '',
      number: record.number as string | null,
      state: states?.[state] ?? { zh: state, en: state },
      mark: record.mark as (typeof MARKS)[number],
      facts: names.flatMap((field) => {
        const { label, unit, show } = register.fields[field] ?? {};
        const value = record[field];
        if (!label || !show || value === null || value === undefined || value === '') return [];
        const [zh, en] = [show(value, 'zh'), show(value, 'en')];
        return [{ label, value: unit ? { zh: `${zh} ${unit.zh}`, en: `${en} ${unit.en}` } : { zh, en } }];
      }),
    };
  },
});

const found = z.object({
  layer: z.string(),
  id: z.string(),
  title: z.string(),
  register: phrase,
  lng: z.number(),
  lat: z.number(),
});
const MOST_FOUND = 12;

/** Records on the map whose name has these characters, areas first; shapes are met at their middle. */
export const search = view('mapLayers.search', {
  label: { zh: '在地图上查找', en: 'Find on the map' },
  may: SIGNED_IN,
  input: z.object({ q: z.string().trim().min(1).max(60) }),
  output: z.object({ found: z.array(found) }),
  reads: [],
  async run(ctx, { q }) {
    const like = `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`;
    const all: z.input<typeof found>[] = [];
    for (const layer of seen(ctx)) {
      if (!layer.isMain) continue;
      const rows = await ctx.rows<{ id: string; title: string; lng: number; lat: number }>(matching(ctx, layer, like));
      all.push(...rows.map((row) => ({ ...row, layer: layer.id, register: layer.register.label })));
      if (all.length >= MOST_FOUND) break;
    }
    return { found: all.slice(0, MOST_FOUND) };
  },
});

function matching(ctx: ReadContext, layer: Layer, like: string): RawBuilder<unknown> {
  const middle = sql`st_pointonsurface(${sql.ref(`r.${snakeCase(layer.place)}`)})`;
  return sql`select r.id, ${titleOf(layer)} as title, st_x(${middle}) as lng, st_y(${middle}) as lat
    from ${ctx.visible(layer.register, layer.read)} r
    where ${standing(layer)} and ${titleOf(layer)} ilike ${like} order by 2 limit ${MOST_FOUND}`;
}

/** The layers that the viewer may read, areas before what happens in them. */
function seen(ctx: ReadContext): Layer[] {
  const layers = [...layersOf(ctx.catalogue).values()];
  return layers.filter(({ read }) => ctx.holds(read));
}
