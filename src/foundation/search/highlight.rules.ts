import type { Asked } from './ask.rules.ts';
import { normalText } from './tokens.rules.ts';

/** From (included) and until (excluded), in UTF-16 units of the text as it stands. */
export type Range = [number, number];

/** Where a text says what was asked; by its sound where it does not say it in letters. In order, without overlap. */
export function rangesOf(text: string, { terms }: Asked, readings: readonly (readonly string[])[]): Range[] {
  const letters = [...text];
  const starts = letters.map((_, at) => letters.slice(0, at).join('').length);
  const normal = withoutEdges(letters.map((one) => normalText(one) || ' '));
  const found: [number, number][] = [];
  for (const { text: term, sounds, initials } of terms) {
    const plain = placeOf(normal, term);
    if (plain) {
      found.push(plain);
      continue;
    }
    for (const reading of readings.filter((one) => one.length === letters.length)) {
      const way = sounds.find(({ syllables }) => soundAt(reading, syllables) >= 0);
      const at = way ? soundAt(reading, way.syllables) : initials ? initialsAt(reading, initials) : -1;
      if (at < 0) continue;
      found.push([at, at + (way ? way.syllables.length : (initials?.length ?? 0))]);
      break;
    }
  }
  const end = (at: number) => starts[at] ?? text.length;
  return merged(found).map(([from, until]) => [end(from), end(until)]);
}

/** Letters from and until, for a term in letters of which one may be written by more than one (㎡, ½). */
function placeOf(normal: readonly string[], term: string): [number, number] | undefined {
  const at = normal.join('').indexOf(term);
  if (at < 0 || term === '') return undefined;
  let from = 0;
  for (let passed = 0; from < normal.length && passed + (normal[from]?.length ?? 0) <= at; from += 1)
    passed += normal[from]?.length ?? 0;
  let until = from;
  const before = normal.slice(0, from).join('').length;
  for (let passed = before; until < normal.length && passed < at + term.length; until += 1)
    passed += normal[until]?.length ?? 0;
  return [from, until];
}

const HAN = /\p{Script=Han}/u;
const FIGURE = /[a-z\d]/;

/** Spaces that the index leaves out between Chinese and figures count for nothing here, too. */
function withoutEdges(normal: readonly string[]): string[] {
  return normal.map((one, at) => {
    const [before = '', after = ''] = [normal[at - 1], normal[at + 1]];
    const isEdge = (HAN.test(before) && FIGURE.test(after)) || (FIGURE.test(before) && HAN.test(after));
    return one === ' ' && isEdge ? '' : one;
  });
}

function soundAt(reading: readonly string[], syllables: readonly string[]): number {
  const fits = (at: number) =>
    syllables.every((one, index) =>
      index === syllables.length - 1 ? reading[at + index]?.startsWith(one) : reading[at + index] === one,
    );
  return reading.findIndex((_, at) => fits(at));
}

function initialsAt(reading: readonly string[], initials: string): number {
  return reading
    .map((one) => one.slice(0, 1))
    .join('')
    .indexOf(initials);
}

function merged(ranges: readonly [number, number][]): [number, number][] {
  const sorted = [...ranges].sort((one, other) => one[0] - other[0]);
  const all: [number, number][] = [];
  for (const [from, until] of sorted) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else all.push([from, until]);
  }
  return all;
}
