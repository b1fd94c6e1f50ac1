import type { TextBlock } from './clause-tree.rules.ts';
import { plain } from './text.reader.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  emsp: ' ',
  ensp: ' ',
};
const decodeEntities = (text: string) =>
  text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
const BLOCKS =
  /^(p|div|section|article|header|footer|main|ul|ol|li|br|hr|tr|blockquote|template|body|html|pre|h[1-6])$/;

/**
 * Web pages, and templates that hold one: headings and paragraphs in order, tables as rows. Nothing is run and nothing fetched;
 * tags are only walked over, so that ten thousand nested ones cost what ten thousand lines cost.
 */
export function htmlBlocks(text: string): TextBlock[] {
  const bare = text.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ').replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');
  const blocks: TextBlock[] = [];
  let words = '';
  let outline: number | undefined;
  let tables = 0;
  let rows: string[][] = [];
  let row: string[] | undefined;
  const flush = () => {
    const line = plain(decodeEntities(words));
    words = '';
    if (line !== '') blocks.push({ kind: 'line', text: line, ...(outline ? { outline } : {}) });
  };
  for (const [, before = '', close = '', name = ''] of bare.matchAll(
    /([^<]*)(?:<(\/?)([a-z][a-z0-9-]*)\b(?:"[^"]*"|'[^']*'|[^'">])*>|<|$)/gi,
  )) {
    words += before;
    const tag = name.toLowerCase();
    const isClose = close === '/';
    if (tag === 'table') {
      if (tables === 0) flush();
      tables += isClose ? -1 : 1;
      if (tables <= 0) {
        if (rows.length > 0) blocks.push({ kind: 'table', rows });
        rows = [];
        tables = 0;
      }
    } else if (tables > 0) {
      if (tag === 'tr' && !isClose) row = [];
      else if (tag === 'tr' && row) {
        rows.push(row);
        row = undefined;
      } else if ((tag === 'td' || tag === 'th') && !isClose) words = '';
      else if ((tag === 'td' || tag === 'th') && isClose) {
        row?.push(plain(decodeEntities(words)));
        words = '';
      }
    } else if (BLOCKS.test(tag)) {
      flush();
      outline = /^h[1-6]$/.test(tag) && !isClose ? Number(tag[1]) : undefined;
    }
  }
  flush();
  return blocks;
}
