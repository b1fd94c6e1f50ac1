import type { PdfNode } from 'pdfmake';
import { type Face, loadFont, measureOf, showable, widthOf } from './fonts.ts';
import { breakLines } from './line-breaking.ts';
import { SHEET } from './sheet.ts';

export interface LineStyle {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** Distance from line to line in points; that of the page's grid when left out. */
  readonly pitch?: number;
  readonly width?: number;
  /** Indent of every line and, added to it, of the first, in points. */
  readonly left?: number;
  readonly firstIndent?: number;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly justified?: boolean;
  readonly color?: string;
}

/**
 * 3号 of the type foundry is 15.75 points, what word processors call 16; only so do 28 characters fit into the 156 mm that
 * the standard gives them.
 */
export const BODY_SIZE = 15.75;

/** Beyond this share of a character the spaces between characters look torn, and the line stays ragged. */
const WIDEST_SPACING = 0.4;

/** Sets one paragraph as finished lines, each a node of its own, so that the page breaks between them. */
export function setLines(text: string, style: LineStyle): PdfNode[] {
  const left = style.left ?? 0;
  const width = (style.width ?? SHEET.textWidth) - left;
  const indent = style.firstIndent ?? 0;
  const lines = breakLines(showable(text, style.face), { measure: measureOf(style.face, style.size), width, indent });
  return lines.map((line, index) => {
    const start = index === 0 ? indent : 0;
    const gaps = [...line.text].length - 1;
    const spacing = gaps > 0 ? (width - start - line.width) / gaps : 0;
    // A squeezed line must always be drawn together; a short one only when it is not the end of its paragraph.
    const wanted = spacing < 0 || (style.justified === true && !line.last && spacing < style.size * WIDEST_SPACING);
    return setLine(line.text, { ...style, left: left + start }, wanted ? spacing : 0);
  });
}

/** Sets text that is known to fit on one line. */
export function setLine(text: string, style: LineStyle, spacing = 0): PdfNode {
  return {
    text,
    font: style.face,
    fontSize: style.size,
    lineHeight: (style.pitch ?? SHEET.linePitch) / (loadFont(style.face).metrics.lineHeight * style.size),
    noWrap: true,
    margin: [style.left ?? 0, 0, 0, 0],
    ...(style.alignment ? { alignment: style.alignment } : {}),
    ...(style.color ? { color: style.color } : {}),
    ...(spacing === 0 ? {} : { characterSpacing: spacing }),
  };
}

/** Two texts on one line, at its two ends; on two lines when they would meet. */
export function setEnds(start: string, end: string, style: LineStyle & { readonly inset: number }): PdfNode[] {
  const { face, size, inset } = style;
  const room = SHEET.textWidth - 2 * inset;
  const plain: LineStyle = { ...style, left: inset, width: SHEET.textWidth - inset };
  const shown = showable(end, face);
  const right = widthOf(shown, face, size);
  if (widthOf(showable(start, face), face, size) + right + size > room)
    return [...setLines(start, plain), ...setLines(end, plain)];
  const pitch = style.pitch ?? SHEET.linePitch;
  const [first] = setLines(start, plain);
  const second = setLine(shown, { ...style, left: SHEET.textWidth - inset - right });
  return [first ?? space(pitch), { ...second, margin: [SHEET.textWidth - inset - right, -pitch, 0, 0] }];
}

export function space(height: number): PdfNode {
  return { stack: [], margin: [0, height, 0, 0] };
}

/** A rule across the type area. It takes no height of its own. */
export function rule(lineWidth: number, lineColor: string): PdfNode {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: SHEET.textWidth, y2: 0, lineWidth, lineColor }] };
}
