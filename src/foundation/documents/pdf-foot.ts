import type { PdfNode } from 'pdfmake';
import { widthOf } from './fonts.ts';
import type { Imprint, Manuscript } from './manuscript.ts';
import { rule, setEnds, setLine, setLines, space } from './pdf-lines.ts';
import { BAND, IMPRINT_RULES, SHEET, SIZE } from './sheet.ts';

const STYLE = { face: 'Song', size: SIZE.four, pitch: IMPRINT_RULES.pitch } as const;
/** The imprint's text is one character narrower than its rules at both ends. */
const INSET = SIZE.four;

/** 版记 with its height in points: it is drawn at the foot of the last page, where that height must be kept free. */
export function setImprint(imprint: Imprint): { nodes: PdfNode[]; height: number } {
  const recipients = imprint.recipients.flatMap(({ label, names }) => hanging(label, names));
  const contacts = imprint.contacts.length === 0 ? [] : ends(imprint.contacts[0] ?? '', imprint.contacts[1] ?? '');
  const parts = [recipients, contacts, ends(imprint.printedBy, imprint.printedOn)].filter((part) => part.length > 0);
  const nodes = parts.flatMap((part, index) => [
    rule(index === 0 ? IMPRINT_RULES.outer : IMPRINT_RULES.inner, '#000000'),
    ...part,
  ]);
  const lines = parts.flat().filter((node) => (node.margin?.[1] ?? 0) >= 0).length;
  return { nodes: [...nodes, rule(IMPRINT_RULES.outer, '#000000')], height: lines * IMPRINT_RULES.pitch };
}

const ends = (start: string, end: string) => setEnds(start, end, { ...STYLE, inset: INSET });

/** 回行时与冒号后的首字对齐: later lines begin under the first name. */
function hanging(label: string, names: string): PdfNode[] {
  const indent = widthOf(label, STYLE.face, STYLE.size);
  const [first, ...rest] = setLines(names, { ...STYLE, left: INSET + indent, width: SHEET.textWidth - INSET });
  if (!first) return [];
  const labelled = setLine(label, { ...STYLE, left: INSET });
  return [labelled, { ...first, margin: [INSET + indent, -IMPRINT_RULES.pitch, 0, 0] }, ...rest];
}

/** Page number «— 1 —»: at the outer edge, one character in. */
export function setPageNumber(page: number): PdfNode {
  const text = `— ${page} —`;
  const right = page % 2 === 1;
  const left = right ? SHEET.textWidth - SIZE.four - widthOf(text, 'Song', SIZE.four) : SIZE.four;
  return { ...setLine(text, STYLE), margin: [SHEET.left + left, SHEET.pageNumberGap, 0, 0] };
}

/** The band that says «drill» or «test» on every page. */
export function setBand({ band, markWord }: Manuscript): PdfNode {
  if (band === undefined) return space(0);
  const height = 24;
  const y = SHEET.top / 2 - height / 2;
  const text = `${markWord}${band}`;
  const x = (SHEET.width - widthOf(text, 'Hei', SIZE.four)) / 2;
  return {
    stack: [
      {
        canvas: [{ type: 'rect', x: 0, y: 0, w: SHEET.textWidth, h: height, color: BAND.fill }],
        absolutePosition: { x: SHEET.left, y },
      },
      {
        ...setLine(text, { face: 'Hei', size: SIZE.four, pitch: height, color: BAND.text }),
        absolutePosition: { x, y: y + 2 },
      },
    ],
  };
}
