import {
  AlignmentType,
  BorderStyle,
  HorizontalPositionRelativeFrom,
  ImageRun,
  type Paragraph,
  TabStopType,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { emptyLine, paragraph, run, twips } from './docx-text.ts';
import { estimatedWidth } from './line-breaking.ts';
import type { Manuscript } from './manuscript.ts';
import { checkPng, fitPicture } from './png.ts';
import { RED, RED_HEAD, SEAL, SHEET, SIZE } from './sheet.ts';
import { breakTitle } from './title-lines.ts';

const TITLE_PITCH = 36;

/** 版头, title and addressee: all that stands above the body. */
export function headParagraphs(manuscript: Manuscript): Paragraph[] {
  const { titleLines, addressee } = manuscript;
  const titleRuns = titleLines.map((line, index) =>
    run(line, { font: '方正小标宋简体', size: SIZE.two }, index === 0 ? {} : { break: 1 }),
  );
  return [
    ...degreeParagraphs(manuscript),
    ...redHeadParagraphs(manuscript.redHeader),
    emptyLine(),
    emptyLine(),
    ...numberParagraphs(manuscript),
    emptyLine(SHEET.redRuleGap, {
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 0, color: RED.replace('#', '') } },
    }),
    emptyLine(),
    emptyLine(),
    // One paragraph with line breaks, so that the title stays one title when somebody edits it.
    paragraph(titleRuns, { alignment: AlignmentType.CENTER, pitch: TITLE_PITCH }),
    emptyLine(),
    ...(addressee === '' ? [] : [paragraph([run(addressee)])]),
  ];
}

/** 密级 and 紧急程度 stand in the upper left corner; the red head keeps its place with or without them. */
function degreeParagraphs({ classification, urgency }: Manuscript): Paragraph[] {
  const lines = [classification, urgency]
    .filter((text) => text !== '')
    .map((text) => paragraph([run(text, { font: '黑体' })]));
  return [...lines, emptyLine(SHEET.redHeadDrop - lines.length * SHEET.linePitch)];
}

function redHeadParagraphs(text: string): Paragraph[] {
  const fitting = Math.floor(SHEET.textWidth / Math.max(1, estimatedWidth(text)));
  const size = Math.max(RED_HEAD.smallest, Math.min(RED_HEAD.largest, fitting));
  return breakTitle(text, Math.floor(SHEET.textWidth / size)).map((line) =>
    paragraph([run(line, { font: '方正小标宋简体', size, color: RED })], {
      alignment: AlignmentType.CENTER,
      pitch: size * 1.3,
    }),
  );
}

/** Centred; with a 签发人, the number moves to the left end and he stands at the right. */
function numberParagraphs({ number, issuer }: Manuscript): Paragraph[] {
  if (issuer === '') return [paragraph([run(number)], { alignment: AlignmentType.CENTER })];
  const name = [run('签发人：'), run(issuer, { font: '楷体_GB2312' })];
  const inset = twips(SIZE.three);
  if (estimatedWidth(number) + estimatedWidth(issuer) > SHEET.charactersPerLine - 8)
    return [paragraph([run(number)], { indent: { left: inset } }), paragraph(name, { indent: { left: inset } })];
  return [
    paragraph([run(number), run('\t'), ...name], {
      indent: { left: inset },
      tabStops: [{ type: TabStopType.RIGHT, position: twips(SHEET.textWidth) - inset }],
    }),
  ];
}

/** 落款: the date two characters from the right edge, the unit centred above it; the two never part. */
export function signatureParagraphs({ signedBy, signedAt, seal }: Manuscript): Paragraph[] {
  const unit = estimatedWidth(signedBy);
  const date = estimatedWidth(signedAt);
  const fits = Math.max(unit, date) <= SHEET.charactersPerLine - 2;
  const right = (width: number) => twips((2 + Math.max(0, Math.max(unit, date) - width) / 2) * SIZE.three);
  const placed = (text: string, width: number, keepNext: boolean, over: ImageRun[] = []) =>
    paragraph([...over, run(text)], {
      alignment: AlignmentType.RIGHT,
      keepNext,
      indent: { right: fits ? right(width) : right(Infinity) },
    });
  const sealed = seal ? [sealOver(seal, SHEET.textWidth - (2 + Math.max(unit, date) / 2) * SIZE.three)] : [];
  return [
    emptyLine(undefined, { keepNext: true }),
    placed(signedBy, unit, true, sealed),
    placed(signedAt, date, false),
  ];
}

/** 印章 over name and date (GB/T 9704 7.3.5.1), its middle `x` points from the left edge of the text. It takes no room. */
function sealOver(png: Uint8Array, x: number): ImageRun {
  const { width, height } = fitPicture(checkPng(png), SEAL, SEAL);
  // The library counts pictures in pixels of 1/96 inch and their places in EMU, 12,700 to the point.
  const place = (points: number) => Math.round(points * 12_700);
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width / 0.75), height: Math.round(height / 0.75) },
    altText: { name: 'seal', title: '印章', description: '印章' },
    floating: {
      behindDocument: true,
      allowOverlap: true,
      wrap: { type: TextWrappingType.NONE },
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        offset: place(Math.max(0, x - width / 2)),
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PARAGRAPH,
        offset: place(SHEET.linePitch - height / 2),
      },
    },
  });
}
