import { z } from 'zod';
import type { LayerEntry } from './layer-entry.ts';

/** A layer that somebody else drew or cut: pictures of a service, or the tiles of a file. */
export const pictureJson = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['raster', 'vector']),
  /** Depths at which the source has something; deeper ones are stretched. */
  minZoom: z.number(),
  maxZoom: z.number(),
  opacity: z.number().nullable(),
  colour: z.string().nullable(),
  width: z.number().nullable(),
  labelField: z.string().nullable(),
  attribution: z.string().nullable(),
  /** Whose it is and of when, in one line. */
  origin: z.string().nullable(),
  /** Of vector tiles: the one layer that is drawn; null where the whole is a base map, drawn by its schema. */
  tileLayer: z.string().nullable(),
  schema: z.enum(['protomaps', 'openmaptiles']).nullable(),
  /** How many drawings of MapLibre it costs. */
  drawings: z.number(),
  /** Changes with the entry: what was drawn before is asked for anew. */
  edition: z.string(),
});

export type PictureJson = z.output<typeof pictureJson>;

export const isPicture = ({ sourceKind }: LayerEntry): boolean => sourceKind === 'service' || sourceKind === 'tiles';

/** Streets, imagery, their names: more lie over one another beneath no map. */
export const MOST_BASES = 4;

/** Of the plain style of a base map (`base-style.part.tsx`). */
export const BASE_DRAWINGS = 10;

/**
 * A picture is one drawing; areas, lines and points of a layer of vector tiles are three and their names a fourth. Records share
 * theirs and cost none.
 */
export function drawingsOf(entry: LayerEntry): number {
  if (!isPicture(entry)) return 0;
  if (entry.tileFacts?.format !== 'mvt') return 1;
  return isWhole(entry) ? BASE_DRAWINGS : 3 + (entry.labelField ? 1 : 0);
}

const isWhole = ({ tileFacts, tileLayer }: LayerEntry) => tileFacts?.schema != null && !tileLayer;

/** What the map needs to draw it; of its address and key nothing. */
export function pictureOf(entry: LayerEntry): PictureJson {
  const { id, name, opacity, colour, width, labelField, attribution, providedBy, dataDay, tileFacts } = entry;
  const origin = [providedBy, dataDay].filter(Boolean).join(' ');
  return {
    id,
    name,
    kind: tileFacts?.format === 'mvt' ? 'vector' : 'raster',
    minZoom: entry.minZoom ?? tileFacts?.minZoom ?? 0,
    maxZoom: entry.maxZoom ?? tileFacts?.maxZoom ?? 18,
    opacity,
    colour,
    width,
    labelField,
    attribution,
    origin: origin || null,
    tileLayer: isWhole(entry) ? null : (entry.tileLayer ?? tileFacts?.layers[0]?.id ?? null),
    schema: isWhole(entry) ? (tileFacts?.schema ?? null) : null,
    drawings: drawingsOf(entry),
    edition: `${entry.version}`,
  };
}
