import { estimatedWidth, NOT_FIRST, NOT_LAST } from './line-breaking.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

interface Turn {
  readonly from: number;
  readonly lines: number;
  readonly squares: number;
}

/**
 * Lines of a centred title: as few as needed, of like length, no word cut in two, brackets kept whole.
 * `width` is in characters 字.
 */
export function breakTitle(title: string, width: number): string[] {
  const parts = titleWords(title, width);
  // The best way to reach each word: fewest lines, then the smallest sum of squared lengths, which is the most even one.
  const best: Turn[] = [{ from: 0, lines: 0, squares: 0 }];
  for (let end = 1; end <= parts.length; end += 1) {
    let length = 0;
    let choice: Turn | undefined;
    for (let from = end - 1; from >= 0; from -= 1) {
      length += estimatedWidth(parts[from] ?? '');
      const before = best[from];
      if (!before || (length > width && choice)) break;
      const turn = { from, lines: before.lines + 1, squares: before.squares + length ** 2 };
      if (!choice || turn.lines < choice.lines || (turn.lines === choice.lines && turn.squares < choice.squares))
        choice = turn;
    }
    best.push(choice as Turn);
  }
  const lines: string[] = [];
  for (let end = parts.length; end > 0; end = best[end]?.from ?? 0)
    lines.unshift(parts.slice(best[end]?.from, end).join('').trim());
  return lines.filter((line) => line !== '');
}

/** Single characters after or before which a title may well be turned. */
const PARTICLES = new Set('的和与及在等对因被');

/**
 * Words that a title is broken between. The dictionary does not know our places and pipes (五里·坨·街道, 燃·气管·线): a single
 * character that is no particle belongs to the words on both sides.
 */
function titleWords(title: string, width: number): string[] {
  const joined: string[] = [];
  let loose = false;
  for (const { segment } of words.segment(title)) {
    const previous = joined.at(-1) ?? '';
    const single = /^\p{Script=Han}$/u.test(segment) && !PARTICLES.has(segment);
    const inBracket = /^[（【]/u.test(previous) && !/[）】]$/u.test(previous);
    const marks = NOT_FIRST.has(segment[0] as string) || NOT_LAST.has(previous.at(-1) ?? '');
    const binds = marks || inBracket || ((single || loose) && /\p{Script=Han}$/u.test(previous));
    if (previous !== '' && binds && estimatedWidth(previous + segment) <= width / 2)
      joined[joined.length - 1] = previous + segment;
    else joined.push(segment);
    loose = single;
  }
  return joined.flatMap((word) => (estimatedWidth(word) <= width ? [word] : [...word]));
}
