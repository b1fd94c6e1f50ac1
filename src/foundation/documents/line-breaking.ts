/** Characters that may not begin a line 避头. */
export const NOT_FIRST = new Set('，。、；：？！）】〕》〉」』”’％‰…—～·℃°,.;:?!)]}%');
/** Characters that may not end a line 避尾. */
export const NOT_LAST = new Set('（【〔《〈「『“‘([{￥$');

export interface LineWidths {
  /** Width of one character, in the unit of `width`. */
  readonly measure: (character: string) => number;
  readonly width: number;
  /** Indent of the first line. */
  readonly indent?: number;
}

export interface Line {
  readonly text: string;
  readonly width: number;
  readonly last: boolean;
}

interface Piece {
  text: string;
  width: number;
  count: number;
}

const isSpace = (piece: Piece) => piece.text === ' ';
const isWordCharacter = (character: string) =>
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}!-/:-@[-`{-~]/u.test(character);

/** Cuts text where a line may end: around every Chinese character, at spaces, and inside words too long for a line. */
function cut(text: string, widths: LineWidths): Piece[] {
  const pieces: Piece[] = [];
  let word: Piece | undefined;
  for (const character of text) {
    const width = widths.measure(character);
    const previous = pieces.at(-1);
    if (previous && /\p{M}/u.test(character)) {
      previous.text += character;
      previous.width += width;
      continue;
    }
    const joins = word && isWordCharacter(character) && word.width + width <= widths.width / 2;
    if (word && joins) {
      word.text += character;
      word.width += width;
      word.count += 1;
      continue;
    }
    const piece = { text: character, width, count: 1 };
    pieces.push(piece);
    word = isWordCharacter(character) ? piece : undefined;
  }
  return pieces;
}

/**
 * Breaks one paragraph into lines by the rules of Chinese typesetting. A single closing mark that would begin a line is
 * squeezed into the line before, so a line may be up to one character too wide: the caller spaces it. Takes linear time.
 */
export function breakLines(text: string, widths: LineWidths): Line[] {
  const em = widths.measure('国');
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  let limit = widths.width - (widths.indent ?? 0);

  const finish = (last: boolean) => {
    while (line.length > 0 && isSpace(line[line.length - 1] as Piece)) used -= line.pop()?.width ?? 0;
    if (line.length > 0) lines.push({ text: line.map((piece) => piece.text).join(''), width: used, last });
  };

  for (const piece of cut(text, widths)) {
    const first = [...piece.text][0] as string;
    const squeezes =
      NOT_FIRST.has(first) && piece.count === 1 && used <= limit && used + piece.width <= limit + em + 0.01;
    if (line.length === 0 ? !isSpace(piece) : used + piece.width <= limit + 0.01 || squeezes || isSpace(piece)) {
      line.push(piece);
      used += piece.width;
      continue;
    }
    if (line.length === 0) continue;
    const carried = carry(line, piece);
    used -= carried.reduce((sum, each) => sum + each.width, 0);
    finish(false);
    line = [...carried, piece];
    used = line.reduce((sum, each) => sum + each.width, 0);
    limit = widths.width;
  }
  finish(true);
  return lines;
}

/** Takes from the end of a full line what must stay with the piece after it; never more than a few, never all. */
function carry(line: Piece[], next: Piece): Piece[] {
  const carried: Piece[] = [];
  let follower = next;
  while (line.length > 1 && carried.length < 4) {
    const last = line[line.length - 1] as Piece;
    const bound = NOT_FIRST.has([...follower.text][0] as string) || NOT_LAST.has([...last.text].at(-1) as string);
    if (!bound || isSpace(last)) break;
    line.pop();
    carried.unshift(last);
    follower = last;
  }
  return carried;
}

/** Estimated width in characters 字: full for Chinese and emoji, less for the narrow letters. Needs no font. */
export function estimatedWidth(text: string): number {
  let width = 0;
  for (const character of text) width += estimate(character);
  return width;
}

function estimate(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  if (/[A-Zmw@%&]/.test(character)) return 0.75;
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
}
