import type { Position } from '../../../kernel/shapes.ts';

/** A line as people type or paste it: `116.19, 39.91` a line of text; what is no pair of numbers is left out. */
export function positionsFrom(text: string): Position[] {
  return text.split('\n').flatMap((line) => {
    const [lng, lat, ...rest] = line.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    return lng === undefined || lat === undefined || rest.length > 0 ? [] : [[lng, lat] as const];
  });
}

/** Parts stand apart by an empty line; each is closed by itself where its writer did not. Holes come as GeoJSON only. */
export function partsFrom(text: string): Position[][][] {
  return text
    .split(/\n\s*\n/)
    .map(positionsFrom)
    .filter((ring) => ring.length > 0)
    .map((ring) => {
      const [first, last] = [ring[0], ring.at(-1)];
      return [first && last && first.join() !== last.join() ? [...ring, first] : ring];
    });
}

export const textOf = (positions: readonly Position[]): string =>
  positions.map(([lng, lat]) => `${lng}, ${lat}`).join('\n');
