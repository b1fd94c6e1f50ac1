import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput, runView } from '../api/index.ts';
import { featuresOf, MOST_BYTES, stage, stagedPath, unstage } from '../exchange/index.ts';
import { catalogueLayers } from '../geo/index.ts';
import { SIGNED_IN, type Viewer } from '../identity/define.ts';
import { MOST_FEATURES } from './layer-files.commands.ts';

const LABEL = { zh: '上传矢量图层', en: 'Upload a layer' };
const query = z.object({
  /** Name of the file: its end says nothing, its beginning is what the layer is called unless told. */
  file: z.string().min(1).max(200),
  name: z.string().min(1).max(80),
  folder: z.string().min(1).max(200),
  system: z.string().max(40).optional(),
});

/** `POST /api/layer-files?file=…&name=…&folder=…`: GeoJSON, zipped shapefile or GeoPackage as the body becomes a layer. */
export function layerFileRoutes(platform: Platform): (app: FastifyInstance) => void {
  return (app) => {
    void app.register(async (inner) => {
      inner.removeAllContentTypeParsers();
      inner.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      inner.post(
        '/api/layer-files',
        { config: { may: catalogueLayers.keep, acts: true }, bodyLimit: MOST_BYTES },
        async (request) => {
          const { file, name, folder, system } = readInput(query, request.query, LABEL) as z.output<typeof query>;
          const viewer = request.viewer as Viewer;
          const id = newId();
          const body = request.body instanceof Readable ? request.body : Readable.from([]);
          await stage(platform.home, id, body);
          try {
            const read = { may: SIGNED_IN, run: (ctx: Parameters<typeof featuresOf>[0]) => all(ctx, id, file, system) };
            const told = (await runView(platform, read, {}, viewer)) as Awaited<ReturnType<typeof all>>;
            const input = { name, folder, origin: file, ...told };
            return (await execute(platform, { id, name: 'layerFiles.take', input }, viewer)).output;
          } finally {
            await unstage(platform.home, id);
          }
        },
      );
    });
  };

  async function all(ctx: Parameters<typeof featuresOf>[0], id: string, name: string, system: string | undefined) {
    const { names, pieces } = await featuresOf(ctx, stagedPath(platform.home, id), {
      name,
      ...(system ? { system } : {}),
    });
    const features: { number: number; attributes: object; outline: unknown }[] = [];
    for await (const piece of pieces) {
      for (const { number, properties, geometry, fault } of piece) {
        if (fault)
          throw problem(
            'input.field',
            { label: { zh: `第 ${number} 个要素`, en: `Feature ${number}` }, reason: fault },
            'file',
          );
        // An object without a shape has no place on a map.
        if (geometry) features.push({ number, attributes: properties, outline: geometry });
      }
      if (features.length > MOST_FEATURES) throw problem('input.too_large', { limit: `${MOST_FEATURES}` });
    }
    return { attributes: [...names], features };
  }
}
