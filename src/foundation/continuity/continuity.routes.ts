import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput } from '../api/index.ts';
import { attachmentHeader, CONTENT_TYPES } from '../documents/index.ts';
import type { Viewer } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { readPack } from './continuity.permissions.ts';
import { fallbackPack } from './fallback-pack.register.ts';
import { fallbackFolder } from './folder.ts';

const asked = z.object({ id: idInput });

/** `GET /api/fallback-packs/{id}/file`: bytes, so not a view. That it was taken is recorded before the first of them leaves. */
export function continuityRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/fallback-packs/:id/file', { config: { may: readPack } }, async (request, reply) => {
    const { id } = readInput(asked, request.params, fallbackPack.label) as z.output<typeof asked>;
    const { output } = await execute(
      platform,
      { id: newId(), name: 'fallbackPacks.take', input: { id } },
      request.viewer as Viewer,
    );
    const { fileName } = output as { fileName: string };
    const file = join(fallbackFolder(platform.home).path, fileName);
    if (!existsSync(file)) throw problem('record.unknown', {}, 'id');
    return reply
      .type(CONTENT_TYPES.pdf)
      .header('content-disposition', attachmentHeader(fileName))
      .send(createReadStream(file));
  });
}
