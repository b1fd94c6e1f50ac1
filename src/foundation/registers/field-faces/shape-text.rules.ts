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

export interface Corner {
  /** Of the text, from 0. */
  readonly line: number;
  readonly lng: number;
  readonly lat: number;
}

/** The corners that a text names, each by its line; the point that closes a ring is its first one again and is left out. */
export function cornersOf(text: string): Corner[] {
  const lines = text.split('\n');
  const closing = new Set(lines.flatMap((_, line) => closingOf(lines, line) ?? []));
  return lines.flatMap((one, line) => {
    const [[lng, lat] = []] = positionsFrom(one);
    return lng === undefined || lat === undefined || closing.has(line) ? [] : [{ line, lng, lat }];
  });
}

/** The text with one corner elsewhere; a ring that its first point closed stays closed. */
export function withCorner(text: string, { line, lng, lat }: Corner): string {
  const lines = text.split('\n');
  const moved = [line, ...(closingOf(lines, line) ?? [])];
  return lines.map((one, at) => (moved.includes(at) ? `${lng}, ${lat}` : one)).join('\n');
}

/** The line that repeats this one, the first of its part, as the part's last. */
function closingOf(lines: readonly string[], first: number): [number] | undefined {
  const isBlank = (line: number) => (lines[line] ?? '').trim() === '';
  if (isBlank(first) || !(first === 0 || isBlank(first - 1))) return undefined;
  let last = first;
  while (!isBlank(last + 1)) last += 1;
  const [one, other] = [positionsFrom(lines[first] ?? ''), positionsFrom(lines[last] ?? '')];
  return last - first > 2 && one.join() === other.join() ? [last] : undefined;
}
