/** One piece of a text as a reader of its format gives it. */
export type TextBlock =
  | {
      readonly kind: 'line';
      readonly text: string /** 1 to 6 where the format itself calls it a heading. */;
      readonly outline?: number;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface Clause {
  /** 0 for the preface before the first clause. */
  readonly depth: number;
  /** As printed: `第一章`, `（一）`, `4.2.3`, `附件1`; empty for a heading without a number. */
  readonly number: string;
  readonly heading: string;
  /** Paragraphs, one a line. */
  readonly body: string;
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly kind: 'preface' | 'clause' | 'annex';
}

export interface ClauseTree {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** Deeper than any text of a government is numbered; what is deeper still is running text. */
export const MOST_DEPTH = 9;
export const MOST_CLAUSES = 5000;

const HAN = '[〇零一二三四五六七八九十百千]';
const END = /[。；;]/;
const SHORT = 40;

interface Numbered {
  /** Lines of one style are siblings; a new style is a level below. */
  readonly style: string;
  readonly number: string;
  readonly rest: string;
  readonly isAnnex?: boolean;
}

/**
 * Headings and clauses of a Chinese official text with what stands beneath each: 第X编/章/节/条, 一、（一）1.（1）①, 1 / 1.1 / 1.1.1,
 * 附件. Which style lies below which is not fixed: a style seen for the first time lies below the one before it, one seen before closes
 * all below. So a plan in decimals, a law and a notice are read by the same rules. Linear in the text.
 */
export function clauseTreeOf(blocks: readonly TextBlock[]): ClauseTree {
  const clauses: MutableClause[] = [];
  let open: { style: string; number: string }[] = [];
  let title = '';
  let article = 0;
  let current: MutableClause = newClause(0, '', '', 'preface');
  const lines = blocks.filter((block) => block.kind === 'table' || block.text !== '');
  for (const block of lines) {
    if (block.kind === 'table') {
      current.tables.push(block.rows);
      continue;
    }
    if (isContentsLine(block.text)) continue;
    const numbered = numberOf(block.text, open, article);
    if (!numbered) {
      if (block.outline !== undefined && block.text.length <= 80) {
        if (title === '' && clauses.length === 0 && current.body.length === 0) {
          title = block.text;
          continue;
        }
        ({ open, current } = opened(
          clauses,
          current,
          open,
          { style: `H${block.outline}`, number: '', rest: block.text },
          true,
        ));
        continue;
      }
      current.body.push(block.text);
      continue;
    }
    if (numbered.style === 'article') article = chineseValue(numbered.number.slice(1, -1)) ?? article;
    ({ open, current } = opened(clauses, current, open, numbered, block.outline !== undefined));
  }
  clauses.push(current);
  const [preface, ...rest] = clauses as [MutableClause, ...MutableClause[]];
  if (title === '') title = titleIn(preface.body);
  const all = preface.body.length + preface.tables.length > 0 ? [preface, ...rest] : rest;
  return { title, clauses: all.map(finished) };
}

type MutableClause = Omit<Clause, 'body' | 'tables'> & { body: string[]; tables: (readonly (readonly string[])[])[] };

const newClause = (depth: number, number: string, heading: string, kind: Clause['kind']): MutableClause => ({
  depth,
  number,
  heading,
  kind,
  body: [],
  tables: [],
});
const finished = ({ body, ...clause }: MutableClause): Clause => ({ ...clause, body: body.join('\n') });

function opened(
  clauses: MutableClause[],
  before: MutableClause,
  open: readonly { style: string; number: string }[],
  { style, number, rest, isAnnex = false }: Numbered,
  isHeading: boolean,
): { open: { style: string; number: string }[]; current: MutableClause } {
  clauses.push(before);
  const at = isAnnex ? 0 : placeOf(style, open);
  const next = [...open.slice(0, at), { style, number }];
  const inAnnex = isAnnex || next.some((one) => one.style === 'annex');
  const { heading, body } = isHeading ? { heading: rest, body: '' } : cut(style, rest);
  const current = newClause(Math.min(next.length, MOST_DEPTH), number, heading, inAnnex ? 'annex' : 'clause');
  if (body !== '') current.body.push(body);
  return { open: next.slice(0, MOST_DEPTH), current };
}

/** Decimals say their depth themselves, below whatever is open that is no decimal; of other styles the first use decides. */
function placeOf(style: string, open: readonly { style: string }[]): number {
  const same = open.findIndex((one) => one.style === style);
  if (same >= 0) return same;
  const parts = /^D(\d)$/.exec(style)?.[1];
  if (parts === undefined) {
    const rank = RANK[style];
    if (rank === undefined) return open.length;
    // 章 stands above 条 whether or not one of its kind is open yet.
    const below = open.findIndex((one) => (RANK[one.style] ?? -1) > rank);
    return below >= 0 ? below : open.length;
  }
  const below = open.findIndex((one) => /^D\d$/.test(one.style) && Number(one.style.slice(1)) > Number(parts));
  return below >= 0 ? below : open.length;
}
const RANK: Readonly<Record<string, number>> = { part: 1, chapter: 2, section: 3, article: 4 };

const DECIMAL = /^(\d{1,3}(?:[.．]\d{1,3}){1,8})[.．、\s]*(?=\S)(.*)$/s;

/** The number a line begins with, where it is one: decimals of a measurement and references in a sentence are none. */
function numberOf(
  text: string,
  open: readonly { style: string; number: string }[],
  article: number,
): Numbered | undefined {
  const annex = /^(附\s?[件录表图]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?)(?:[：:.．、\s]+(.*))?$/s.exec(text);
  if (annex && text.length <= 60)
    return { style: 'annex', number: annex[1] as string, rest: annex[2] ?? '', isAnnex: true };
  const law = new RegExp(`^(第(?:${HAN}{1,7}|\\d{1,4})([编章节条]))(.*)$`, 's').exec(text);
  if (law) {
    const [, number = '', unit = '', rest = ''] = law;
    const style = { 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' }[unit] ?? 'article';
    const isSpaced = /^[\s：:]/.test(rest);
    const value = chineseValue(number.slice(1, -1));
    if (style !== 'article')
      return rest.trim().length <= SHORT && !END.test(rest) ? { style, number, rest: rest.trim() } : undefined;
    // «第七十二条规定…» speaks of an article; the next one in order, or one set apart, is one.
    return isSpaced || value === article + 1 ? { style, number, rest: rest.trim() } : undefined;
  }
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const [, given = '', rest = ''] = decimal;
    const number = given.replaceAll('．', '.');
    return isNext(number, open) ? { style: `D${number.split('.').length}`, number, rest: rest.trim() } : undefined;
  }
  const single = /^(\d{1,2})\s+(\S.*)$/s.exec(text);
  if (single && (single[2]?.length ?? 0) <= SHORT && !END.test(single[2] ?? '') && isNext(single[1] ?? '', open))
    return { style: 'D1', number: single[1] as string, rest: (single[2] ?? '').trim() };
  for (const [style, pattern] of LISTS) {
    const found = pattern.exec(text);
    if (found) return { style, number: (found[1] ?? '').trim(), rest: (found[2] ?? '').trim() };
  }
  return undefined;
}

const LISTS: readonly [string, RegExp][] = [
  ['han', new RegExp(`^(${HAN}{1,4}、)\\s*(\\S.*)$`, 's')],
  ['han-in-brackets', new RegExp(`^([（(]${HAN}{1,4}[）)])[、，]?\\s*(\\S.*)$`, 's')],
  ['figure', /^(\d{1,3}[.．、])\s*([^\d\s].*)$/s],
  ['figure-in-brackets', /^([（(]\d{1,3}[）)])[、，]?\s*(\S.*)$/s],
  ['circled', /^([①-⑳])[、，]?\s*(\S.*)$/s],
];

/** A decimal belongs to the tree when its parent is open, or when it is the first of its kind: 27.5 in a sentence is not. */
function isNext(number: string, open: readonly { style: string; number: string }[]): boolean {
  const parts = number.split('.');
  const decimals = open.filter(({ style }) => /^D\d$/.test(style));
  if (decimals.length === 0) return parts.every((part) => Number(part) <= 1) || parts.length === 1;
  const parent = parts.slice(0, -1).join('.');
  const sibling = decimals.find(({ style }) => style === `D${parts.length}`);
  if (sibling) {
    const before = sibling.number.split('.');
    const isSameParent = before.slice(0, -1).join('.') === parent;
    const step = Number(parts.at(-1)) - Number(before.at(-1));
    // A number left out by the typist is a gap that is told, not the end of the tree.
    if (isSameParent) return step > 0 && step <= 3;
  }
  const parentOpen = decimals.some((one) => one.number === parent);
  return parent === '' ? true : parentOpen && Number(parts.at(-1)) <= 3;
}

/** Heading and text of a numbered line: 「1.4.1 以人为本，安全第一。坚持…」 is called by its first sentence, an article by its number alone. */
function cut(style: string, rest: string): { heading: string; body: string } {
  if (style === 'article') return { heading: '', body: rest };
  if (rest.length <= SHORT && !END.test(rest.slice(0, -1)) && !/[。；;：:，,]$/.test(rest))
    return { heading: rest, body: '' };
  const end = rest.indexOf('。');
  if (end > 0 && end <= 30 && end < rest.length - 1)
    return { heading: rest.slice(0, end), body: rest.slice(end + 1).trim() };
  return { heading: '', body: rest };
}

const isContentsLine = (text: string) => /(?:[.…·]{4,}|\t)\s*\d{1,4}$/.test(text) || /^目\s*[录次]$/.test(text);
const titleIn = (body: readonly string[]) =>
  body.find((line) => line.length >= 4 && line.length <= 60 && !END.test(line)) ?? '';

const DIGITS = '零一二三四五六七八九';
/** 三十五 → 35, 一百零六 → 106; undefined where it is none. */
export function chineseValue(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const character of text.replaceAll('〇', '零')) {
    const value = DIGITS.indexOf(character);
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
    } else if (value >= 0) digit = value;
    else return undefined;
  }
  return total + digit;
}

export interface TreeFinding {
  readonly position: number;
  readonly number: string;
  readonly kind: 'gap' | 'double';
  /** The number before it under the same heading. */
  readonly after: string;
}

/** Numbers left out or given twice under one heading: told before the text is taken over. */
export function treeFindings(clauses: readonly Pick<Clause, 'depth' | 'number'>[]): TreeFinding[] {
  const last: (string | undefined)[] = [];
  let article: string | undefined;
  return clauses.flatMap(({ depth, number }, position): TreeFinding[] => {
    const isArticle = /^第.+条$/.test(number);
    // Articles are counted through the whole text, everything else under its own heading.
    const before = isArticle ? article : last[depth];
    last.length = depth;
    last[depth] = number;
    if (isArticle) article = number;
    const now = figureOf(number);
    const earlier = before === undefined ? undefined : figureOf(before);
    if (now === undefined || earlier === undefined || before === undefined || shapeOf(number) !== shapeOf(before))
      return [];
    if (now === earlier) return [{ position, number, kind: 'double', after: before }];
    return now === earlier + 1 ? [] : [{ position, number, kind: 'gap', after: before }];
  });
}

const shapeOf = (number: string) =>
  number.replace(/[〇零一二三四五六七八九十百千\d①-⑳]+(?=[^\d.]*$)/, '#').replace(/\d+(?=\.)/g, '');
function figureOf(number: string): number | undefined {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(number) + 1;
  if (number !== '' && circled > 0) return circled;
  const [found] = number.match(/\d+(?=[^\d.]*[.．、]?$)|[〇零一二三四五六七八九十百千]+/) ?? [];
  return found === undefined ? undefined : chineseValue(found);
}
