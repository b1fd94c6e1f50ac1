import { isInside, type Point, type Polygon } from '../../kernel/geometry.ts';
import { DEMO_AREAS } from '../areas.ts';
import { seededRandom } from '../random.ts';

/** A community that people and things are put into. */
export interface Ground {
  readonly code: string;
  readonly name: string;
  readonly outline: Polygon;
  /** A place that lies in the community and within the boundary. */
  readonly inside: Point;
}

const MOST_TRIES = 200;

/** The communities that lie at least partly within the boundary, where one is given. */
export function groundsWithin(boundary: readonly Polygon[] | undefined): Ground[] {
  return DEMO_AREAS.filter(({ level }) => level === 'community').flatMap(({ code, name, polygon: outline }) => {
    const inside = triedFor(outline, 0, boundary);
    return inside ? [{ code, name, outline, inside }] : [];
  });
}

/** Always the same point for the same seed: inside the community and inside the boundary. */
export function pointOn({ outline, inside }: Ground, seed: number, boundary: readonly Polygon[] | undefined): Point {
  // Of a community that the boundary cuts to a sliver some seeds meet nothing.
  return triedFor(outline, seed, boundary) ?? inside;
}

function triedFor(outline: Polygon, seed: number, boundary: readonly Polygon[] | undefined): Point | undefined {
  const ring = outline[0] ?? [];
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)];
  const [west, south] = [Math.min(...lngs), Math.min(...lats)];
  const [width, height] = [Math.max(...lngs) - west, Math.max(...lats) - south];
  const random = seededRandom(seed);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const point = {
      lng: Number((west + random() * width).toFixed(6)),
      lat: Number((south + random() * height).toFixed(6)),
    };
    if (isInside(point, outline) && (!boundary || boundary.some((one) => isInside(point, one)))) return point;
  }
  return undefined;
}
