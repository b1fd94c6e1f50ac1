import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import { type Platform, runView } from '../../api/index.ts';
import { grantsOf, SIGNED_IN, type Viewer } from '../../identity/define.ts';
import type { FactReader } from '../../timeline/index.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { type TileAddress, tileAddress } from './tile.rules.ts';
import { tileMaker } from './tile-bytes.ts';
import { tileTags } from './tile-tags.ts';

/** More at once than a person can read; the map screen keeps to it, too. */
export const MOST_LAYERS = 12;
const MEDIA = 'application/vnd.mapbox-vector-tile';

interface Params {
  readonly layers: string;
  readonly z: string;
  readonly x: string;
  readonly y: string;
}

/**
 * `GET /tiles/{layer}/{z}/{x}/{y}.mvt`: the records of a register in one square of the map, as far as the asking person sees
 * them. Several layers, joined by commas, come as the layers of one tile. Bytes, so not a view.
 */
export function tileRoutes(app: FastifyInstance, platform: Platform, reader: FactReader): void {
  const layers = layersOf(platform.catalogue);
  const make = tileMaker(platform.database.kind);
  const tagOf = tileTags(reader);

  app.get<{ Params: Params }>('/tiles/:layers/:z/:x/:y.mvt', { config: { may: SIGNED_IN } }, async (request, reply) => {
    const viewer = request.viewer as Viewer;
    const { params } = request;
    const asked = params.layers.split(',').slice(0, MOST_LAYERS + 1);
    const found = asked.map((id) => readable(layers.get(id), viewer));
    const tile = tileAddress(params.z, params.x, params.y);
    if (!tile || found.length > MOST_LAYERS) throw problem('map.tile_unknown');
    const tag = `"${found.map((layer) => tagOf(layer, viewer)).join('.')}"`;
    reply.headers({ 'cache-control': 'private, no-cache', etag: tag, vary: 'cookie, authorization' });
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const bytes = await cut(found, tile, request);
    return bytes.length === 0 ? reply.code(204).send() : reply.type(MEDIA).send(bytes);
  });
  app.get('/tiles/*', { config: { may: SIGNED_IN } }, () => {
    throw problem('map.tile_unknown');
  });

  /** Layers of one tile are written one behind the other: that is how the format joins them. */
  async function cut(found: readonly Layer[], tile: TileAddress, request: FastifyRequest): Promise<Buffer> {
    const run = async (ctx: ReadContext) => {
      const parts: Uint8Array[] = [];
      for (const layer of found) parts.push(await make(ctx, layer, tile));
      return Buffer.concat(parts);
    };
    return (await runView(platform, { may: SIGNED_IN, run }, {}, request.viewer as Viewer)) as Buffer;
  }
}

/** A layer that the viewer may read; what one may not read does not exist. @throws `record.unknown` */
export function readable(layer: Layer | undefined, viewer: Viewer): Layer {
  if (!layer || (layer.read !== SIGNED_IN && grantsOf(layer.read, viewer.hats).length === 0))
    throw problem('record.unknown');
  return layer;
}
