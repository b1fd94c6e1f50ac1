/** A pair of coordinates, longitude first. Rings here are open: the last vertex is not the first one again. */
export type Vertex = readonly [number, number];
export type Ring = readonly Vertex[];

/** Something that wants a piece of a ring, near its wish. */
export interface Claim {
  readonly key: string;
  readonly wish: Vertex;
}

/** One degree of longitude against one of latitude at 39.93° N: cuts are chosen by their length on the ground. */
const LNG_SCALE = Math.cos((39.93 * Math.PI) / 180);
/** Directions tried for a cut, turned a little, since real borders seldom lie on a compass. */
const CUT_ANGLES = Array.from({ length: 12 }, (_, index) => ((index * 15 + 8) * Math.PI) / 180);
/** Neighbours' corners on an edge are found by this distance in degrees: computed rounding is 1e-14, a metre is 1e-5. */
const ON_EDGE = 1e-11;
/** Degrees are kept to about 0.1 m. */
const DECIMALS = 6;

/** Area in square degrees, positive when the ring runs counter-clockwise. */
export function areaOf(ring: Ring): number {
  // Taken from the first vertex on, since products of whole coordinates would lose the digits that matter.
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let index = 1; index + 1 < ring.length; index += 1) {
    const [x1, y1] = ring[index]!;
    const [x2, y2] = ring[index + 1]!;
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return twice / 2;
}

/** The centre of mass; inside for rings that are not too hollow, which the tests check for each area. */
export function centreOf(ring: Ring): Vertex {
  const [x0, y0] = ring[0] ?? [0, 0];
  const area = areaOf(ring);
  let x = 0;
  let y = 0;
  for (let index = 1; index + 1 < ring.length; index += 1) {
    const [x1, y1] = ring[index]!;
    const [x2, y2] = ring[index + 1]!;
    const weight = ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / (6 * area);
    x += (x1 + x2 - 2 * x0) * weight;
    y += (y1 + y2 - 2 * y0) * weight;
  }
  return [x0 + x, y0 + y];
}

interface Cut {
  readonly low: Ring;
  readonly high: Ring;
  readonly length: number;
}

/** Cuts a ring along `normal · p = offset`; nothing when the line meets it more than twice, for that makes islands. */
function cutAt(ring: Ring, normal: Vertex, offset: number): Cut | undefined {
  const height = ([x, y]: Vertex) => normal[0] * x + normal[1] * y - offset;
  const low: Vertex[] = [];
  const high: Vertex[] = [];
  const ends: Vertex[] = [];
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    const [a, b] = [height(from), height(to)];
    (a < 0 ? low : high).push(from);
    if (a < 0 === b < 0) return;
    const share = a / (a - b);
    const crossing: Vertex = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    low.push(crossing);
    high.push(crossing);
    ends.push(crossing);
  });
  const [first, second] = ends;
  if (ends.length !== 2 || !first || !second) return undefined;
  return { low, high, length: Math.hypot((second[0] - first[0]) * LNG_SCALE, second[1] - first[1]) };
}

/** The cut at right angles to a direction that gives the low side `share` of the area, if it leaves two whole pieces. */
function cutOff(ring: Ring, normal: Vertex, share: number): Cut | undefined {
  const heights = ring.map(([x, y]) => normal[0] * x + normal[1] * y);
  const wanted = Math.abs(areaOf(ring)) * share;
  let [below, above] = [Math.min(...heights), Math.max(...heights)];
  let best: Cut | undefined;
  for (let round = 0; round < 40; round += 1) {
    const offset = (below + above) / 2;
    best = cutAt(ring, normal, offset);
    if (!best) return undefined;
    if (Math.abs(areaOf(best.low)) < wanted) below = offset;
    else above = offset;
  }
  return best;
}

/**
 * Divides a ring among claims into whole pieces of equal area without gap or overlap: halved again and again by the
 * shortest cut that leaves two whole pieces, each claim going to the side nearer to its wish.
 * @throws when a ring is so hollow that no straight cut leaves two whole pieces
 */
export function divide(ring: Ring, claims: readonly Claim[]): Map<string, Ring> {
  const [only] = claims;
  if (claims.length <= 1) return new Map(only ? [[only.key, ring]] : []);
  const half = Math.floor(claims.length / 2);
  const cuts = CUT_ANGLES.flatMap((angle) => {
    const normal: Vertex = [Math.cos(angle), Math.sin(angle)];
    const cut = cutOff(ring, normal, half / claims.length);
    return cut ? [{ ...cut, normal }] : [];
  }).sort((one, other) => one.length - other.length);
  const cut = cuts[0];
  if (!cut) throw new Error('no straight cut leaves two whole pieces: the outline is too hollow');
  const along = ({ wish }: Claim) => cut.normal[0] * wish[0] + cut.normal[1] * wish[1];
  const sorted = [...claims].sort((one, other) => along(one) - along(other) || one.key.localeCompare(other.key));
  return new Map([...divide(cut.low, sorted.slice(0, half)), ...divide(cut.high, sorted.slice(half))]);
}

/**
 * Gives every ring the corners that its neighbours have on its edges, then rounds: because the same corners are rounded
 * the same way in all rings, what was a partition stays one to the last digit.
 */
export function shareCorners(rings: ReadonlyMap<string, Ring>): Map<string, Ring> {
  const corners = [...rings.values()].flat();
  return new Map(
    [...rings].map(([key, ring]) => [
      key,
      rounded(
        ring.flatMap((from, index) => {
          const to = ring[(index + 1) % ring.length]!;
          const between = corners.filter((corner) => isBetween(corner, from, to));
          return [from, ...between.sort((one, other) => distance(from, one) - distance(from, other))];
        }),
      ),
    ]),
  );
}

const distance = (from: Vertex, to: Vertex) => Math.hypot(to[0] - from[0], to[1] - from[1]);

function isBetween(corner: Vertex, from: Vertex, to: Vertex): boolean {
  // Nearly all corners lie elsewhere: comparing longitudes first keeps importing the district cheap.
  if (corner[0] < Math.min(from[0], to[0]) - ON_EDGE || corner[0] > Math.max(from[0], to[0]) + ON_EDGE) return false;
  const length = distance(from, to);
  const across = (to[0] - from[0]) * (corner[1] - from[1]) - (to[1] - from[1]) * (corner[0] - from[0]);
  const along = (to[0] - from[0]) * (corner[0] - from[0]) + (to[1] - from[1]) * (corner[1] - from[1]);
  return Math.abs(across) < ON_EDGE * length && along > ON_EDGE * length && along < length * (length - ON_EDGE);
}

function rounded(ring: Ring): Ring {
  const same = (one: Vertex, other: Vertex | undefined) => one[0] === other?.[0] && one[1] === other[1];
  const round = (value: number) => Number(value.toFixed(DECIMALS));
  return ring
    .map(([x, y]): Vertex => [round(x), round(y)])
    .filter((vertex, index, all) => !same(vertex, all.at(index - 1)));
}
