import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../api/context.ts';
import { snakeCase } from '../../registers/index.ts';
import { layersOf } from '../layer.rules.ts';
import { nearestOf, unitNames } from '../nearest/nearest.ts';
import { waysOver } from '../routing/ways.ts';
import type { Origin } from './origin.ts';
import type { Reach } from './reach.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const helper = z.object({
  id: z.string(),
  title: z.string(),
  unitName: z.string(),
  state: phrase,
  lng: z.number(),
  lat: z.number(),
  /** Metres, straight. */
  metres: z.number(),
  /** Metres of way and minutes from there to the point: along the roads, or straight with the detour factor. */
  wayMetres: z.number(),
  minutes: z.number(),
  isByRoad: z.boolean(),
});

/** The nearest of each kind of help. */
export const helpersJson = z.array(
  z.object({ layer: z.string(), plural: z.string(), label: phrase, items: z.array(helper) }),
);
export type Helpers = z.output<typeof helpersJson>;

/** How many of each kind of help are told. */
const HELPERS = 5;

/** What registers say is help (`surroundings.resources`), nearest first, however far, with the way from there to the point. */
export async function helpersOf(ctx: ReadContext, origin: Origin, reach: Reach): Promise<Helpers> {
  const wanted = [...layersOf(ctx.catalogue).values()]
    .filter(({ isMain, read }) => isMain && ctx.holds(read))
    .flatMap((layer) => (layer.register.surroundings?.resources ?? []).map((resource) => ({ layer, ...resource })))
    .toSorted((one, other) => one.order - other.order);
  const wayFrom = waysOver(ctx, reach.graph, reach.footing);
  const found: Helpers = [];
  for (const { layer, label, only } of wanted) {
    const where = only
      ? sql`${sql.ref(`r.${snakeCase(only.field)}`)}::text = any(${[...only.values]}::text[])`
      : sql`true`;
    const rows = await nearestOf(ctx, layer, origin, { limit: HELPERS, where });
    const units = await unitNames(
      ctx,
      rows.map(({ unitId }) => unitId),
    );
    const states = ctx.catalogue.lifecycles.get(layer.register.name)?.states;
    const items = rows.map((row) => ({
      id: row.id,
      title: row.title ?? row.number ?? '',
      unitName: units.get(row.unitId ?? '') ?? '',
      state: states?.[row.state] ?? { zh: row.state, en: row.state },
      lng: row.lng,
      lat: row.lat,
      metres: row.metres,
      ...wayFrom(row),
    }));
    found.push({
      layer: layer.id,
      plural: layer.register.plural,
      label: label ?? layer.label,
      items: items.toSorted((one, other) => one.minutes - other.minutes),
    });
  }
  return found;
}
