import type { Catalogue } from '../../api/index.ts';
import type { RegisterDefinition } from '../../registers/define.ts';
import { layersOf } from '../layer.rules.ts';
import type { TileAddress } from '../tiles/tile.rules.ts';

/** Cells are kept so deep, sixty metres wide here; `place_cell` in the database knows the same number. */
export const DEEPEST_CELL = 19;

/** A register with points on the map: what may be counted in cells. */
export interface Countable {
  readonly register: RegisterDefinition;
  readonly places: readonly string[];
}

export function countableOf(catalogue: Catalogue): ReadonlyMap<string, Countable> {
  const countable = new Map<string, Countable>();
  for (const { register, place, geometry, isLoose } of layersOf(catalogue).values()) {
    if (geometry !== 'point' || isLoose) continue;
    const places = [...(countable.get(register.name)?.places ?? []), place];
    countable.set(register.name, { register, places });
  }
  return countable;
}

/** The first and the last cell of a tile: in the order of the quadkey they are one range. */
export function cellsOf({ z, x, y }: TileAddress): { readonly first: number; readonly last: number } {
  let key = 0;
  for (let bit = z - 1; bit >= 0; bit -= 1) key = key * 4 + ((x >> bit) & 1) + ((y >> bit) & 1) * 2;
  const within = 4 ** (DEEPEST_CELL - z);
  return { first: key * within, last: (key + 1) * within - 1 };
}
