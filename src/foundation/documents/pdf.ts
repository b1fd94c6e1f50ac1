import pdfmake, { type PdfNode } from 'pdfmake';
import type { OfficialPaper } from './define.ts';
import { FACES, loadFont } from './fonts.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';
import { setBody, takeLastLines } from './pdf-body.ts';
import { setBand, setImprint, setPageNumber } from './pdf-foot.ts';
import { setHead, setSignature } from './pdf-head.ts';
import { SHEET } from './sheet.ts';

// A paper is made of what it is given: pdfmake must fetch nothing, from no address and no folder.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Sets a paper as PDF. Takes 50–200 ms of computing: call it through the render queue, not on the server's event loop. */
export async function renderPdf(paper: OfficialPaper): Promise<Uint8Array> {
  registerFonts();
  const manuscript = manuscriptOf(paper);
  return pdfmake
    .createPdf({
      pageSize: { width: SHEET.width, height: SHEET.height },
      pageMargins: [SHEET.left, SHEET.top, SHEET.right, SHEET.bottom],
      language: 'zh-CN',
      displayTitle: true,
      info: {
        title: manuscript.title,
        author: manuscript.signedBy,
        creator: 'Fengsui',
        producer: 'Fengsui',
        creationDate: manuscript.printedAt,
      },
      defaultStyle: { font: 'Song' },
      header: () => setBand(manuscript),
      footer: setPageNumber,
      content: contentOf(manuscript),
    })
    .getBuffer();
}

function registerFonts(): void {
  for (const face of FACES) {
    if (!pdfmake.virtualfs.existsSync(face)) pdfmake.virtualfs.writeFileSync(face, loadFont(face).file);
  }
  pdfmake.setFonts(Object.fromEntries(FACES.map((face) => [face, { normal: face }])));
}

function contentOf(manuscript: Manuscript): PdfNode[] {
  const imprint = setImprint(manuscript.imprint);
  // A hair above the edge: rounding must not push the last line onto another page.
  const y = SHEET.height - SHEET.bottom - imprint.height - 0.2;
  const body = setBody(manuscript.body);
  const signature = setSignature(manuscript, takeLastLines(body));
  return [
    ...setHead(manuscript),
    ...body,
    signature,
    keepFree(imprint.height + SHEET.linePitch),
    { stack: imprint.nodes, absolutePosition: { x: SHEET.left, y } },
  ];
}

/** Room for the imprint: when the last page has none, a page is added for it. */
function keepFree(height: number): PdfNode {
  return { table: { widths: [1], heights: height, body: [[{ text: '' }]] }, layout: 'noBorders', unbreakable: true };
}
