import { z } from 'zod';

const zoom = z.number().int().min(0).max(30);

/** What a file of tiles says of itself, read once when it is uploaded. */
export const tileFacts = z.object({
  archive: z.enum(['pmtiles', 'mbtiles']),
  /** SHA-256 of the uploaded bytes: the file's place in the store. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(['mvt', 'png', 'jpeg', 'webp']),
  minZoom: zoom,
  maxZoom: zoom,
  /** West, south, east, north in degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Of a whole base map: by which schema its layers are named; null where they are something else. */
  schema: z.enum(['protomaps', 'openmaptiles']).nullable(),
  /** Of vector tiles: the layers and their attributes. */
  layers: z.array(z.object({ id: z.string().max(100), fields: z.array(z.string().max(60)).max(60) })).max(100),
});

export type TileFacts = z.output<typeof tileFacts>;
export type TileSchema = NonNullable<TileFacts['schema']>;

/** Layers by which the two usual schemas of base maps are known. */
const KNOWN_BY: Readonly<Record<TileSchema, readonly string[]>> = {
  protomaps: ['earth', 'water', 'roads'],
  openmaptiles: ['water', 'transportation'],
};

/** The schema of a base map whose layers have these names; null where it is none. */
export function schemaOf(layers: readonly string[]): TileSchema | null {
  const isOf = (schema: TileSchema) => KNOWN_BY[schema].every((name) => layers.includes(name));
  return (Object.keys(KNOWN_BY) as TileSchema[]).find(isOf) ?? null;
}
