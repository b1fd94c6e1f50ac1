import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../foundation/api/index.ts';
import { sendPaper } from '../../foundation/documents/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dossier } from './dossier.views.ts';
import { readIncident } from './incident.permissions.ts';
import { incidentFilePaper } from './incident-file.document.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf']).default('pdf') });

/** The whole file as a paper: bytes, so not a view; read through the view all the same, and so through its scope. */
export function incidentRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/incidents/:id/paper', { config: { may: readIncident } }, async (request, reply) => {
    const given = { ...(request.query as object), ...(request.params as object) };
    const { id, format } = readInput(asked, given, incidentFilePaper.label) as z.output<typeof asked>;
    const file = await runView(platform, dossier, { id }, request.viewer as Viewer);
    return sendPaper(reply, incidentFilePaper.compose(file as z.output<(typeof dossier)['output']>), format);
  });
}
