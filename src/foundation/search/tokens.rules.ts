/**
 * Text as the index knows it. Han characters go in by pairs (and one by one where the text is a name): Chinese writes no
 * spaces, names of two characters are the rule, and trigrams would not serve them. Letters and digits go in by threes.
 * Tokens only narrow; what they let through is compared with the text itself.
 */

/** Half-width, lower case, one space between words, brackets of numbers alike. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[[［【〔(]/g, '〔')
    .replaceAll(/[\]］】〕)]/g, '〕')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

const EDGE = /(?<=\p{Script=Han}) (?=[a-z\d])|(?<=[a-z\d]) (?=\p{Script=Han})/gu;

/** Normal text without the space that some write between Chinese and figures: 古城南路 12 号 and 古城南路12号 are one. */
export const tightText = (text: string): string => normalText(text).replaceAll(EDGE, '');

const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Stretches of Han characters, and stretches of other letters and digits. */
export function runsOf(normal: string): string[] {
  return (normal.match(RUNS) ?? []).flatMap((run) =>
    HAN.test(run) ? [run] : (run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []),
  );
}

const gramsOf = (letters: readonly string[], size: number): string[] =>
  letters.slice(size - 1).map((_, at) => letters.slice(at, at + size).join(''));

function tokensOfRun(run: string): string[] {
  const letters = [...run];
  const size = HAN.test(run) ? 2 : 3;
  return letters.length < size ? [run] : gramsOf(letters, size);
}

/** Tokens of a text that lies in the index; of a name each single Han character, too. */
export function textTokens(normal: string, isName = false): string[] {
  return runsOf(normal).flatMap((run) => [...tokensOfRun(run), ...(isName && HAN.test(run) ? run : [])]);
}

/**
 * Tokens that an entry must have to contain the term. One or two letters or digits may be the beginning of more: beside
 * others they are left out; alone they mean a word of their own.
 */
export function termTokens(term: string): string[] {
  const runs = runsOf(term);
  const telling = runs.filter((run) => HAN.test(run) || [...run].length > 2);
  return [...new Set((telling.length > 0 ? telling : runs).flatMap(tokensOfRun))];
}

const SEGMENTS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Words of a longer Chinese term, for a second try when nobody wrote it in one piece: 古城南路燃气泄漏 → 古城, 南路, 燃气,
 * 泄漏. A character that stands alone is joined to its neighbour, because alone it says nothing.
 */
export function wordsOf(term: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const { segment } of SEGMENTS.segment(term)) {
    const isSingle = [...segment].length === 1;
    if (isSingle && isOpen) words[words.length - 1] += segment;
    else words.push(segment);
    isOpen = isSingle && !(isOpen && isSingle);
  }
  return words.filter((word) => runsOf(word).length > 0);
}

/** 事〔2026〕12号, 〔2026〕12, 〔2026〕第12号, 2026-12, 事12, 12: what a number is asked by. `given` is normal text. */
const NUMBER = /(\p{Script=Han}*)〔(\d{4})〕第?(\d{1,9})号?/u;

export function numberTokens(normal: string): string[] {
  const found = NUMBER.exec(normal);
  if (!found) return [];
  const [, series = '', year, index] = found;
  const own = series === '' ? [] : [`#${series}${year}-${index}`, `#${series}${index}`];
  return [`#${year}-${index}`, `#${index}`, ...own];
}

/** The token that a term asks for when it reads as a number of a paper; undefined when it does not. */
export function numberToken(term: string): string | undefined {
  const [, series = '', year, index] =
    NUMBER.exec(term) ?? /^(\p{Script=Han}{0,6})(\d{4})[-/](\d{1,9})$/u.exec(term) ?? [];
  if (index !== undefined) return `#${series}${year}-${Number(index)}`;
  const [, prefix = '', digits] = /^(\p{Script=Han}{0,4})第?(\d{1,6})号?$/u.exec(term) ?? [];
  return digits === undefined ? undefined : `#${prefix}${Number(digits)}`;
}
