import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { containing } from '../../kernel/like.ts';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { pastOf } from './history/moment.rules.ts';
import { momentInput } from './history/moment-input.ts';
import { recordsAt } from './history/records-at.ts';
import { saidFields } from './history/tracked.rules.ts';
import { type Layer, layersOf } from './layer.rules.ts';
import { lookAtLayers } from './layers/layer.permissions.ts';
import { entriesWhere, isFor, type LayerEntry, layerFor, layerOfEntry } from './layers/layer-entry.ts';
import { isPicture, type PictureJson, pictureJson, pictureOf } from './layers/picture-layer.ts';
import { attributeOf, narrowed, standing, titleOf } from './tiles/tile-rows.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const layerId = z.string().max(60);
const MARKS = ['real', 'drill', 'test'] as const;

const entryJson = z.object({
  colour: z.string().nullable(),
  width: z.number().nullable(),
  opacity: z.number().nullable(),
});

export const layerJson = z.object({
  id: z.string(),
  register: z.string(),
  label: phrase,
  geometry: z.enum(['point', 'line', 'area']),
  shape: z.enum(['circle', 'triangle', 'diamond', 'square']),
  /** The choice told by colour, where the register declares one. */
  colourBy: z.object({ label: phrase, options: z.array(z.object({ id: z.string(), label: phrase })) }).nullable(),
  /** Records standing on the map that the viewer sees; null where they were not asked for. */
  count: z.number().nullable(),
  /** Of an entry of the catalogue: how it says it is drawn. */
  entry: entryJson.nullable(),
});

/** What can be switched on: every register with a place that the viewer may read; entries of the catalogue by their ids. */
export const list = view('mapLayers.list', {
  label: { zh: '地图图层', en: 'Layers of the map' },
  may: SIGNED_IN,
  input: z.object({
    /** Only these, comma separated; all of registers unless told. */
    ids: z.string().max(2000).optional(),
    /** How many records stand on the map takes its time with large registers. */
    counts: z.enum(['yes', 'no']).default('yes'),
    moment: momentInput,
  }),
  output: z.object({
    layers: z.array(layerJson),
    /** Of the entries: those that others drew or cut. */
    pictures: z.array(pictureJson),
  }),
  reads: [],
  async run(ctx, { ids, counts, moment }) {
    const past = pastOf(moment, ctx.now);
    const asked = ids === undefined ? undefined : ids.split(',');
    const layers: z.input<typeof layerJson>[] = [];
    const count = async (layer: Layer) => {
      if (counts === 'no') return null;
      const row = await ctx.row<{ count: number }>(
        sql`select count(*)::int as count from ${recordsAt(ctx, layer, past)} r where ${standing(layer)}`,
      );
      return row?.count ?? 0;
    };
    for (const layer of seen(ctx)) {
      if (asked && !asked.includes(layer.id)) continue;
      layers.push({ ...drawn(layer), count: await count(layer), entry: null });
    }
    const pictures: PictureJson[] = [];
    for (const entry of await entriesOf(ctx, asked ?? [])) {
      if (isPicture(entry)) pictures.push(pictureOf(entry));
      const layer = layerOfEntry(ctx.catalogue, entry);
      if (!layer || !ctx.holds(layer.read)) continue;
      const told = drawn(layer);
      const { colour, width, opacity } = entry;
      layers.push({
        ...told,
        shape: entry.shape ?? told.shape,
        colourBy: layer.isLoose ? await classesOf(ctx, layer) : told.colourBy,
        count: await count(layer),
        entry: { colour, width, opacity },
      });
    }
    return { layers, pictures };
  },
});

/** How a layer is drawn and told by its colours. */
export function drawn(layer: Layer) {
  const { register, colourBy } = layer;
  const field = colourBy ? register.fields[colourBy] : undefined;
  return {
    id: layer.id,
    register: register.name,
    label: layer.label,
    geometry: layer.geometry,
    shape: register.map?.shape ?? ('circle' as const),
    colourBy: field ? { label: field.label, options: [...(field.options ?? [])] } : null,
  };
}

/** The entries among these ids that are for the viewer; what is not is left out without a word. */
async function entriesOf(ctx: ReadContext, ids: readonly string[]): Promise<LayerEntry[]> {
  const asked = ids.filter(isId);
  if (asked.length === 0 || !ctx.holds(lookAtLayers)) return [];
  const entries = await entriesWhere(ctx, sql`c.id = any(${asked}::uuid[])`);
  return entries.filter((entry) => isFor(entry, ctx.viewer));
}

/** Values that colours tell of a file: the most frequent, as many as there are colours. */
export async function classesOf(ctx: ReadContext, layer: Layer) {
  const { colourBy } = layer;
  if (!colourBy) return null;
  const values = await ctx.rows<{ value: string }>(sql`
    select ${attributeOf(layer, colourBy)}::text as value from ${ctx.visible(layer.register, layer.read)} r
    where ${standing(layer)} and ${attributeOf(layer, colourBy)} is not null group by 1 order by count(*) desc, 1 limit 8`);
  return {
    label: { zh: colourBy, en: colourBy },
    options: values.map(({ value }) => ({ id: value, label: { zh: value, en: value } })),
  };
}

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

/** What is told of a record that was clicked on the map: what its list would show, contacts and narratives left out; or what it said at a moment. */
export const card = view('mapLayers.card', {
  label: { zh: '地图要素', en: 'A record on the map' },
  may: SIGNED_IN,
  input: z.object({ layer: layerId, id: idInput, moment: momentInput }),
  output: cardJson,
  reads: [],
  async run(ctx, { layer: name, id, moment }) {
    const layer = await layerFor(ctx, name);
    const { register } = layer;
    const past = pastOf(moment, ctx.now);
    if (layer.isLoose) return looseCard(ctx, layer, id);
    if (past) return pastCard(ctx, layer, id, past);
    const names = layer.properties.filter((field) => field !== layer.title && !register.fields[field]?.refersTo);
    // Through the record, so that a hidden one is answered as every other way to it answers.
    const record = (await ctx.record(register, id, layer.read)) as unknown as Record<string, unknown>;
    const title = await ctx.row<{ title: string | null }>(
      sql`select ${titleOf(layer)} as title from ${ctx.visible(register, layer.read)} r
        where r.id = ${id} and ${narrowed(layer)}`,
    );
    if (!title) throw problem('record.unknown', {}, 'id');
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
      facts: told(layer, names, record),
    };
  },
});

function told({ register }: Layer, names: readonly string[], record: Readonly<Record<string, unknown>>) {
  return names.flatMap((field) => {
    const { label, unit, show } = register.fields[field] ?? {};
    const value = record[field];
    if (!label || !show || value === null || value === undefined || value === '') return [];
    const [zh, en] = [show(value, 'zh'), show(value, 'en')];
    return [{ label, value: unit ? { zh: `${zh} ${unit.zh}`, en: `${en} ${unit.en}` } : { zh, en } }];
  });
}

interface PastRow {
  readonly title: string | null;
  readonly number: string | null;
  readonly state: string;
  readonly mark: (typeof MARKS)[number];
  readonly said: Readonly<Record<string, unknown>>;
}

/** What it said then. @throws `record.unknown` for what one may not see now, and for what was not there yet */
async function pastCard(ctx: ReadContext, layer: Layer, id: string, past: Date): Promise<z.input<typeof cardJson>> {
  const { register } = layer;
  const row = await ctx.row<PastRow>(sql`select ${titleOf(layer)} as title, r.number, r.state, r.mark, r.said
    from ${recordsAt(ctx, layer, past)} r where r.id = ${id} and ${narrowed(layer)}`);
  if (!row) throw problem('record.unknown', {}, 'id');
  const names = saidFields(register).filter((field) => field !== layer.title);
  return {
    id,
    layer: layer.id,
    plural: register.plural,
    register: register.label,
    title: row.title ?? row.number ?? '',
    number: row.number,
    state: ctx.catalogue.lifecycles.get(register.name)?.states[row.state] ?? { zh: row.state, en: row.state },
    mark: row.mark,
    facts: told(layer, names, row.said),
  };
}

/** A feature of a file tells what the file said of it; it has no page of its own. */
async function looseCard(ctx: ReadContext, layer: Layer, id: string): Promise<z.input<typeof cardJson>> {
  const row = await ctx.row<{ title: string | null; attributes: Record<string, unknown> | null }>(sql`
    select coalesce(${titleOf(layer)}, r.name) as title, r.attributes from ${ctx.visible(layer.register, layer.read)} r
    where r.id = ${id} and ${standing(layer)}`);
  if (!row) throw problem('record.unknown', {}, 'id');
  const told = Object.entries(row.attributes ?? {}).filter(([, value]) => value !== null && value !== '');
  return {
    id,
    layer: layer.id,
    plural: layer.register.plural,
    register: layer.label,
    title: row.title ?? '',
    number: null,
    state: { zh: '在册', en: 'On the register' },
    mark: 'real',
    facts: told.slice(0, 40).map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      return { label: { zh: name, en: name }, value: { zh: text, en: text } };
    }),
  };
}

const found = z.object({
  layer: z.string(),
  id: z.string(),
  title: z.string(),
  register: phrase,
  lng: z.number(),
  lat: z.number(),
});
const MOST_FOUND = 12;

/** Records on the map whose name has these characters, now or at a moment, areas first; shapes are met at their middle. */
export const search = view('mapLayers.search', {
  label: { zh: '在地图上查找', en: 'Find on the map' },
  may: SIGNED_IN,
  input: z.object({ q: z.string().trim().min(1).max(60), moment: momentInput }),
  output: z.object({ found: z.array(found) }),
  reads: [],
  async run(ctx, { q, moment }) {
    const past = pastOf(moment, ctx.now);
    const like = containing(q);
    const all: z.input<typeof found>[] = [];
    for (const layer of seen(ctx)) {
      if (!layer.isMain) continue;
      const rows = await ctx.rows<{ id: string; title: string; lng: number; lat: number }>(
        matching(recordsAt(ctx, layer, past), layer, like),
      );
      all.push(...rows.map((row) => ({ ...row, layer: layer.id, register: layer.register.label })));
      if (all.length >= MOST_FOUND) break;
    }
    return { found: all.slice(0, MOST_FOUND) };
  },
});

function matching(records: RawBuilder<unknown>, layer: Layer, like: string): RawBuilder<unknown> {
  const middle = sql`st_pointonsurface(${sql.ref(`r.${snakeCase(layer.place)}`)})`;
  return sql`select r.id, ${titleOf(layer)} as title, st_x(${middle}) as lng, st_y(${middle}) as lat
    from ${records} r
    where ${standing(layer)} and ${titleOf(layer)} ilike ${like} order by 2 limit ${MOST_FOUND}`;
}

/** The layers that the viewer may read, areas before what happens in them. */
function seen(ctx: ReadContext): Layer[] {
  const layers = [...layersOf(ctx.catalogue).values()];
  return layers.filter(({ read }) => ctx.holds(read));
}
