import { Document, Packer } from 'docx';
import type { OfficialPaper } from './define.ts';
import { bodyBlocks } from './docx-body.ts';
import { bandHeader, imprintTable, pageNumberFooter } from './docx-foot.ts';
import { headParagraphs, signatureParagraphs } from './docx-head.ts';
import { emptyLine, fontTable, twips } from './docx-text.ts';
import { manuscriptOf } from './manuscript.ts';
import { SHEET, SIZE } from './sheet.ts';

/** Sets a paper as DOCX, to be corrected in any word processor. */
export async function renderDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const manuscript = manuscriptOf(paper);
  const header = bandHeader(manuscript);
  const document = new Document({
    title: manuscript.title,
    creator: manuscript.signedBy,
    lastModifiedBy: manuscript.signedBy,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(SHEET.width), height: twips(SHEET.height) },
            margin: {
              top: twips(SHEET.top),
              left: twips(SHEET.left),
              right: twips(SHEET.right),
              bottom: twips(SHEET.bottom),
              header: twips(SHEET.top / 2 - 12),
              footer: twips(SHEET.bottom - SHEET.pageNumberGap - SIZE.four * 1.3),
            },
          },
        },
        headers: { default: header, even: header },
        footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') },
        children: [
          ...headParagraphs(manuscript),
          ...bodyBlocks(manuscript.body),
          ...signatureParagraphs(manuscript),
          imprintTable(manuscript.imprint),
          // A floating table hangs on the paragraph after it; this one takes no room.
          emptyLine(1),
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}
