import { chineseNumber } from '../../kernel/chinese-number.ts';
import type { PaperBlock, TableBlock } from '../documents/define.ts';

/**
 * The body of a paper as people type it, one paragraph a line: 「一、…」 and 「（一）…」 on a short line are headings, lines between
 * bars are rows of a table whose first is its head. The layout numbers the headings anew.
 */
const HEADINGS = [
  { level: 1, pattern: /^[一二三四五六七八九十]+、(.+)$/ },
  { level: 2, pattern: /^（[一二三四五六七八九十]+）(.+)$/ },
] as const;
/** Longer, or ending like a sentence, it is a numbered paragraph. */
const HEADING_LENGTH = 30;
const SENTENCE_END = /[。；！？]$/;
const ROW = /^\|.*\|$/;

export function blocksOf(text: string): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    const [head, ...rest] = rows;
    rows = [];
    if (!head) return;
    const width = Math.max(head.length, ...rest.map((row) => row.length));
    blocks.push({ kind: 'table', columns: filled(head, width), rows: rest.map((row) => filled(row, width)) });
  };
  for (const line of linesOf(text)) {
    if (ROW.test(line)) {
      rows.push(cellsOf(line));
      continue;
    }
    endTable();
    blocks.push(headingOf(line) ?? { kind: 'paragraph', text: line });
  }
  endTable();
  return blocks;
}

/** The other way: what a kind composed, as text to go on with. Pictures are not text and are refused. */
export function textOf(blocks: readonly PaperBlock[]): string {
  const counts = { 1: 0, 2: 0, 3: 0 };
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'paragraph') return [block.text];
      if (block.kind === 'table') return tableLines(block);
      if (block.kind === 'figure') throw new Error('a drafted document holds no pictures');
      counts[block.level] += 1;
      if (block.level === 1) counts[2] = 0;
      const number = chineseNumber(counts[block.level]);
      return [block.level === 1 ? `${number}、${block.text}` : `（${number}）${block.text}`];
    })
    .join('\n');
}

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

function headingOf(line: string): PaperBlock | undefined {
  if (line.length > HEADING_LENGTH || SENTENCE_END.test(line)) return undefined;
  for (const { level, pattern } of HEADINGS) {
    const words = pattern.exec(line)?.[1];
    if (words) return { kind: 'heading', level, text: words.trim() };
  }
  return undefined;
}

/** A bar inside a cell is written `\|`. */
const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

const tableLines = ({ columns, rows }: TableBlock) =>
  [columns, ...rows].map((row) => `|${row.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join('|')}|`);

const filled = (row: readonly string[], width: number) => Array.from({ length: width }, (_, index) => row[index] ?? '');
