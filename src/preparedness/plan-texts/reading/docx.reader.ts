import { problem } from '../../../kernel/problems.ts';
import type { TextBlock } from './clause-tree.rules.ts';
import { plain } from './text.reader.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });

/**
 * `word/document.xml` and `word/styles.xml` of a DOCX: paragraphs with the outline of their style, tables as rows. Text that
 * was struck out in a revision is left out. Tags are walked over one by one; depth costs nothing.
 * @throws `plan_text.unreadable` where there is no body
 */
export function docxBlocks(documentXml: string, stylesXml: string): TextBlock[] {
  if (!/<w:body\b/.test(documentXml)) throw problem('plan_text.unreadable', { reason: NO_BODY });
  const outlines = outlinesOf(stylesXml);
  const blocks: TextBlock[] = [];
  let words = '';
  let style = '';
  let own: number | undefined;
  let tables = 0;
  let rows: string[][] = [];
  let row: string[] | undefined;
  let deleted = 0;
  const paragraph = () => {
    const line = plain(decoded(words));
    const outline = own ?? outlines.get(style);
    words = '';
    style = '';
    own = undefined;
    return { line, outline };
  };
  for (const [, close = '', tag = '', attributes = '', empty = '', text = ''] of documentXml.matchAll(
    /<(\/?)w:([A-Za-z]+)\b((?:"[^"]*"|'[^']*'|[^'">/]|\/(?!>))*)(\/?)>([^<]*)/g,
  )) {
    const isClose = close === '/';
    const isOpen = !isClose && empty !== '/';
    if (tag === 'del') deleted += isClose ? -1 : isOpen ? 1 : 0;
    else if (tag === 't' && isOpen && deleted <= 0) words += text;
    else if ((tag === 'tab' || tag === 'br') && !isClose) words += ' ';
    else if (tag === 'pStyle') style = attributeOf(attributes);
    else if (tag === 'outlineLvl') own = Number(attributeOf(attributes)) + 1;
    else if (tag === 'tbl') {
      tables += isClose ? -1 : 1;
      if (tables === 0 && rows.length > 0) {
        blocks.push({ kind: 'table', rows });
        rows = [];
      }
    } else if (tables > 0) {
      if (tag === 'tr' && isOpen && tables === 1) row = [];
      else if (tag === 'tr' && isClose && tables === 1 && row) {
        rows.push(row);
        row = undefined;
      } else if (tag === 'tc' && isClose && tables === 1) row?.push(paragraph().line);
      else if (tag === 'p' && isClose) words += ' ';
    } else if (tag === 'p' && isClose) {
      const { line, outline } = paragraph();
      if (line !== '') blocks.push({ kind: 'line', text: line, ...(outline && outline <= 6 ? { outline } : {}) });
    }
  }
  return blocks;
}

const NO_BODY = { zh: '文档没有正文', en: 'the document has no body' };
const attributeOf = (attributes: string) => /w:val="([^"]*)"/.exec(attributes)?.[1] ?? '';

/** Outline of each style: what it says itself, or the number in the name of a built-in heading. */
function outlinesOf(stylesXml: string): Map<string, number> {
  const outlines = new Map<string, number>();
  for (const style of stylesXml.split(/<w:style\b/).slice(1)) {
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    const level = /<w:outlineLvl\s+w:val="(\d)"/.exec(style)?.[1];
    const named = /<w:name\s+w:val="(?:heading|标题)\s*(\d)"/i.exec(style)?.[1];
    const outline = level === undefined ? Number(named ?? Number.NaN) : Number(level) + 1;
    if (id && outline >= 1 && outline <= 6) outlines.set(id, outline);
  }
  return outlines;
}
