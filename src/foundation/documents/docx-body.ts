import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { emptyLine, FIRST_LINE_INDENT, type OfficeFont, paragraph, run, twips } from './docx-text.ts';
import type { ManuscriptBlock } from './manuscript.ts';
import { checkPng, fitPicture } from './png.ts';
import { SHEET, SIZE, tableSize } from './sheet.ts';

const HEADING_FONTS: Record<1 | 2 | 3, OfficeFont> = { 1: '黑体', 2: '楷体_GB2312', 3: '仿宋_GB2312' };
const CELL_RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const CELL_PADDING = twips(3);

export function bodyBlocks(blocks: readonly ManuscriptBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading')
      return [
        paragraph([run(block.text, { font: HEADING_FONTS[block.level] })], {
          indent: FIRST_LINE_INDENT,
          keepNext: true,
        }),
      ];
    if (block.kind === 'paragraph') {
      // The signature stands on a page with text: the last paragraph sends at least two lines along.
      const last = index === blocks.length - 1 ? { keepNext: true, widowControl: true } : {};
      return [paragraph([run(block.text)], { indent: FIRST_LINE_INDENT, alignment: AlignmentType.BOTH, ...last })];
    }
    // The empty lines keep two tables in a row from growing into one.
    if (block.kind === 'table') return [emptyLine(SHEET.linePitch / 4), tableOf(block), emptyLine(SHEET.linePitch / 2)];
    return figureParagraphs(block);
  });
}

function tableOf({ columns, rows, shares }: ManuscriptBlock & { kind: 'table' }): Table {
  const size = tableSize(columns.length);
  const widths = shares.map((share) => Math.floor(share * twips(SHEET.textWidth)));
  const line = (text: string, head: boolean) =>
    paragraph([run(text, { size, font: head ? '黑体' : '仿宋_GB2312' })], {
      pitch: size * 1.5,
      alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
    });
  const cell = (texts: readonly string[], index: number, head: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: CELL_PADDING, bottom: CELL_PADDING, left: CELL_PADDING, right: CELL_PADDING },
      borders: { top: CELL_RULE, bottom: CELL_RULE, left: CELL_RULE, right: CELL_RULE },
      // A cell without a paragraph is no cell: Word would call the file damaged.
      children: texts.length === 0 ? [line('', head)] : texts.map((text) => line(text, head)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column, index) => cell([column], index, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((texts, index) => cell(texts, index, false)) })),
    ],
  });
}

function figureParagraphs({ png, caption }: ManuscriptBlock & { kind: 'figure' }): Paragraph[] {
  const { width, height } = fitPicture(checkPng(png), SHEET.textWidth, SHEET.textHeight * 0.7);
  // The library counts pictures in pixels of 1/96 inch.
  const pixels = (points: number) => Math.max(1, Math.round(points / 0.75));
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: 'figure', title: caption, description: caption },
  });
  return [
    // An exact line height would cut the picture down to one line.
    new Paragraph({
      children: [picture],
      alignment: AlignmentType.CENTER,
      keepNext: caption !== '',
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: twips(SHEET.linePitch / 4), after: 0 },
    }),
    ...(caption === '' ? [] : [paragraph([run(caption, { size: SIZE.four })], { alignment: AlignmentType.CENTER })]),
  ];
}
