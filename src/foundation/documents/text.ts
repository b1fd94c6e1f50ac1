/** Spaces of all kinds; the indentation of a paper is the layout's, never the typist's. */
const SPACES = /[\s\u3000\u2800]+/gu;
const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;

/**
 * What no paper may carry: controls, characters that turn the direction of writing or hide text (a name written
 * backwards, an invisible word), lone surrogates and non-characters, which XML cannot hold.
 */
const FORBIDDEN = new RegExp(
  [
    '[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f',
    '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufdd0-\\ufdef\\ufeff\\uffa0\\ufff0-\\uffff',
    '\\u{e0000}-\\u{e007f}]',
    '|\\p{Cs}|[\\u{1fffe}\\u{1ffff}\\u{2fffe}\\u{2ffff}\\u{3fffe}-\\u{dffff}\\u{efffe}\\u{effff}]',
  ].join(''),
  'gu',
);

/** More than three marks on one letter climb into the lines above and below. */
const HEAPED_MARKS = /(\p{M}{3})\p{M}+/gu;

function clean(text: string): string {
  return text.normalize('NFC').replace(FORBIDDEN, '').replace(HEAPED_MARKS, '$1').replace(SPACES, ' ').trim();
}

/** One clean line: titles, names, table cells' rows. Line ends become spaces. */
export function cleanLine(text: string): string {
  return clean(text.replace(LINE_ENDS, ' '));
}

/** Clean paragraphs in order; empty ones are left out. */
export function cleanParagraphs(text: string): string[] {
  return text
    .split(LINE_ENDS)
    .map(clean)
    .filter((paragraph) => paragraph !== '');
}
