import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../api/index.ts';
import { sendPaper } from '../documents/index.ts';
import type { Viewer } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { officialDocumentPaper } from './official-document.document.ts';
import { readDocument } from './official-document.permissions.ts';
import { type documentOutput, record } from './official-documents.views.ts';
import { sealPicture } from './seal.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf']).default('docx') });

/** 公文 as a file: bytes, so not a view; read through the view all the same, and so through its scope. */
export function officialDocumentRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/official-documents/:id/paper', { config: { may: readDocument } }, async (request, reply) => {
    const { id, format } = readInput(
      asked,
      { ...(request.query as object), ...(request.params as object) },
      officialDocumentPaper.label,
    ) as z.output<typeof asked>;
    const viewer = request.viewer as Viewer;
    const document = (await runView(platform, record, { id }, viewer)) as z.output<typeof documentOutput>;
    const seal = document.sealFileId ? await sealPicture(platform, document.sealFileId) : undefined;
    const paper = officialDocumentPaper.compose({ document, ...(seal ? { seal } : {}) });
    return sendPaper(reply, paper, format);
  });
}
