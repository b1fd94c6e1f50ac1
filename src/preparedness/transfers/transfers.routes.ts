import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../foundation/api/index.ts';
import { sendPaper } from '../../foundation/documents/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { transferPaper } from './transfer.document.ts';
import { readTransfer } from './transfer.permissions.ts';
import { record, type recordOutput } from './transfers.views.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf']).default('docx') });

/** 调拨单 as a file: bytes, so not a view; read through the view all the same, and so through its scope. */
export function transferRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/transfers/:id/paper', { config: { may: readTransfer } }, async (request, reply) => {
    const { id, format } = readInput(
      asked,
      { ...(request.query as object), ...(request.params as object) },
      transferPaper.label,
    ) as z.output<typeof asked>;
    const row = (await runView(platform, record, { id }, request.viewer as Viewer)) as z.output<typeof recordOutput>;
    const paper = transferPaper.compose(row);
    return sendPaper(reply, paper, format);
  });
}
