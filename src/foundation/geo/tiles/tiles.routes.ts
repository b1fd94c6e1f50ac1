import type { FastifyInstance } from 'fastify';
import { isId } from '../../../kernel/ids.ts';
import { problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import { type Platform, runView } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { instantInput } from '../../registers/types/instant.type.ts';
import type { FactReader } from '../../timeline/index.ts';
import { pastOf } from '../history/moment.rules.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { DRAFT, draftLayer, draftLook } from '../layers/draft-layer.ts';
import { entryReader } from '../layers/entry-reader.ts';
import { layerOfEntry } from '../layers/layer-entry.ts';
import type { Outside } from '../sources/service-pictures.ts';
import { sourceRoutes } from '../sources/sources.routes.ts';
import { readable } from './readable.ts';
import { JOINED, type TileAddress, tileAddress } from './tile.rules.ts';
import { tileMaker } from './tile-bytes.ts';
import { tileStore } from './tile-store.ts';
import { tileTags } from './tile-tags.ts';

/** More at once than a person can read; the map screen keeps to it, too. */
export const MOST_LAYERS = 24;
const MEDIA = 'application/vnd.mapbox-vector-tile';

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

interface Params {
  readonly layers: string;
  readonly z: string;
  readonly x: string;
  readonly y: string;
}

interface Asked {
  readonly found: readonly Layer[];
  readonly tile: TileAddress;
  readonly isJoined: boolean;
  readonly moment: Date | undefined;
}

/**
 * `GET /tiles/{layer}/{z}/{x}/{y}.mvt`: the records of a layer in one square of the map, as far as the asking person sees
 * them. Several layers, parted by commas, come as the layers of one tile; with `?joined` as one layer, whose features say of
 * which they are; with `?moment=2026-06-11T02:40:00Z` as they stood then, by the rights of now. Bytes, so not a view.
 */
export function tileRoutes(app: FastifyInstance, platform: Platform, reader: FactReader, outside: Outside): void {
  const layers = layersOf(platform.catalogue);
  const make = tileMaker(platform.database.kind);
  const tagOf = tileTags(reader);
  const store = tileStore();
  const entryOf = entryReader(platform, reader);

  async function layerOf(id: string, viewer: Viewer): Promise<Layer> {
    const layer = isId(id) ? layerOfEntry(platform.catalogue, await entryOf(id, viewer)) : layers.get(id);
    return readable(layer, viewer);
  }

  /** What somebody is filling in, by the rights that its register gives. @throws `record.unknown` */
  async function draftOf(text: string | undefined, viewer: Viewer): Promise<Layer> {
    const look = draftLook.safeParse(parsed(text));
    if (!look.success) throw problem('record.unknown');
    const { entry } = look.data;
    const corrected = entry ? await entryOf(entry, viewer) : undefined;
    return readable(draftLayer(platform.catalogue, look.data, corrected), viewer);
  }

  app.get<{ Params: Params; Querystring: { joined?: string; moment?: string; look?: string } }>(
    '/tiles/:layers/:z/:x/:y.mvt',
    { config: { may: SIGNED_IN } },
    async (request, reply) => {
      const viewer = request.viewer as Viewer;
      const { params } = request;
      const asked = params.layers.split(',').slice(0, MOST_LAYERS + 1);
      const found: Layer[] = [];
      for (const id of asked)
        found.push(id === DRAFT ? await draftOf(request.query.look, viewer) : await layerOf(id, viewer));
      const tile = tileAddress(params.z, params.x, params.y);
      if (!tile || found.length > MOST_LAYERS) throw problem('map.tile_unknown');
      const isJoined = request.query.joined !== undefined;
      const moment = pastMoment(request.query.moment);
      const seen = found.map((layer) => tagOf(layer, viewer, moment)).join('.');
      const tag = `"${isJoined ? 'j' : ''}${seen}"`;
      reply.headers({ 'cache-control': 'private, no-cache', etag: tag, vary: 'cookie, authorization' });
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      // The tag names reach and state: whoever has both alike would be given the same bytes.
      const key = `${tag}/${tile.z}/${tile.x}/${tile.y}`;
      const bytes = await store(key, () => cut({ found, tile, isJoined, moment }, viewer));
      return bytes.length === 0 ? reply.code(204).send() : reply.type(MEDIA).send(bytes);
    },
  );
  sourceRoutes(app, platform, outside, entryOf);
  app.get('/tiles/*', { config: { may: SIGNED_IN } }, () => {
    throw problem('map.tile_unknown');
  });

  /** @throws `map.tile_unknown` for what is no instant */
  function pastMoment(text: string | undefined): Date | undefined {
    if (text === undefined) return undefined;
    const read = instantInput.safeParse(text);
    if (!read.success) throw problem('map.tile_unknown');
    return pastOf(read.data, platform.clock.now());
  }

  /** Layers of one tile are written one behind the other: that is how the format joins them. */
  async function cut({ found, tile, isJoined, moment }: Asked, viewer: Viewer): Promise<Buffer> {
    const run = async (ctx: ReadContext) => {
      if (isJoined) return Buffer.from(await make(ctx, JOINED, found, tile, moment));
      const parts: Uint8Array[] = [];
      for (const layer of found) parts.push(await make(ctx, layer.id, [layer], tile, moment));
      return Buffer.concat(parts);
    };
    return (await runView(platform, { may: SIGNED_IN, run }, {}, viewer)) as Buffer;
  }
}
