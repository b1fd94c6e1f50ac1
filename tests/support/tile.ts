import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export interface TileFeature {
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly geometry: GeoJSON.Geometry;
}

/** What a browser reads out of a vector tile: the features of each layer, in degrees. */
export function readTile(
  bytes: Uint8Array,
  { z, x, y }: { z: number; x: number; y: number },
): Record<string, TileFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => {
        const feature = layer.feature(index);
        const { geometry } = feature.toGeoJSON(x, y, z);
        return { properties: feature.properties, geometry };
      }),
    ]),
  );
}

/** The tiles that cover a box of degrees at a zoom. */
export function tilesOver(west: number, south: number, east: number, north: number, z: number) {
  const column = (lng: number) => Math.floor(((lng + 180) / 360) * 2 ** z);
  const row = (lat: number) => {
    const angle = (lat * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z);
  };
  const tiles = [];
  for (let x = column(west); x <= column(east); x += 1)
    for (let y = row(north); y <= row(south); y += 1) tiles.push({ z, x, y });
  return tiles;
}
