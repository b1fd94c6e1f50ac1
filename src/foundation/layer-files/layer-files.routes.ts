import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import type { AnyView } from '../api/define.ts';
import { execute, type Platform, readInput, runView } from '../api/index.ts';
import { featuresOf, MOST_BYTES, stage, stagedPath, unstage } from '../exchange/index.ts';
import { TILE_ARCHIVES } from '../files/define.ts';
import { catalogueLayers, judgeArchive, pyramids } from '../geo/index.ts';
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

const tilesBody = z.object({
  fileId: z.uuid(),
  name: z.string().min(1).max(80),
  folder: z.string().min(1).max(200),
});

/**
 * `POST /api/layer-files?file=…&name=…&folder=…`: GeoJSON, zipped shapefile or GeoPackage as the body becomes a layer.
 * `POST /api/tile-files` makes one of a PMTiles or MBTiles that was uploaded before, in parts where it is large.
 */
export function layerFileRoutes(platform: Platform): (app: FastifyInstance) => void {
  const pathOf = pyramids(platform.home);

  /** The uploaded file as one that tiles can be read of. @throws `file.kind`, `record.unknown` */
  async function archiveOf(viewer: Viewer, id: string) {
    const view = platform.catalogue.views.get('files.about') as AnyView;
    const file = (await runView(platform, view, { id }, viewer)) as { name: string; sha256: string; mediaType: string };
    const [archive] = Object.entries(TILE_ARCHIVES).find(([, type]) => type === file.mediaType) ?? [];
    if (!archive) throw problem('file.kind', { kind: file.mediaType }, 'file');
    return { ...file, archive: archive as keyof typeof TILE_ARCHIVES };
  }

  return (app) => {
    app.post('/api/tile-files', { config: { may: catalogueLayers.keep, acts: true } }, async (request) => {
      const { fileId, name, folder } = readInput(tilesBody, request.body ?? {}, LABEL) as z.output<typeof tilesBody>;
      const viewer = request.viewer as Viewer;
      const { sha256, archive, name: origin } = await archiveOf(viewer, fileId);
      const { facts, attribution } = await judgeArchive(await pathOf(sha256, archive), { sha256, archive });
      const input = {
        name,
        folder,
        origin,
        attribution,
        sourceKind: 'tiles',
        tileFile: [fileId],
        tileFacts: facts,
      };
      return (await execute(platform, { id: newId(), name: 'catalogueLayers.register', input }, viewer)).output;
    });
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
