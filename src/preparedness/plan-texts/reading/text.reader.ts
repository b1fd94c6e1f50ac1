import { problem } from '../../../kernel/problems.ts';
import type { TextBlock } from './clause-tree.rules.ts';

const SPACES = /[\s\u3000\u00a0]+/g;
/** A line as the rules read it: full-width figures and letters narrow, all white space one space. */
export const plain = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .trim();

/** Bytes as text: UTF-8, or GB18030 as older Chinese programs write. @throws `plan_text.unreadable` where they are neither */
export function decoded(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    } catch {
      throw problem('plan_text.unreadable', { reason: { zh: '不是文本', en: 'it is no text' } });
    }
  }
}

/** TXT and Markdown: a line a paragraph, `#` an outline, `|` a row of a table; emphasis is taken off. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  for (const line of text.replace(/<!--[\s\S]*?-->/g, '').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)) {
    const trimmed = line.trim();
    const cells = /^\|(.+)\|$/.exec(trimmed)?.[1]?.split('|').map(plain);
    if (cells && cells.length > 1) {
      if (!cells.every((cell) => /^:?-*:?$/.test(cell))) rows.push(cells);
      continue;
    }
    endTable();
    const [, marks, rest = ''] = /^(#{1,6})\s+(.*)$/.exec(trimmed) ?? [];
    const bare = plain((marks ? rest : trimmed).replaceAll('**', '').replace(/^\|$/, ''));
    if (bare === '') continue;
    blocks.push({ kind: 'line', text: bare, ...(marks ? { outline: marks.length } : {}) });
  }
  endTable();
  return blocks;
}
