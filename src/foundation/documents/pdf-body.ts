import type { PdfNode, PdfTableLayout } from 'pdfmake';
import type { Face } from './fonts.ts';
import type { ManuscriptBlock } from './manuscript.ts';
import { BODY_SIZE, setLines, space } from './pdf-lines.ts';
import { checkPng, fitPicture } from './png.ts';
import { SHEET, SIZE, tableSize } from './sheet.ts';

const HEADING_FACES: Record<1 | 2 | 3, Face> = { 1: 'Hei', 2: 'SongBold', 3: 'Song' };
const CELL_PADDING = 3;
const CELL_RULE = 0.5;
/** A head row is repeated on every page of its table, so it must leave room for rows. */
const REPEATED_LINES = 8;

const CELLS: PdfTableLayout = {
  hLineWidth: () => CELL_RULE,
  vLineWidth: () => CELL_RULE,
  paddingLeft: () => CELL_PADDING,
  paddingRight: () => CELL_PADDING,
  paddingTop: () => CELL_PADDING,
  paddingBottom: () => CELL_PADDING,
};

/** Headings longer than this may be broken across pages. */
const HEADING_LINES = 5;

export function setBody(blocks: readonly ManuscriptBlock[]): PdfNode[] {
  const nodes: PdfNode[] = [];
  blocks.forEach((block, index) => {
    const lines = setBlock(block);
    if (block.kind === 'heading') {
      nodes.push({ stack: lines, unbreakable: lines.length <= HEADING_LINES && index < blocks.length - 1 });
      return;
    }
    // A heading takes the first two lines of its text along; alone at the foot of a page it heads nothing.
    const heading = blocks[index - 1]?.kind === 'heading' ? nodes.at(-1)?.stack : undefined;
    if (block.kind === 'paragraph') heading?.push(...lines.splice(0, 2));
    nodes.push(...lines);
  });
  return nodes;
}

/** Takes the last lines off the body, for the signature: on a page without any text anything could stand above it. */
export function takeLastLines(body: PdfNode[]): PdfNode[] {
  const last = body.at(-1);
  if (last?.unbreakable) return body.splice(-1);
  if (last?.text === undefined) return [];
  return body.splice(body.at(-2)?.text === undefined ? -1 : -2);
}

function setBlock(block: ManuscriptBlock): PdfNode[] {
  if (block.kind === 'heading')
    return setLines(block.text, { face: HEADING_FACES[block.level], size: BODY_SIZE, firstIndent: 2 * BODY_SIZE });
  if (block.kind === 'paragraph')
    return setLines(block.text, { face: 'Song', size: BODY_SIZE, firstIndent: 2 * BODY_SIZE, justified: true });
  if (block.kind === 'table') return setTable(block);
  return [setFigure(block)];
}

function setTable({ columns, rows, shares }: ManuscriptBlock & { kind: 'table' }): PdfNode[] {
  const size = tableSize(columns.length);
  const room = SHEET.textWidth - columns.length * 2 * CELL_PADDING - (columns.length + 1) * CELL_RULE;
  const widths = shares.map((share) => share * room);
  const style = (index: number) => ({ size, pitch: size * 1.5, width: widths[index] ?? 0 });
  const head = columns.map((column, index) => ({
    stack: setLines(column, { ...style(index), face: 'Hei' as const, alignment: 'center' as const }),
  }));
  const body = rows.map((row) =>
    row.map((cell, index) => ({
      stack: cell.flatMap((text) => setLines(text, { ...style(index), face: 'Song' as const })),
    })),
  );
  const repeats = Math.max(...head.map((cell) => cell.stack.length)) <= REPEATED_LINES;
  return [
    space(SHEET.linePitch / 4),
    { table: { widths, headerRows: repeats ? 1 : 0, body: [head, ...body] }, layout: CELLS },
    space(SHEET.linePitch / 2),
  ];
}

function setFigure({ png, caption }: ManuscriptBlock & { kind: 'figure' }): PdfNode {
  const size = fitPicture(checkPng(png), SHEET.textWidth, SHEET.textHeight * 0.7);
  const captionLines = setLines(caption, { face: 'Song', size: SIZE.four, alignment: 'center' });
  return {
    stack: [
      space(SHEET.linePitch / 4),
      { image: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, ...size, alignment: 'center' },
      ...captionLines,
    ],
    unbreakable: captionLines.length < 5,
  };
}
