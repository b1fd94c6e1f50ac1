import type { Phrase } from './phrases.ts';

/** [longitude, latitude] in CGCS2000, degrees. */
export type Position = readonly [number, number];
type Ring = readonly Position[];

/** More pairs of edges than this near one another are no outline that anybody drew: a check must end soon. */
const MOST_PAIRS = 20_000_000;

export type RingFault =
  | { readonly kind: 'crosses'; readonly at: Position }
  | { readonly kind: 'too_intricate' }
  | { readonly kind: 'open'; readonly at: Position };

interface Edge {
  readonly a: Position;
  readonly b: Position;
  readonly ring: number;
  readonly place: number;
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What keeps rings from being an area: one that is not closed, or the place where an edge crosses another. Rings may touch
 * one another in a point; a ring must not touch itself.
 */
export function ringFault(rings: readonly Ring[]): RingFault | undefined {
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) {
      return { kind: 'open', at: last ?? [0, 0] };
    }
  }
  const edges = rings.flatMap(edgesOf).sort((one, other) => one.left - other.left);
  let pairs = 0;
  for (const [index, edge] of edges.entries()) {
    for (let next = index + 1; next < edges.length; next += 1) {
      const other = edges[next] as Edge;
      if (other.left > edge.right) break;
      pairs += 1;
      if (pairs > MOST_PAIRS) return { kind: 'too_intricate' };
      if (other.low > edge.high || other.high < edge.low) continue;
      const at = meeting(edge, other, rings[edge.ring]?.length ?? 0);
      if (at) return { kind: 'crosses', at };
    }
  }
  return undefined;
}

function edgesOf(ring: Ring, index: number): Edge[] {
  return ring.slice(1).flatMap((b, place) => {
    const a = ring[place] as Position;
    if (a[0] === b[0] && a[1] === b[1]) return [];
    const [left, right] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    const [low, high] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
    return [{ a, b, ring: index, place, left, right, low, high }];
  });
}

const side = (a: Position, b: Position, p: Position) =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

const isOn = ({ left, right, low, high }: Edge, p: Position) =>
  p[0] >= left && p[0] <= right && p[1] >= low && p[1] <= high;

function meeting(one: Edge, other: Edge, ringLength: number): Position | undefined {
  const [a, b, c, d] = [one.a, one.b, other.a, other.b];
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 * s2 < 0 && s3 * s4 < 0) return crossing(a, b, c, d);
  if (one.ring !== other.ring) return undefined;
  const gap = Math.abs(one.place - other.place);
  if (gap === 1 || gap === ringLength - 2) return undefined;
  if (s1 === 0 && isOn(one, c)) return c;
  if (s2 === 0 && isOn(one, d)) return d;
  if (s3 === 0 && isOn(other, a)) return a;
  if (s4 === 0 && isOn(other, b)) return b;
  return undefined;
}

function crossing(a: Position, b: Position, c: Position, d: Position): Position {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/**
 * Longitude and latitude in each other's place: no point of China reads so (73–136° E, 3–54° N), and hardly another does.
 * @returns the point put right, or undefined where nothing speaks for a mix-up
 */
export function unswapped([lng, lat]: Position): Position | undefined {
  return lng >= 3 && lng <= 54 && lat >= 73 && lat <= 136 ? [lat, lng] : undefined;
}

export const placeText = ([lng, lat]: Position): string => `${lng.toFixed(6)}, ${lat.toFixed(6)}`;

/** Why a position is none, in words: swapped (with the right one proposed) or off the globe. */
export function positionFault(position: Position): Phrase | undefined {
  const right = unswapped(position);
  if (right) {
    return {
      zh: `经纬度颠倒了，是否应为 ${placeText(right)}（经度在前）`,
      en: `longitude and latitude are swapped; should it be ${placeText(right)} (longitude first)?`,
    };
  }
  const [lng, lat] = position;
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return undefined;
  return { zh: '经度须在 ±180 度内，纬度须在 ±90 度内', en: 'longitude lies within ±180°, latitude within ±90°' };
}
