/** What a file of tiles says of itself, read once when it is uploaded. */
export interface TileFacts {
  readonly archive: 'pmtiles' | 'mbtiles';
  /** SHA-256 of the uploaded bytes: the file's place in the store. */
  readonly sha256: string;
  readonly format: 'mvt' | 'png' | 'jpeg' | 'webp';
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Of a whole base map: by which schema its layers are named; null where they are something else. */
  readonly schema: TileSchema | null;
  /** Of vector tiles: the layers and their attributes. */
  readonly layers: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

export type TileSchema = 'protomaps' | 'openmaptiles';

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
