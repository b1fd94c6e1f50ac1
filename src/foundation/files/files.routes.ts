import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isId, newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput, runView } from '../api/index.ts';
import { SIGNED_IN, type Viewer } from '../identity/define.ts';
import { readFile } from './file.permissions.ts';
import { isDrawn, isPlayed, MAX_FILE_BYTES, rangeOf } from './file.rules.ts';
import { about } from './files.views.ts';
import { type RenditionSize, renditions } from './pictures/renditions.ts';
import { fileStore } from './store.ts';

const uploadQuery = z.object({
  name: z.string().max(200).optional(),
  /** SHA-256 in hex, by which a cut or changed upload is found. */
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
});
const originalQuery = z.object({ reason: z.string().trim().min(2).max(500) });

type About = z.output<typeof about.output>;
type WithId = FastifyRequest<{ Params: { id: string } }>;

/**
 * Bytes in and out: `POST /api/files?name=…` with the bytes as the body; `GET /api/files/{id}` what a screen shows, of a
 * picture one drawn anew; `…/thumbnail`; `…/original?reason=…` the very bytes, with an entry in their custody. Written by hand
 * because none of it is JSON; what is recorded and who may see it go through command and view like everything else.
 */
export function fileRoutes(platform: Platform): (app: FastifyInstance) => void {
  const store = fileStore(platform.home);
  const drawn = renditions(platform.home, store.pathOf);

  async function known(request: WithId): Promise<About> {
    const id = request.params.id.toLowerCase();
    if (!isId(id)) throw problem('record.unknown', {}, 'id');
    const found = (await runView(platform, about, { id }, request.viewer as Viewer)) as About;
    if (found.state === 'destroyed') throw problem('file.destroyed');
    return found;
  }

  async function sendPicture(request: WithId, reply: FastifyReply, found: About, size: RenditionSize) {
    const path = await drawn.of(found.sha256, size);
    guard(reply, `"${found.sha256}.${size}"`).type('image/webp');
    if (isUnchanged(request, reply)) return reply.code(304).send();
    reply.header('content-length', (await stat(path)).size).header('content-disposition', 'inline');
    return reply.send(createReadStream(path));
  }

  /** The original, whole or a range of it; whoever takes it is in its custody before the first byte leaves. */
  async function sendOriginal(request: WithId, reply: FastifyReply, found: About, reason?: string) {
    const isInline = reason === undefined && isPlayed(found.mediaType);
    guard(reply, `"${found.sha256}"`);
    if (isUnchanged(request, reply)) return reply.code(304).send();
    const range = rangeOf(request.headers.range, found.size);
    if (range === null) return reply.code(416).header('content-range', `bytes */${found.size}`).send();
    // A player asks for many ranges of one recording: the first tells that somebody looks.
    if (range === undefined || range.start === 0) {
      const input = { id: found.id, as: isInline ? 'view' : 'download', ...(reason ? { reason } : {}) };
      await execute(platform, { id: newId(), name: 'files.open', input }, request.viewer as Viewer);
    }
    reply.headers({
      'content-type': found.mediaType,
      'accept-ranges': 'bytes',
      'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'content-length': range ? range.end - range.start + 1 : found.size,
    });
    if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${found.size}`);
    return reply.send(store.get(found.sha256, range));
  }

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
      const { takenAt, ...stored } = await store.put(bytes, query.sha256);
      const key = request.headers['idempotency-key'];
      const id = typeof key === 'string' && isId(key.toLowerCase()) ? key.toLowerCase() : newId();
      const viewer = request.viewer as Viewer;
      const input = {
        ...stored,
        ...(takenAt ? { takenAt: takenAt.toISOString() } : {}),
        ...(query.name ? { name: query.name } : {}),
      };
      const { output } = await execute(platform, { id, name: 'files.keep', input }, viewer);
      return output;
    });

    const may = { config: { may: readFile } };
    app.get<{ Params: { id: string } }>('/api/files/:id', may, async (request, reply) => {
      const found = await known(request);
      if (!isDrawn(found.mediaType)) return sendOriginal(request, reply, found);
      return sendPicture(request, reply, found, 'display');
    });

    app.get<{ Params: { id: string } }>('/api/files/:id/thumbnail', may, async (request, reply) => {
      const found = await known(request);
      if (!isDrawn(found.mediaType)) throw problem('file.not_drawn');
      return sendPicture(request, reply, found, 'thumbnail');
    });

    app.get<{ Params: { id: string } }>('/api/files/:id/original', may, async (request, reply) => {
      const { reason } = readInput(originalQuery, request.query, {
        zh: '下载原件',
        en: 'Take the original',
      }) as z.output<typeof originalQuery>;
      return sendOriginal(request, reply, await known(request), reason);
    });
  };
}

/** Whatever a file may hold, a browser runs none of it. Rights are those of now: it asks each time, and hears «unchanged». */
function guard(reply: FastifyReply, tag: string): FastifyReply {
  return reply.headers({
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    etag: tag,
  });
}

const isUnchanged = (request: FastifyRequest, reply: FastifyReply) =>
  request.headers['if-none-match'] !== undefined && request.headers['if-none-match'] === reply.getHeader('etag');
