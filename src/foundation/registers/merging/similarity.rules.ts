/** What names of the same thing differ by: blanks, brackets, marks, and the form of a company. */
const FILLER = /[\s（）()【】[\]「」《》·,，。.、\-—_/]|有限责任公司|股份有限公司|有限公司|公司/g;

export function plainName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(FILLER, '');
}

/** Neighbouring pairs of characters: for Chinese names what three letters are for Latin ones. */
export function pairsOf(text: string): Set<string> {
  const plain = `^${plainName(text)}$`;
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

/** 0 … 1: shared pairs of all pairs (Dice). The same in every database and locale. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** From here two names are put before a person; only a person merges. */
export const ALIKE = 0.6;
/** Two records at one place need less likeness of name. */
export const ALIKE_AT_ONE_PLACE = 0.3;

export interface Known {
  readonly id: string;
  readonly name: string;
  /** Keys and sealed numbers as digests: equal ones mean one thing. */
  readonly same: readonly string[];
  /** Longitude and latitude, where it is placed. */
  readonly lng: number | null;
  readonly lat: number | null;
}

export type Reason = 'key' | 'name' | 'place';

export interface Doubled {
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly Reason[];
  readonly score: number;
}

/** Metres between two points of a district: on a sphere, good to a third of a per cent. */
export function metresBetween(a: Known, b: Known): number | undefined {
  if (a.lng === null || a.lat === null || b.lng === null || b.lat === null) return undefined;
  const north = (b.lat - a.lat) * 111_195;
  const east = (b.lng - a.lng) * 111_195 * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** A pair of characters shared by more records than this says nothing (街道, 医院); a square with more is a whole town. */
const MOST_ON_SHELF = 40;

/**
 * Pairs of records that may be one, the surest first; those of one record when it is named. Compared are only those that
 * share a digest, a rare pair of characters or a square of the ground, so that the time grows with the records and not
 * with their square.
 */
export function doubled(records: readonly Known[], metres: number, of?: string): Doubled[] {
  const pairs = records.map(({ name }) => pairsOf(name));
  const found: Doubled[] = [];
  const compare = (a: number, b: number) => {
    const [one, other] = [records[a] as Known, records[b] as Known];
    const pair = judge(one, other, metres, likeness(pairs[a] as Set<string>, pairs[b] as Set<string>));
    if (pair) found.push(pair);
  };
  if (of !== undefined) {
    const own = records.findIndex(({ id }) => id === of);
    for (let at = 0; own >= 0 && at < records.length; at += 1) if (at !== own) compare(own, at);
    return found.sort((a, b) => b.score - a.score);
  }
  const seen = new Set<number>();
  for (const shelf of shelvesOf(records, pairs, metres)) {
    for (const [at, a] of shelf.entries()) {
      for (const b of shelf.slice(at + 1)) {
        const key = a * records.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        compare(a, b);
      }
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Places of the records that have something in common, in the order of the records. */
function shelvesOf(records: readonly Known[], pairs: readonly ReadonlySet<string>[], metres: number): number[][] {
  const shelves = new Map<string, number[]>();
  for (const [at, record] of records.entries()) {
    const keys = [
      ...record.same.map((digest) => `=${digest}`),
      ...[...(pairs[at] ?? [])].map((pair) => `n${pair}`),
      ...squaresOf(record, metres).map((square) => `p${square}`),
    ];
    for (const key of keys) {
      const shelf = shelves.get(key);
      if (shelf) shelf.push(at);
      else shelves.set(key, [at]);
    }
  }
  return [...shelves].flatMap(([key, shelf]) =>
    shelf.length > 1 && (key.startsWith('=') || shelf.length <= MOST_ON_SHELF) ? [shelf] : [],
  );
}

function judge(one: Known, other: Known, metres: number, alike: number): Doubled | undefined {
  const reasons: Reason[] = [];
  if (one.same.some((digest) => other.same.includes(digest))) reasons.push('key');
  const apart = metresBetween(one, other);
  const isNear = apart !== undefined && apart <= metres;
  if (alike >= ALIKE || (isNear && alike >= ALIKE_AT_ONE_PLACE)) reasons.push('name');
  if (reasons.length === 0) return undefined;
  if (isNear) reasons.push('place');
  // As many equal names as you like: far apart they are two.
  return {
    one: one.id,
    other: other.id,
    reasons,
    score: (reasons.includes('key') ? 1 : 0) + alike + (isNear ? 0.3 : 0),
  };
}

/** The square a record lies in and its neighbours to the east and north: two within reach share one of them. */
function squaresOf({ lng, lat }: Known, metres: number): string[] {
  if (lng === null || lat === null) return [];
  const size = metres / 85_000;
  const [x, y] = [Math.floor(lng / size), Math.floor(lat / size)];
  return [0, 1].flatMap((east) => [0, 1].map((north) => `${x + east},${y + north}`));
}
