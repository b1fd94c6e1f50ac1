/** A text as it is read: digits and signs in half width, white space gone, and the way back to what was given. */
export interface Said {
  /** One character for each that counts; never longer than what was given. */
  readonly plain: string;
  /** Offsets of `plain` → offsets of what was given, in UTF-16 code units; one more for the end. */
  readonly origins: readonly number[];
  readonly given: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const SIGNS: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '（': '(',
  '）': ')',
  '；': ';',
  '？': '?',
  '！': '!',
};

/** A new line ends a sentence, unless it is followed by the indentation of some file: then it only wraps. */
export function heard(given: string): Said {
  let plain = '';
  const origins: number[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const sign = plainSign(given, at);
    if (sign === '') continue;
    plain += sign;
    origins.push(at);
  }
  origins.push(given.length);
  return { plain, origins, given };
}

function plainSign(given: string, at: number): string {
  const sign = given[at] ?? '';
  const code = given.charCodeAt(at);
  if (sign === '\n' || sign === '\r') return /[\t ]/.test(given[at + 1] ?? '') || sign === '\r' ? '' : '\n';
  if (/\s/.test(sign)) return isBetweenFigures(given, at) ? ' ' : '';
  // Full-width letters and digits lie in one block, at one distance.
  if (code >= 0xff10 && code <= 0xff5a) return SIGNS[sign] ?? String.fromCharCode(code - 0xfee0);
  return SIGNS[sign] ?? sign;
}

/** «2014-04-15 18:50» would be another number without its space. */
const isBetweenFigures = (given: string, at: number) =>
  /[0-9０-９a-zA-Z]/.test(given[at - 1] ?? '') && /[0-9０-９a-zA-Z]/.test(given[at + 1] ?? '');

/** The piece of what was given that a span of the plain text stands for. */
export function original({ origins, given }: Said, { start, end }: Span): Span & { text: string } {
  const from = origins[start] ?? given.length;
  const until = (origins[end - 1] ?? given.length - 1) + 1;
  return { start: from, end: until, text: given.slice(from, until) };
}

/** Where a sentence begins and ends, and its clauses. */
export interface Clause extends Span {
  readonly sentence: number;
}

/** Splits at every sign that ends a clause; `sentence` counts the larger pieces. */
export function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let [start, sentence] = [0, 0];
  for (let at = 0; at <= plain.length; at += 1) {
    const sign = plain[at];
    const isStop = sign === undefined || '。!?;\n'.includes(sign);
    if (!isStop && sign !== ',') continue;
    // «1,200人»: between figures a comma is part of the number.
    if (sign === ',' && /\d/.test(plain[at - 1] ?? '') && /^\d{3}(?!\d)/.test(plain.slice(at + 1, at + 5))) continue;
    if (at > start) clauses.push({ start, end: at, sentence });
    start = at + 1;
    if (isStop) sentence += 1;
  }
  return clauses;
}

/** The same text with spans blanked out, so that no rule reads them; offsets stay. */
export function without(plain: string, spans: readonly Span[]): string {
  let [left, at] = ['', 0];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    left += plain.slice(at, start) + BLANK.repeat(end - start);
    at = end;
  }
  return left + plain.slice(at);
}

/** Stands for a character that was read already. */
export const BLANK = '\u0001';

/**
 * What is no statement of the caller: «新华网北京2月9日电(记者…)», «据…报道», (责编…). Times and places in them are the paper's.
 */
export function mastheads(plain: string): Span[] {
  return [...plain.matchAll(BYLINE), ...plain.matchAll(DATELINE)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

const BYLINE =
  /\([^()]{0,30}(?:记者|通讯员|见习|实习生|责编|编辑|来源)[^()]{0,60}\)|记者[^,。:;()\d]{2,12}(?=\d{1,2}月)|\[[^[\]]{0,30}\]/g;
const DATELINE =
  /(?:新华社|新华网|中新网|中新社|人民网|中广网|中国网|[\u4e00-\u9fa5]{1,8}(?:社|网|报|台|频道))[^,。:;!?\n]{0,24}?(?:\d{4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日(?:电|讯|消息|信息|报道)|(?<=^|[。\n])[^,。:;!?\n]{0,16}(?:讯|日电)(?=[(\u4e00-\u9fa5\d])/g;
