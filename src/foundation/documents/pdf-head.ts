import type { PdfNode } from 'pdfmake';
import { showable, widthOf } from './fonts.ts';
import { breakTitle, estimatedWidth } from './line-breaking.ts';
import type { Manuscript } from './manuscript.ts';
import { BODY_SIZE, rule, setEnds, setLine, setLines, space } from './pdf-lines.ts';
import { RED, RED_HEAD, SHEET, SIZE } from './sheet.ts';

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

/** 落款: the date two characters from the right edge, the unit centred above it; the two never part. */
export function setSignature({ signedBy, signedAt }: Manuscript): PdfNode {
  const width = (text: string) => widthOf(text, 'Song', BODY_SIZE);
  const right = SHEET.textWidth - 2 * BODY_SIZE;
  const unit = showable(signedBy, 'Song');
  const block = Math.max(width(unit), width(signedAt));
  const centred = (text: string) =>
    setLine(text, { face: 'Song', size: BODY_SIZE, left: right - (block + width(text)) / 2 });
  const units = block > right ? setLines(signedBy, { face: 'Song', size: BODY_SIZE }) : [centred(unit)];
  const left = right - (block > right ? width(signedAt) : (block + width(signedAt)) / 2);
  return {
    stack: [space(SHEET.linePitch), ...units, setLine(signedAt, { face: 'Song', size: BODY_SIZE, left })],
    unbreakable: estimatedWidth(signedBy) < 200,
  };
}
