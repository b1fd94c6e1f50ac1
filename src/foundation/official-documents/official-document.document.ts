import type { z } from 'zod';
import { definePaper } from '../documents/define.ts';
import type { documentOutput } from './official-documents.views.ts';
import { blocksOf } from './paper-text.rules.ts';

export interface SealedDocument {
  readonly document: z.output<typeof documentOutput>;
  /** The seal as PNG; only a signed document has one. */
  readonly seal?: Uint8Array;
}

/** 公文 on the page of GB/T 9704. A draft is a paper too, and says so in place of its number. */
export const officialDocumentPaper = definePaper<SealedDocument>({
  name: 'official-document',
  label: { zh: '公文', en: 'Official document' },
  compose: ({ document, seal }) => ({
    mark: document.mark,
    redHeader: document.officialName,
    number: document.number ?? '（草稿，未编号）',
    ...(document.urgency ? { urgency: document.urgency } : {}),
    ...(document.signerName ? { issuer: document.signerName } : {}),
    title: document.title,
    ...(document.addressee ? { addressee: document.addressee } : {}),
    body: blocksOf(document.text),
    signedBy: document.officialName,
    signedAt: document.signedAt ?? document.createdAt,
    ...(seal ? { seal } : {}),
    sentTo: document.sentTo,
    copiedTo: document.copiedTo,
    printedAt: document.signedAt ?? document.createdAt,
  }),
});
