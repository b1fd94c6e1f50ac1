import type { PdfNode } from 'pdfmake';
import { showable, widthOf } from './fonts.ts';
import type { Manuscript } from './manuscript.ts';
import { BODY_SIZE, rule, setEnds, setLine, setLines, space } from './pdf-lines.ts';
import { checkPng, fitPicture } from './png.ts';
import { RED, RED_HEAD, SEAL, SHEET, SIZE } from './sheet.ts';
import { breakTitle } from './title-lines.ts';

const TITLE_PITCH = 36;

/** 版头, title and addressee: all that stands above the body. */
export function setHead(manuscript: Manuscript): PdfNode[] {
  return [
    ...setDegrees(manuscript),
    ...setRedHead(manuscript.redHeader),
    space(2 * SHEET.linePitch),
    ...setNumber(manuscript),
    space(SHEET.redRuleGap),
    rule(1.5, RED),
    space(2 * SHEET.linePitch),
    ...manuscript.titleLines.flatMap((line) =>
      setLines(line, { face: 'SongBold', size: SIZE.two, pitch: TITLE_PITCH, alignment: 'center' }),
    ),
    space(SHEET.linePitch),
    ...setLines(manuscript.addressee, { face: 'Song', size: BODY_SIZE }),
  ];
}

/** 密级 and 紧急程度 stand in the upper left corner; the red head keeps its place with or without them. */
function setDegrees({ classification, urgency }: Manuscript): PdfNode[] {
  const lines = [classification, urgency].flatMap((text) => setLines(text, { face: 'Hei', size: BODY_SIZE }));
  return [...lines, space(Math.max(0, SHEET.redHeadDrop - lines.length * SHEET.linePitch))];
}

function setRedHead(text: string): PdfNode[] {
  const { largest, smallest } = RED_HEAD;
  const shown = showable(text, 'SongBold');
  const size = Math.max(smallest, Math.min(largest, Math.floor(SHEET.textWidth / widthOf(shown, 'SongBold', 1))));
  return breakTitle(shown, Math.floor(SHEET.textWidth / size)).map((line) =>
    setLine(line, { face: 'SongBold', size, pitch: size * 1.3, alignment: 'center', color: RED }),
  );
}

/** Centred; with a 签发人, the number moves to the left end and he stands at the right. */
function setNumber({ number, issuer }: Manuscript): PdfNode[] {
  const style = { face: 'Song', size: BODY_SIZE } as const;
  if (issuer === '') return setLines(number, { ...style, alignment: 'center' });
  return setEnds(number, `签发人：${issuer}`, { ...style, inset: BODY_SIZE });
}

/**
 * 落款 below the last lines of the text: the date two characters from the right edge, the unit centred above it. They never
 * part.
 */
export function setSignature({ signedBy, signedAt, seal }: Manuscript, lastLines: PdfNode[]): PdfNode {
  const style = { face: 'Song', size: BODY_SIZE } as const;
  const width = (text: string) => widthOf(text, style.face, style.size);
  const right = SHEET.textWidth - 2 * BODY_SIZE;
  const unit = showable(signedBy, style.face);
  const block = Math.max(width(unit), width(signedAt));
  const placed = (text: string) => setLine(text, { ...style, left: right - (block + width(text)) / 2 });
  const fits = block <= right;
  const units = fits ? [placed(unit)] : setLines(unit, style);
  const date = fits ? placed(signedAt) : setLine(signedAt, { ...style, left: right - width(signedAt) });
  const height = units.length + 1;
  const sealed = seal ? setSeal(seal, right - block / 2, height * SHEET.linePitch) : [];
  return { stack: [...lastLines, space(SHEET.linePitch), ...sealed, ...units, date], unbreakable: units.length < 6 };
}

/**
 * 印章 over name and date (GB/T 9704 7.3.5.1), centred at `x` points from the left. It is drawn before them and takes no room of
 * its own but what it needs at its foot.
 */
function setSeal(png: Uint8Array, x: number, height: number): PdfNode[] {
  const size = fitPicture(checkPng(png), SEAL, SEAL);
  const above = (size.height - height) / 2;
  const image = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const left = Math.min(x - size.width / 2, SHEET.textWidth - size.width);
  return [{ image, ...size, margin: [left, -above, 0, above - size.height] }];
}
