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
  /** Of vector tiles: the one layer that is drawn, and the schema where the whole is a base map. */
  tileLayer: z.string().nullable(),
  schema: z.enum(['protomaps', 'openmaptiles']).nullable(),
  /** Changes with the entry: what was drawn before is asked for anew. */
  edition: z.string(),
});

export type PictureJson = z.output<typeof pictureJson>;

export const isPicture = ({ sourceKind }: LayerEntry): boolean => sourceKind === 'service' || sourceKind === 'tiles';

/** Areas, lines and points of a file of vector tiles are three drawings and their names a fourth; a picture is one. */
export function drawingsOf({ sourceKind, tileFacts, labelField }: LayerEntry): number {
  if (sourceKind === 'service') return 1;
  if (sourceKind !== 'tiles') return 0;
  return tileFacts?.format === 'mvt' ? 3 + (labelField ? 1 : 0) : 1;
}

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
    tileLayer: entry.tileLayer ?? tileFacts?.layers[0]?.id ?? null,
    schema: tileFacts?.schema ?? null,
    edition: `${entry.version}`,
  };
}
