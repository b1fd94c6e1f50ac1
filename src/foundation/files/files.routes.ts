import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isId, newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput, runView } from '../api/index.ts';
import { SIGNED_IN, type Viewer } from '../identity/define.ts';
import { readFile } from './file.permissions.ts';
import { isShown, MAX_FILE_BYTES } from './file.rules.ts';
import { about } from './files.views.ts';
import { fileStore } from './store.ts';

const uploadQuery = z.object({
  name: z.string().max(200).optional(),
  /** SHA-256 in hex, by which a cut or changed upload is found. */
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
});

/**
 * Bytes in and out: `POST /api/files?name=…` with the bytes as the body, `GET /api/files/{id}`. Written by hand because
 * neither is JSON; what is recorded and who may see it go through command and view like everything else.
 */
export function fileRoutes(platform: Platform): (app: FastifyInstance) => void {
  const store = fileStore(platform.home);
  return (app) => {
    // The body stays a stream: it is counted, hashed and written as it comes.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    app.post('/api/files', { config: { may: SIGNED_IN, acts: true }, bodyLimit: MAX_FILE_BYTES }, async (request) => {
      const query = readInput(uploadQuery, request.query, { zh: '上传文件', en: 'Upload' }) as z.output<
        typeof uploadQuery
      >;
      if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) {
        throw problem('input.too_large', { limit: '20 MB' });
      }
      const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
      const stored = await store.put(bytes, query.sha256);
      const key = request.headers['idempotency-key'];
      const id = typeof key === 'string' && isId(key.toLowerCase()) ? key.toLowerCase() : newId();
      const viewer = request.viewer as Viewer;
      const input = { ...stored, ...(query.name ? { name: query.name } : {}) };
      const { output } = await execute(platform, { id, name: 'files.keep', input }, viewer);
      return output;
    });

    app.get<{ Params: { id: string } }>('/api/files/:id', { config: { may: readFile } }, async (request, reply) => {
      const id = request.params.id.toLowerCase();
      if (!isId(id)) throw problem('record.unknown', {}, 'id');
      const known = (await runView(platform, about, { id }, request.viewer as Viewer)) as z.output<typeof about.output>;
      const tag = `"${known.sha256}"`;
      reply.headers({
        'content-type': known.mediaType,
        'content-length': known.size,
        'content-disposition': `${isShown(known.mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(known.name)}`,
        // Whatever a file may hold, a browser runs none of it.
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        // Rights are those of now: the browser asks each time and is told «unchanged».
        'cache-control': 'private, no-cache',
        etag: tag,
      });
      if (request.headers['if-none-match'] === tag) return reply.code(304).removeHeader('content-length').send();
      return reply.send(store.get(known.sha256));
    });
  };
}
