import { isInside, type Point, type Polygon } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { offset, roughMetres } from './coordinates.rules.ts';
import { DEGREE_SYSTEMS, type SourceSystem } from './source-systems.rules.ts';

/** One place of a source, as it stands there. */
export interface Sample {
  readonly point: Point;
  /** Where the same place is known to lie, CGCS2000: a register's own record of that name, a surveyed mark. */
  readonly known?: Point;
}

export interface District {
  readonly outlines: readonly Polygon[];
  /** 示意: only tells whether points are anywhere near; half a kilometre cannot be judged by it. */
  readonly isSchematic: boolean;
}

/** How the points could be meant. */
export interface Reading {
  /** Id of a system. */
  readonly system: string;
  /** Longitude and latitude stand in each other's column. */
  readonly isSwapped: boolean;
}

export interface Verdict {
  readonly total: number;
  /** Points inside the district when read as declared. */
  readonly inside: number;
  /** Against known places, when read as declared: the middle distance in metres and its direction in degrees from north. */
  readonly offset?: { readonly metres: number; readonly bearing: number };
  /** A reading that fits better than the declared one. */
  readonly proposed?: Reading;
  readonly warning?: Phrase;
}

/** Fewer known places than this prove nothing. */
const ENOUGH_KNOWN = 3;
/** Known places agree within this; GCJ-02 and BD-09 shift by 300 to 1,300 m in Beijing. */
const AGREES_METRES = 150;
/**
 * So many points must come inside by another reading, and so many more than fall out that chance would do it once in eighty
 * times (sign test, 2.24 standard deviations; 5 of 5, 15 of 20).
 */
const ENOUGH_MOVED = 5;
const isNoChance = (came: number, went: number) => (came - went) ** 2 >= 5 * (came + went);

interface Way extends Reading {
  readonly of: SourceSystem;
}

const waysOf = (systems: readonly SourceSystem[]): Way[] =>
  [false, true].flatMap((isSwapped) => systems.map((of) => ({ system: of.id, isSwapped, of })));

/**
 * Does the declared system fit the points? By known places where there are some, by the district's outline otherwise.
 * Warns and proposes, never refuses: places outside the district are real.
 */
export function judgeSystem(
  samples: readonly Sample[],
  declared: string,
  district: District,
  systems: readonly SourceSystem[] = DEGREE_SYSTEMS,
): Verdict {
  const ways = waysOf(systems);
  const asDeclared = ways.find((way) => way.system === declared && !way.isSwapped) ?? ways[0];
  if (!asDeclared) return { total: samples.length, inside: 0 };
  const isWithin = samples.map(({ point }) => lies(read(point, asDeclared), district));
  const inside = isWithin.filter(Boolean).length;
  const offsets = residuals(samples, asDeclared);
  const seen = offsets.length >= ENOUGH_KNOWN ? { offset: vectorOf(offsets) } : {};
  const base = { total: samples.length, inside, ...seen };
  const proposed = byKnownPlaces(samples, asDeclared, ways) ?? byOutline(samples, asDeclared, isWithin, district, ways);
  if (proposed) {
    const { system, isSwapped } = proposed;
    return { ...base, proposed: { system, isSwapped }, warning: proposal(asDeclared, proposed) };
  }
  const outside = samples.length - inside;
  return outside === 0 || district.outlines.length === 0
    ? base
    : { ...base, warning: outsideWords(outside, samples.length) };
}

/** A point of the source as CGCS2000 under a reading. */
function read({ lng, lat }: Point, { of, isSwapped }: Way): Point {
  return of.toCgcs2000(isSwapped ? { lng: lat, lat: lng } : { lng, lat });
}

const lies = (point: Point, { outlines }: District) => outlines.some((outline) => isInside(point, outline));

function residuals(samples: readonly Sample[], way: Way) {
  return samples.flatMap(({ point, known }) => (known ? [offset(known, read(point, way))] : []));
}

function byKnownPlaces(samples: readonly Sample[], declared: Way, ways: readonly Way[]): Way | undefined {
  const known = samples.filter((sample) => sample.known);
  if (known.length < ENOUGH_KNOWN) return undefined;
  const error = (way: Way) =>
    median(known.map((sample) => roughMetres(sample.known as Point, read(sample.point, way))));
  const asDeclared = error(declared);
  if (asDeclared <= AGREES_METRES) return undefined;
  const [best] = ways.map((way) => ({ way, metres: error(way) })).sort((a, b) => a.metres - b.metres);
  return best && best.metres < asDeclared / 2 ? best.way : undefined;
}

function byOutline(
  samples: readonly Sample[],
  declared: Way,
  isWithin: readonly boolean[],
  district: District,
  ways: readonly Way[],
): Way | undefined {
  // A schematic outline settles nothing about half a kilometre, but metres read as degrees lie on another continent.
  const isCertain = ({ of, isSwapped }: Way) =>
    !district.isSchematic || of.isPlane || declared.of.isPlane || (isSwapped && of.id === declared.system);
  const others = ways.filter((way) => (way.isSwapped || way.system !== declared.system) && isCertain(way));
  let best: { way: Way; gained: number } | undefined;
  for (const way of others) {
    const now = samples.map(({ point }) => lies(read(point, way), district));
    const came = now.filter((inside, index) => inside && !isWithin[index]).length;
    const went = now.filter((inside, index) => !inside && isWithin[index]).length;
    // Two swapped columns, or metres for degrees, show in a single row: no place of a district is its own mirror.
    const isOther = way.isSwapped || way.of.isPlane !== declared.of.isPlane;
    const needed = isOther && isWithin.every((inside) => !inside) ? 1 : ENOUGH_MOVED;
    const gained = came - went;
    if (came >= needed && (needed === 1 || isNoChance(came, went)) && gained > (best?.gained ?? 0))
      best = { way, gained };
  }
  return best?.way;
}

function vectorOf(offsets: readonly { dx: number; dy: number }[]) {
  const [dx, dy] = [median(offsets.map((one) => one.dx)), median(offsets.map((one) => one.dy))];
  const bearing = (Math.atan2(dx, dy) * 180) / Math.PI;
  return { metres: Math.round(Math.hypot(dx, dy)), bearing: Math.round((bearing + 360) % 360) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function proposal(declared: Way, { system, isSwapped, of }: Way): Phrase {
  const [was, is] = [declared.of.label, of.label];
  if (!isSwapped) {
    return {
      zh: `所选坐标系为 ${was.zh}，这些位置更像是 ${is.zh}，请核对`,
      en: `Declared as ${was.en}, but the places fit ${is.en} better; please check`,
    };
  }
  const isSame = system === declared.system;
  const [zh, en] = of.isPlane ? ['东坐标与北坐标', 'East and north'] : ['经度与纬度', 'Longitude and latitude'];
  return {
    zh: `${zh}疑似互换${isSame ? '' : `，且更像是 ${is.zh}`}，请核对`,
    en: `${en} seem to be exchanged${isSame ? '' : `, and ${is.en} fits better`}; please check`,
  };
}

const outsideWords = (outside: number, total: number): Phrase => ({
  zh: `${total} 个位置中有 ${outside} 个在区外`,
  en: `${outside} of ${total} places lie outside the district`,
});
