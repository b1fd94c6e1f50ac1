import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput } from '../api/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { ACCESS_RULES, needsSecondFactor } from './access.rules.ts';
import { SIGNED_IN, type Viewer } from './define.ts';
import { SMALL } from './session.routes.ts';
import { KEY_PREFIX, newToken, tokenDigest } from './sessions.ts';

const NO_PURPOSE = { zh: '请写明用途，至少 4 个字', en: 'say what for, in 4 letters or more' };

const issueInput = z.object({
  name: z.string().trim().min(1).max(80),
  hatId: idInput,
  days: z.number().int().min(1).max(366).default(90),
  /** A key narrowed to reading some registers says what for. */
  scope: z
    .object({
      registers: z.array(z.string().max(60)).min(1).max(100),
      purpose: z
        .string()
        .max(200)
        .transform(cleanText)
        .refine((text) => text.length >= 4, { params: NO_PURPOSE }),
    })
    .optional(),
});

/** `POST /api/api-keys/issue`: by hand, because the answer holds the key and a command's answer stays in its receipt. */
export function apiKeyRoutes(platform: Platform) {
  return (app: FastifyInstance): void => {
    app.post('/api/api-keys/issue', { config: { may: SIGNED_IN, acts: true }, bodyLimit: SMALL }, async (request) => {
      const { name, hatId, days, scope } = readInput(issueInput, request.body, {
        zh: '签发接口密钥',
        en: 'Issue an API key',
      }) as z.output<typeof issueInput>;
      const viewer = request.viewer as Viewer;
      const hat = viewer.hats.find((one) => one.id === hatId);
      // A key that could issue keys would outlive its own expiry.
      if (!hat || request.headers.authorization) throw problem('session.hat_unknown', {}, 'hatId');
      const rules = platform.rules(ACCESS_RULES, platform.clock.now()).values;
      if (needsSecondFactor([hat.role], rules)) throw problem('api_key.second_factor', {}, 'hatId');
      const key = `${KEY_PREFIX}${newToken()}`;
      const id = newId();
      const input = { keyId: id, hatId, name, digest: tokenDigest(key).toString('hex'), days, ...scope };
      const { output } = await execute(platform, { id: newId(), name: 'apiKeys.store', input }, viewer);
      return { id, key, expiresAt: (output as { expiresAt: Date }).expiresAt };
    });
  };
}
