import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { execute, type Platform, readInput } from '../../foundation/api/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { newId } from '../../kernel/ids.ts';
import { keepPlanText } from './plan-text.permissions.ts';
import { take } from './plan-texts.commands.ts';
import { MOST_BYTES, readPlanText } from './reading/read-plan-text.ts';

const asked = z.object({ name: z.string().min(1).max(200) });

/** `POST /api/plan-texts?name=…` with the file as the body: bytes, so not a command; read outside the transaction, then taken by one. */
export function planTextRoutes(platform: Platform): (app: FastifyInstance) => void {
  return (app) =>
    void app.register(async (inner) => {
      inner.removeAllContentTypeParsers();
      inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      inner.post(
        '/api/plan-texts',
        { config: { may: keepPlanText, acts: true }, bodyLimit: MOST_BYTES },
        async (request) => {
          const { name } = readInput(asked, request.query, take.label) as z.output<typeof asked>;
          const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          const { title, format, clauses } = await readPlanText(bytes);
          const input = {
            title: (title || name.replace(/\.[^.]*$/, '')).slice(0, 200),
            fileName: name,
            format,
            sha256: createHash('sha256').update(bytes).digest('hex'),
            clauses: clauses.map((clause) => ({ ...clause, heading: clause.heading.slice(0, 400) })),
          };
          const { output } = await execute(platform, { id: newId(), name: take.name, input }, request.viewer as Viewer);
          return output;
        },
      );
    });
}
