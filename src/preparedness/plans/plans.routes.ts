import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../foundation/api/index.ts';
import { paperHtml, sendPaper } from '../../foundation/documents/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { planPaper } from './plan.document.ts';
import { readPlan } from './plan.permissions.ts';
import { record } from './plans.views.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf', 'html']).default('docx') });

/** The text of a plan: bytes, so not a view; read through the view all the same, and so through its scope. */
export function planRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/plans/:id/paper', { config: { may: readPlan } }, async (request, reply) => {
    const given = { ...(request.query as object), ...(request.params as object) };
    const { id, format } = readInput(asked, given, planPaper.label) as z.output<typeof asked>;
    const plan = (await runView(platform, record, { id }, request.viewer as Viewer)) as z.output<typeof record.output>;
    const paper = planPaper.compose(plan);
    if (format !== 'html') return sendPaper(reply, paper, format);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .send(paperHtml(paper));
  });
}
