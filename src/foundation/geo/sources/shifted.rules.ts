import type { Point } from '../../../kernel/geometry.ts';
import { fromCgcs2000 } from '../coordinates.rules.ts';
import { PIXELS as SIDE } from '../layers/service-address.rules.ts';
import { type TileAddress, tileBox, worldShare } from '../tiles/tile.rules.ts';

/**
 * The four squares of a GCJ-02 pyramid that lie under one of ours, row by row, and where ours begins in them, in pixels. The shift
 * of the middle is taken for the whole square: within one it changes by less than a pixel from z9 downwards.
 */
export function shiftedTiles(tile: TileAddress): { tiles: TileAddress[]; left: number; top: number } {
  const { west, south, east, north } = tileBox(tile);
  const middle = { lng: (west + east) / 2, lat: (south + north) / 2 };
  const [here, there] = [pixel(middle, tile.z), pixel(fromCgcs2000(middle, 'gcj02'), tile.z)];
  const [x, y] = [tile.x * SIDE + there.x - here.x, tile.y * SIDE + there.y - here.y];
  const side = 2 ** tile.z;
  const [column, row] = [Math.floor(x / SIDE), Math.floor(y / SIDE)];
  const at = (dx: number, dy: number): TileAddress => ({
    z: tile.z,
    x: (column + dx + side) % side,
    y: Math.min(side - 1, Math.max(0, row + dy)),
  });
  return {
    tiles: [at(0, 0), at(1, 0), at(0, 1), at(1, 1)],
    left: Math.min(SIDE, Math.round(x - column * SIDE)),
    top: Math.min(SIDE, Math.round(y - row * SIDE)),
  };
}

/** Pixels of Web Mercator from the north-west corner of the world. */
function pixel(place: Point, z: number): { x: number; y: number } {
  const world = SIDE * 2 ** z;
  const { x, y } = worldShare(place);
  return { x: x * world, y: y * world };
}
