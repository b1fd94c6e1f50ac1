import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../api/context.ts';
import { snakeCase } from '../../registers/index.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { layerFor } from '../layers/layer-entry.ts';
import { ROUTING } from '../routing/routing.rules.ts';
import { standing } from '../tiles/tile-rows.ts';
import type { Asked } from './asked.rules.ts';
import { helpersJson, helpersOf } from './helpers.ts';
import { type Origin, originOf } from './origin.ts';
import { type Reach, reachOf, recordsAround } from './reach.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** What lies around, as screens, papers and kept records have it. */
export const surroundingsJson = z.object({
  origin: z.object({
    kind: z.enum(['point', 'area', 'record']),
    lng: z.number(),
    lat: z.number(),
    /** Street and community; empty outside the district. */
    areaName: z.string(),
    title: z.string().nullable(),
  }),
  reach: z.object({
    metres: z.number().nullable(),
    minutes: z.number().nullable(),
    way: z.enum(['roads', 'no_graph', 'far_from_roads']),
    squareMetres: z.number(),
    /** Polygons as GeoJSON has them. */
    outline: z.array(z.array(z.array(z.array(z.number())))),
  }),
  /** The figures that ways were reckoned by, and whether they are assumed. */
  rules: z.object({
    speed: z.number(),
    detour: z.number(),
    snapMetres: z.number(),
    sideMetres: z.number(),
    isAssumed: z.boolean(),
  }),
  /** Every register that the viewer may read, with how many of its records lie around; the most first. */
  layers: z.array(z.object({ layer: z.string(), plural: z.string(), label: phrase, count: z.number() })),
  /** People by source; sources know the same persons and are never added up. */
  people: z.array(
    z.object({
      layer: z.string(),
      label: phrase,
      people: z.number(),
      vulnerable: z.number().nullable(),
      /** Areas count by the share of their ground that lies around. */
      isByGround: z.boolean(),
    }),
  ),
  nearest: helpersJson,
});

export type Surroundings = z.output<typeof surroundingsJson>;

/**
 * 周边分析: what the viewer may see within a reach of a place. A register that may not be read is not named, and nothing of it
 * is counted. @throws `record.unknown` for a layer or record that the viewer does not see
 */
export async function surroundingsOf(ctx: ReadContext, asked: Asked, only?: readonly string[]): Promise<Surroundings> {
  const origin = await originOf(ctx, asked);
  const reach = await reachOf(ctx, origin, asked);
  const layers: Layer[] = only ? [] : countedLayers(ctx);
  for (const id of only ?? []) layers.push(await layerFor(ctx, id));
  const counted = [];
  for (const layer of layers) counted.push({ layer, ...(await countOf(ctx, layer, origin, reach)) });
  const { values, isAssumed } = ctx.rules(ROUTING);
  const { metres, minutes, way, squareMetres, outline } = reach;
  return {
    origin: { kind: origin.kind, lng: origin.lng, lat: origin.lat, areaName: origin.areaName, title: origin.title },
    reach: { metres, minutes, way, squareMetres, outline },
    rules: { ...values, isAssumed },
    layers: counted
      .map(({ layer, count }) => ({ layer: layer.id, plural: layer.register.plural, label: layer.label, count }))
      .toSorted((one, other) => other.count - one.count),
    people: counted
      .filter(({ layer }) => layer.register.surroundings?.people && !layer.only)
      .toSorted((one, other) => orderOf(one.layer) - orderOf(other.layer))
      .map(({ layer, people, vulnerable }) => ({
        layer: layer.id,
        label: layer.label,
        people: people ?? 0,
        vulnerable,
        isByGround: layer.geometry === 'area',
      })),
    nearest: await helpersOf(ctx, origin, reach),
  };
}

const orderOf = ({ register }: Layer) => register.surroundings?.people?.order ?? 0;

/** Every register that stands on the map and may be read, but the graph itself: nobody asks how many corners roads have. */
function countedLayers(ctx: ReadContext): Layer[] {
  const graph = [ctx.catalogue.roadGraph?.nodes.name, ctx.catalogue.roadGraph?.edges.name];
  return [...layersOf(ctx.catalogue).values()].filter(
    ({ isMain, read, register }) => isMain && ctx.holds(read) && !graph.includes(register.name),
  );
}

interface Counted {
  readonly count: number;
  readonly people: number | null;
  readonly vulnerable: number | null;
}

async function countOf(ctx: ReadContext, layer: Layer, origin: Origin, reach: Reach): Promise<Counted> {
  const { people } = layer.register.surroundings ?? {};
  const row = await ctx.row<Counted>(sql`
    select count(*)::int as count, ${people ? persons(layer, reach, people.count) : sql`null::int`} as people,
      ${people?.vulnerable ? inNeed(layer, people.vulnerable) : sql`null::int`} as vulnerable
    from ${recordsAround(layer, origin, reach, ctx.visible(layer.register, layer.read))} where ${standing(layer)}`);
  return row ?? { count: 0, people: null, vulnerable: null };
}

function persons({ geometry, place }: Layer, reach: Reach, field: string | undefined): RawBuilder<unknown> {
  if (!field) return sql`count(*)::int`;
  const figure = sql.ref(`r.${snakeCase(field)}`);
  if (geometry !== 'area') return sql`coalesce(sum(${figure}), 0)::int`;
  const shape = sql.ref(`r.${snakeCase(place)}`);
  return sql`coalesce(round(sum(${figure} * st_area(st_intersection(st_makevalid(${shape}), ${reach.shape}::geometry))
    / nullif(st_area(${shape}), 0))), 0)::int`;
}

function inNeed({ register }: Layer, field: string): RawBuilder<unknown> {
  const column = sql.ref(`r.${snakeCase(field)}`);
  const isList = register.fields[field]?.column.startsWith('text[]');
  return isList
    ? sql`(count(*) filter (where cardinality(${column}) > 0))::int`
    : sql`coalesce(sum(${column}), 0)::int`;
}
