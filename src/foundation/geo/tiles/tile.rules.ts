import type { Point } from '../../../kernel/geometry.ts';

/** One square of the Web Mercator pyramid. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** West, south, east, north; degrees of CGCS2000. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Deeper than this nobody can point; MapLibre stretches what it has. */
export const DEEPEST = 22;
/** Units of a tile's side, and how far beyond it features are drawn so that outlines meet. */
export const EXTENT = 4096;
export const BUFFER = 64;
/** The layer of a tile in which several come joined: each feature says as `layer` of which it is. */
export const JOINED = 'joined';
/** Below this zoom points are gathered and outlines generalised. */
export const WHOLE_FROM = 12;
/** So many cells a side, in which the points of a low tile are gathered. */
export const CELLS = 16;
/** More points than these in one tile are no longer told apart; they are gathered in cells of eight pixels. */
export const CROWD = 2000;
/** Maps ask for nothing deeper, so that here every point is to be met. */
export const WHOLE_ALWAYS = 16;
export const FINE_CELLS = 64;

/** Reads the three numbers of an address; undefined when there is no such tile. */
export function tileAddress(z: string, x: string, y: string): TileAddress | undefined {
  const [depth, column, row] = [z, x, y].map((text) => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN));
  if (depth === undefined || column === undefined || row === undefined) return undefined;
  const side = 2 ** depth;
  return depth <= DEEPEST && column < side && row < side ? { z: depth, x: column, y: row } : undefined;
}

const HALF_WORLD = 20_037_508.342789244;

/** The tile's bounds, widened by a share of its side. */
export function tileBox({ z, x, y }: TileAddress, widened = 0): Box {
  const side = 2 ** z;
  return {
    west: longitude((x - widened) / side),
    east: longitude((x + 1 + widened) / side),
    north: latitude((y - widened) / side),
    south: latitude((y + 1 + widened) / side),
  };
}

/** The same in metres of EPSG:3857, as `ST_AsMVTGeom` wants it. */
export function mercatorBox({ z, x, y }: TileAddress): Box {
  const side = (2 * HALF_WORLD) / 2 ** z;
  const [west, north] = [x * side - HALF_WORLD, HALF_WORLD - y * side];
  return { west, north, east: west + side, south: north - side };
}

/** Where a place lies in the square of the world, as shares of its side from the north-west corner. */
export function worldShare({ lng, lat }: Point): { readonly x: number; readonly y: number } {
  const up = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return { x: (lng + 180) / 360, y: (1 - up) / 2 };
}

/** The square of that depth in which a place lies. */
export function tileAt(place: Point, z: number): TileAddress {
  const { x, y } = worldShare(place);
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
}

const longitude = (share: number) => Math.min(180, Math.max(-180, share * 360 - 180));
const latitude = (share: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.min(1, Math.max(0, share))))) * 180) / Math.PI;
