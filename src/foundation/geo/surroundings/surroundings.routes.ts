import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../api/index.ts';
import { sendPaper } from '../../documents/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import type { Surroundings } from './around.ts';
import { ASKED } from './asked.rules.ts';
import { surroundingsPaper } from './surroundings.document.ts';
import { readSurroundings } from './surroundings.permissions.ts';
import { around, type keptOutput, record } from './surroundings.views.ts';

const format = z.enum(['docx', 'pdf']).default('docx');
const kept = z.object({ id: idInput, format });
const numbers = ['lng', 'lat', 'metres', 'minutes'] as const;
const asked = z.object({ ...ASKED, format });

/**
 * The paper of an analysis: of one that was kept, as it was then (`/api/surroundings/:id/paper`), or of what lies around now
 * (`/api/surroundings/paper?lng=…`). Bytes, so not a view; read through the views all the same, and so through their scope.
 */
export function surroundingsRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/surroundings/:id/paper', { config: { may: readSurroundings } }, async (request, reply) => {
    const given = { ...(request.query as object), ...(request.params as object) };
    const input = readInput(kept, given, surroundingsPaper.label) as z.output<typeof kept>;
    const found = (await runView(platform, record, { id: input.id }, request.viewer as Viewer)) as z.output<
      typeof keptOutput
    >;
    return sendPaper(reply, surroundingsPaper.compose({ ...found, at: found.keptAt }), input.format);
  });

  app.get('/api/surroundings/paper', { config: { may: SIGNED_IN } }, async (request, reply) => {
    const query: Record<string, unknown> = { ...(request.query as object) };
    // A query knows only text.
    for (const name of numbers) if (query[name] !== undefined) query[name] = Number(query[name]);
    const { format: wanted, ...input } = readInput(asked, query, surroundingsPaper.label) as z.output<typeof asked>;
    const viewer = request.viewer as Viewer;
    const result = (await runView(platform, around, input, viewer)) as Surroundings;
    const unitName = (viewer.acting ?? viewer.hats[0])?.unit.name ?? platform.installation.name;
    const at = platform.clock.now();
    const told = { mark: 'real', number: null, note: null, unitName, personName: viewer.name, at, result } as const;
    return sendPaper(reply, surroundingsPaper.compose(told), wanted);
  });
}
