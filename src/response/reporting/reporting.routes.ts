import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../foundation/api/index.ts';
import { sendPaper } from '../../foundation/documents/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { record, type reportOutput } from './reporting.views.ts';
import { situationReportPaper } from './situation-report.document.ts';
import { readReport } from './situation-report.permissions.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf']).default('docx') });

/** The paper itself: bytes, so not a view; read through the view all the same, and so through its scope. */
export function reportingRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/reporting/:id/paper', { config: { may: readReport } }, async (request, reply) => {
    const { id, format } = readInput(
      asked,
      { ...(request.query as object), ...(request.params as object) },
      situationReportPaper.label,
    ) as z.output<typeof asked>;
    const report = (await runView(platform, record, { id }, request.viewer as Viewer)) as z.output<typeof reportOutput>;
    const paper = situationReportPaper.compose(report);
    return sendPaper(reply, paper, format);
  });
}
