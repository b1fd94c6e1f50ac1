import { isInside, type Point, type Polygon } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { COORDINATE_SYSTEMS, type CoordinateSystem, offset, roughMetres, toCgcs2000 } from './coordinates.rules.ts';

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
  readonly system: CoordinateSystem;
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

const READINGS: readonly Reading[] = [false, true].flatMap((isSwapped) =>
  COORDINATE_SYSTEMS.map(({ id }) => ({ system: id, isSwapped })),
);

/**
 * Does the declared system fit the points? By known places where there are some, by the district's outline otherwise.
 * Warns and proposes, never refuses: places outside the district are real.
 */
export function judgeSystem(samples: readonly Sample[], declared: CoordinateSystem, district: District): Verdict {
  const asDeclared: Reading = { system: declared, isSwapped: false };
  const isWithin = samples.map(({ point }) => lies(read(point, asDeclared), district));
  const inside = isWithin.filter(Boolean).length;
  const offsets = residuals(samples, asDeclared);
  const seen = offsets.length >= ENOUGH_KNOWN ? { offset: vectorOf(offsets) } : {};
  const base = { total: samples.length, inside, ...seen };
  const proposed = byKnownPlaces(samples, asDeclared) ?? byOutline(samples, asDeclared, isWithin, district);
  if (proposed) return { ...base, proposed, warning: proposal(declared, proposed) };
  const outside = samples.length - inside;
  return outside === 0 || district.outlines.length === 0
    ? base
    : { ...base, warning: outsideWords(outside, samples.length) };
}

/** A point of the source as CGCS2000 under a reading. */
export function read({ lng, lat }: Point, { system, isSwapped }: Reading): Point {
  return toCgcs2000(isSwapped ? { lng: lat, lat: lng } : { lng, lat }, system);
}

const lies = (point: Point, { outlines }: District) => outlines.some((outline) => isInside(point, outline));

function residuals(samples: readonly Sample[], reading: Reading) {
  return samples.flatMap(({ point, known }) => (known ? [offset(known, read(point, reading))] : []));
}

function byKnownPlaces(samples: readonly Sample[], declared: Reading): Reading | undefined {
  const known = samples.filter((sample) => sample.known);
  if (known.length < ENOUGH_KNOWN) return undefined;
  const error = (reading: Reading) =>
    median(known.map((sample) => roughMetres(sample.known as Point, read(sample.point, reading))));
  const asDeclared = error(declared);
  if (asDeclared <= AGREES_METRES) return undefined;
  const [best] = READINGS.map((reading) => ({ reading, metres: error(reading) })).sort((a, b) => a.metres - b.metres);
  return best && best.metres < asDeclared / 2 ? best.reading : undefined;
}

function byOutline(
  samples: readonly Sample[],
  declared: Reading,
  isWithin: readonly boolean[],
  district: District,
): Reading | undefined {
  const others = READINGS.filter(
    ({ system, isSwapped }) =>
      (isSwapped && (!district.isSchematic || system === declared.system)) ||
      (!isSwapped && system !== declared.system && !district.isSchematic),
  );
  let best: { reading: Reading; gained: number } | undefined;
  for (const reading of others) {
    const now = samples.map(({ point }) => lies(read(point, reading), district));
    const came = now.filter((inside, index) => inside && !isWithin[index]).length;
    const went = now.filter((inside, index) => !inside && isWithin[index]).length;
    // Two swapped columns show in a single row: no place of a district is its own mirror.
    const needed = reading.isSwapped && isWithin.every((inside) => !inside) ? 1 : ENOUGH_MOVED;
    const gained = came - went;
    if (came >= needed && (needed === 1 || isNoChance(came, went)) && gained > (best?.gained ?? 0))
      best = { reading, gained };
  }
  return best?.reading;
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

function proposal(declared: CoordinateSystem, { system, isSwapped }: Reading): Phrase {
  const name = (id: CoordinateSystem) => COORDINATE_SYSTEMS.find((one) => one.id === id)?.label ?? { zh: id, en: id };
  const [was, is] = [name(declared), name(system)];
  if (!isSwapped) {
    return {
      zh: `所选坐标系为 ${was.zh}，这些位置更像是 ${is.zh}，请核对`,
      en: `Declared as ${was.en}, but the places fit ${is.en} better; please check`,
    };
  }
  return {
    zh: `经度与纬度疑似互换${system === declared ? '' : `，且更像是 ${is.zh}`}，请核对`,
    en: `Longitude and latitude seem to be exchanged${system === declared ? '' : `, and ${is.en} fits better`}; please check`,
  };
}

const outsideWords = (outside: number, total: number): Phrase => ({
  zh: `${total} 个位置中有 ${outside} 个在区外`,
  en: `${outside} of ${total} places lie outside the district`,
});
