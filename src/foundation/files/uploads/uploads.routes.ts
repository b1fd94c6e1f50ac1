import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isId, newId } from '../../../kernel/ids.ts';
import { problem } from '../../../kernel/problems.ts';
import { execute, type Platform, readInput } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { kindOf } from '../define.ts';
import { PART_BYTES, partsOf } from '../file.rules.ts';
import { FILE_LIMITS, mostBytes, mostBytesOfAny } from '../file-limits.rules.ts';
import { fileStore, type Stored } from '../store.ts';
import { type UploadPlan, uploadParts } from './parts.ts';

const UPLOAD = { zh: '上传文件', en: 'Upload' };
const startQuery = z.object({ name: z.string().max(200).optional(), size: z.coerce.number().int().min(1) });
const partQuery = z.object({
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/),
});

const limitWords = (bytes: number) => ({ limit: `${Math.floor(bytes / 1024 / 1024)} MB` });

/**
 * Files in parts, for lines that break: `POST /api/uploads?name=…&size=…` under an Idempotency-Key that is the upload's id,
 * `PUT /api/uploads/{id}/parts/{n}?sha256=…`, `GET /api/uploads/{id}` for what is here, `POST …/complete` for the file. Every
 * step may be sent again. The bytes are recorded by the same command as a file that comes in one go.
 */
export function uploadRoutes(platform: Platform): (app: FastifyInstance) => void {
  const uploads = uploadParts(platform.home);
  const store = fileStore(platform.home);
  const limits = () => platform.rules(FILE_LIMITS, platform.clock.now()).values;
  const planOf = (request: FastifyRequest) => {
    const id = (request.params as { id: string }).id.toLowerCase();
    if (!isId(id)) throw problem('record.unknown', {}, 'id');
    return uploads.plan(id, (request.viewer as Viewer).personId);
  };
  const stateOf = async (plan: UploadPlan) => ({
    id: plan.id,
    size: plan.size,
    partSize: PART_BYTES,
    parts: partsOf(plan.size),
    received: await uploads.received(plan.id),
    /** The kept file, once it is complete. */
    file: (await uploads.note<object>(plan.id, 'file')) ?? null,
  });

  /** Judged and in the store; found again, not done again, after a kill between the two. */
  async function storedOf(plan: UploadPlan): Promise<Stored> {
    const known = await uploads.note<Stored>(plan.id, 'whole');
    if (known && (await store.has(known.sha256))) return known;
    const { sha256, path } = await uploads.whole(plan);
    const judged = await store.judge(path);
    const most = mostBytes(limits(), kindOf(judged.mediaType));
    if (plan.size > most) throw problem('input.too_large', limitWords(most));
    const stored = { sha256, size: plan.size, ...judged };
    await uploads.keepNote(plan.id, 'whole', stored);
    await store.adopt(path, sha256);
    return stored;
  }

  return (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const acting = { config: { may: SIGNED_IN, acts: true } };

    app.post('/api/uploads', acting, async (request) => {
      const { name, size } = readInput(startQuery, request.query, UPLOAD) as z.output<typeof startQuery>;
      const most = mostBytesOfAny(limits(), name);
      if (size > most) throw problem('input.too_large', limitWords(most));
      const key = request.headers['idempotency-key'];
      const id = typeof key === 'string' && isId(key.toLowerCase()) ? key.toLowerCase() : newId();
      const { personId } = request.viewer as Viewer;
      const startedAt = platform.clock.now().toISOString();
      return stateOf(await uploads.start({ id, personId, name, size, startedAt }, limits().openUploads));
    });

    app.put<{ Params: { id: string; number: string } }>(
      '/api/uploads/:id/parts/:number',
      { ...acting, bodyLimit: PART_BYTES },
      async (request) => {
        const plan = await planOf(request);
        const { sha256 } = readInput(partQuery, request.query, UPLOAD) as z.output<typeof partQuery>;
        const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
        const number = /^\d{1,5}$/.test(request.params.number) ? Number(request.params.number) : 0;
        await uploads.put(plan, { number, sha256 }, bytes);
        return { number, sha256 };
      },
    );

    app.get('/api/uploads/:id', { config: { may: SIGNED_IN } }, async (request) => stateOf(await planOf(request)));

    app.post('/api/uploads/:id/complete', acting, async (request) => {
      const plan = await planOf(request);
      const { takenAt, ...stored } = await storedOf(plan);
      const input = {
        ...stored,
        ...(takenAt ? { takenAt: new Date(takenAt).toISOString() } : {}),
        ...(plan.name ? { name: plan.name } : {}),
      };
      const { output } = await execute(platform, { id: plan.id, name: 'files.keep', input }, request.viewer as Viewer);
      await uploads.keepNote(plan.id, 'file', output);
      return output;
    });

    app.delete('/api/uploads/:id', acting, async (request) => {
      const plan = await planOf(request);
      await uploads.abandon(plan.id);
      return { id: plan.id };
    });
  };
}
