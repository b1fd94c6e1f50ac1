import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { kebabCase } from '../../kernel/names.ts';
import { problem } from '../../kernel/problems.ts';
import { type Platform, readInput } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { cleanText } from '../registers/types/text.type.ts';
import type { ExternalRegister } from './define.ts';
import { type Looked, lookUp } from './look-up.ts';

const asked = z.object({
  key: z.string().min(1).max(100),
  purpose: z
    .string()
    .max(200)
    .transform(cleanText)
    .refine((text) => text.length >= 4, {
      params: { zh: '请写明用途，至少 4 个字', en: 'say what for, in 4 letters or more' },
    }),
});

/**
 * `POST /api/legal-persons/look-up`: by hand, because it waits for somebody else's server, which no transaction may. What it
 * notes goes through a command like everything else.
 */
export function externalRoutes(
  platform: Platform,
  externals: readonly ExternalRegister[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): (app: FastifyInstance) => void {
  return (app) => {
    for (const external of externals) {
      const { register, lookUp: may } = external;
      const folder = kebabCase(register.plural);
      app.post(`/api/${folder}/look-up`, { config: { may, acts: true } }, async (request): Promise<Looked> => {
        const input = readInput(asked, request.body ?? {}, register.label) as z.output<typeof asked>;
        const viewer = request.viewer as Viewer;
        if (!viewer.acting) throw problem('session.hat_unknown');
        return lookUp(platform, external, viewer, input, environment);
      });
    }
  };
}
