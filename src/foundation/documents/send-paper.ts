import type { FastifyReply } from 'fastify';
import type { OfficialPaper, PaperFormat } from './define.ts';
import { attachmentHeader, CONTENT_TYPES, paperFileName } from './file-name.ts';
import { renderPaper } from './render-paper.ts';

/** Answers with the paper as a file of that format, under its own name. @throws what `renderPaper` throws */
export async function sendPaper(reply: FastifyReply, paper: OfficialPaper, format: PaperFormat): Promise<FastifyReply> {
  const bytes = await renderPaper(paper, format);
  return reply
    .type(CONTENT_TYPES[format])
    .header('content-disposition', attachmentHeader(paperFileName(paper, format)))
    .send(Buffer.from(bytes));
}
