import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../foundation/api/index.ts';
import { sendPaper } from '../../foundation/documents/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readLinkage } from './linkage.permissions.ts';
import { linkageReportPaper } from './linkage-report.document.ts';
import { type fileFields, record } from './linkages.views.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf']).default('pdf') });

/** The report of a linkage: bytes, so not a view; read through the view of the board, and so never another figure. */
export function linkageRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/linkages/:id/paper', { config: { may: readLinkage } }, async (request, reply) => {
    const given = { ...(request.query as object), ...(request.params as object) };
    const { id, format } = readInput(asked, given, linkageReportPaper.label) as z.output<typeof asked>;
    const viewer = request.viewer as Viewer;
    const file = (await runView(platform, record, { id, only: 'all' }, viewer)) as z.output<typeof fileFields>;
    const unitName = (viewer.acting ?? viewer.hats[0])?.unit.name ?? platform.installation.name;
    return sendPaper(reply, linkageReportPaper.compose({ ...file, unitName }), format);
  });
}
