import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type IBorderOptions,
  OverlapType,
  PageNumber,
  type Paragraph,
  RelativeVerticalPosition,
  ShadingType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import { paragraph, run, twips } from './docx-text.ts';
import { estimatedWidth } from './line-breaking.ts';
import type { Imprint, Manuscript } from './manuscript.ts';
import { BAND, IMPRINT_RULES, SHEET, SIZE } from './sheet.ts';

const STYLE = { size: SIZE.four } as const;
const INSET = twips(SIZE.four);
const WIDTH = twips(SHEET.textWidth);
/** Characters 字 on a line of the imprint. */
const ROOM = SHEET.textWidth / SIZE.four - 2;

/** 版记: a table that floats to the foot of the page on which the text ends. */
export function imprintTable(imprint: Imprint): Table {
  const parts = [
    imprint.recipients.map(({ label, names }) => hanging(label, names)),
    ends(imprint.contacts[0] ?? '', imprint.contacts[1] ?? ''),
    ends(imprint.printedBy, imprint.printedOn),
  ].filter((part) => part.length > 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH],
    margins: { left: 0, right: 0 },
    float: {
      // From the edge of the page: anchored at the margin, a table as wide as the text does not float in LibreOffice.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twips(SHEET.left),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    rows: parts.map((part, index) => rowOf(part, index === 0, index === parts.length - 1)),
  });
}

const NO_RULE: IBorderOptions = { style: BorderStyle.NONE };

function rowOf(children: Paragraph[], first: boolean, last: boolean): TableRow {
  const rule = (outer: boolean): IBorderOptions => {
    const width = outer ? IMPRINT_RULES.outer : IMPRINT_RULES.inner;
    return { style: BorderStyle.SINGLE, size: Math.round(width * 8), color: '000000' };
  };
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: WIDTH, type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        borders: { top: rule(first), bottom: rule(last), left: NO_RULE, right: NO_RULE },
        children,
      }),
    ],
  });
}

/** 回行时与冒号后的首字对齐: later lines begin under the first name. */
function hanging(label: string, names: string): Paragraph {
  const hang = twips(estimatedWidth(label) * SIZE.four);
  return paragraph([run(label + names, STYLE)], {
    pitch: IMPRINT_RULES.pitch,
    indent: { left: INSET + hang, hanging: hang, right: INSET },
  });
}

/** Two texts at the two ends of a line; on two lines when they would meet. */
function ends(start: string, end: string): Paragraph[] {
  const options = { pitch: IMPRINT_RULES.pitch, indent: { left: INSET, right: INSET } };
  const texts = [start, end].filter((text) => text !== '');
  if (texts.length < 2 || estimatedWidth(start + end) > ROOM - 1)
    return texts.map((text) => paragraph([run(text, STYLE)], options));
  const tabStops = [{ type: TabStopType.RIGHT, position: WIDTH - INSET }];
  return [paragraph([run(start, STYLE), run('\t', STYLE), run(end, STYLE)], { ...options, tabStops })];
}

/** Page number «— 1 —» in half-width 4号宋体, one character in from the outer edge. */
export function pageNumberFooter(side: 'odd' | 'even'): Footer {
  const number = run('', { font: '宋体', size: SIZE.four }, { children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({
    children: [
      paragraph([number], {
        pitch: SIZE.four * 1.3,
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: INSET } : { left: INSET },
      }),
    ],
  });
}

/** The band that says «drill» or «test» on every page. */
export function bandHeader({ band, markWord }: Manuscript): Header {
  if (band === undefined) return new Header({ children: [paragraph([])] });
  const shading = { type: ShadingType.CLEAR, fill: BAND.fill.replace('#', ''), color: 'auto' };
  const text = run(`${markWord}${band}`, { font: '黑体', size: SIZE.four, color: BAND.text });
  return new Header({ children: [paragraph([text], { alignment: AlignmentType.CENTER, pitch: 24, shading })] });
}
