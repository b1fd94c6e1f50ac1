import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { isId } from '../../../kernel/ids.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { Problem, problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import { type Platform, runView } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { catalogueLayers } from '../layers/catalogue-layer.register.ts';
import { lookAtLayers } from '../layers/layer.permissions.ts';
import { entriesWhere, isFor, type LayerEntry } from '../layers/layer-entry.ts';
import { pictureAddress } from '../layers/service-address.rules.ts';
import { type TileAddress, tileAddress, tileAt } from '../tiles/tile.rules.ts';
import { tileStore } from '../tiles/tile-store.ts';
import { archives } from './archives.ts';
import { type KeptPicture, pictureShelf } from './picture-shelf.ts';
import { pyramids } from './pyramids.ts';
import { type Outside, servicePicture } from './service-pictures.ts';
import { MAP_SOURCE_RULES } from './source.rules.ts';
import { sourceHealth } from './source-health.ts';

type EntryOf = (id: string, viewer: Viewer) => Promise<LayerEntry>;

/** What «测试连接» tells. */
export interface Tried {
  readonly isAnswered: boolean;
  readonly milliseconds: number;
  /** What was asked, the key left out. */
  readonly address: string;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly reason: Phrase | null;
}

const HOUR_MS = 3_600_000;
/** Room for pictures on the disk unless `MAP_CACHE_MB` says otherwise: some 25,000 of them. */
const ROOM_MB = 512;
/** Older ones no longer stand in for a silent source. */
const OLDEST_MS = 30 * 24 * HOUR_MS;

/**
 * `GET /tiles/{entry}/{z}/{x}/{y}`: one square of an outside service or of an uploaded file of tiles, as it is kept there, for
 * whoever the entry of the catalogue is for. Browsers never learn of address and key, nor does the other side of browsers.
 * `GET /api/catalogue-layers/{id}/source` tells whether the source answers; `POST …/source/test` asks it now.
 */
export function sourceRoutes(app: FastifyInstance, platform: Platform, outside: Outside, entryOf: EntryOf): void {
  const store = tileStore();
  const now = () => platform.clock.now();
  const health = sourceHealth(now);
  const kept = archives(pyramids(platform.home));
  app.addHook('onClose', () => kept.close());
  const rules = () => platform.rules(MAP_SOURCE_RULES, now()).values;
  const room = Number(outside.environment.MAP_CACHE_MB ?? ROOM_MB);
  const shelf = pictureShelf({
    folder: join(platform.home, 'map-pictures'),
    mostBytes: (Number.isFinite(room) && room >= 0 ? room : ROOM_MB) * 1024 * 1024,
    now,
    failed: ({ message }) => platform.log('warn', 'map.picture_unkept', { reason: message }),
  });
  const ageOf = ({ at }: KeptPicture) => now().getTime() - at.getTime();
  const nameOf = ({ id, version }: LayerEntry) => `${id}@${version}`;

  async function bytesOf(entry: LayerEntry, tile: TileAddress): Promise<Buffer> {
    if (entry.sourceKind === 'tiles') return (await kept.of(entry)).tile(tile);
    const { keepHours, ...limits } = rules();
    const name = `${nameOf(entry)}/${tile.z}/${tile.x}/${tile.y}`;
    // The name changes when the picture has been kept long enough: then it is asked for anew.
    const age = Math.floor(now().getTime() / (keepHours * HOUR_MS));
    try {
      return await store(`${name}/${age}`, async () => {
        const known = await shelf.of(name);
        if (known && ageOf(known) < keepHours * HOUR_MS) return known.bytes;
        const picture = await health.ask(nameOf(entry), limits, () => servicePicture(outside, entry, tile, limits));
        const bytes = picture?.bytes ?? Buffer.alloc(0);
        await shelf.put(name, bytes);
        return bytes;
      });
    } catch (error) {
      // An old picture of the ground is better than none while its source is silent; the legend says that it is.
      const known = error instanceof Problem && error.key === 'map.source_silent' ? await shelf.of(name) : undefined;
      if (known && ageOf(known) < OLDEST_MS) return known.bytes;
      throw error;
    }
  }

  app.get<{ Params: Record<'entry' | 'z' | 'x' | 'y', string> }>(
    '/tiles/:entry/:z/:x/:y',
    { config: { may: SIGNED_IN } },
    async (request, reply) => {
      const { entry: id, z, x, y } = request.params;
      const tile = tileAddress(z, x, y);
      if (!tile || !isId(id)) throw problem('map.tile_unknown');
      const entry = await entryOf(id, request.viewer as Viewer);
      if (entry.sourceKind !== 'service' && entry.sourceKind !== 'tiles') throw problem('map.tile_unknown');
      const bytes = isWithin(entry, tile) ? await bytesOf(entry, tile) : Buffer.alloc(0);
      const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      reply.headers({ 'cache-control': 'private, no-cache', etag: tag, vary: 'cookie, authorization' });
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return bytes.length === 0 ? reply.code(204).send() : reply.type(typeOf(entry, bytes)).send(bytes);
    },
  );

  /** An entry as whoever uses or keeps the catalogue sees it. @throws `record.unknown` */
  async function told(id: string, viewer: Viewer): Promise<LayerEntry> {
    const run = async (ctx: ReadContext) => {
      const [entry] = isId(id) ? await entriesWhere(ctx, sql`c.id = ${id}`) : [];
      if (!entry) throw problem('record.unknown');
      if (!isFor(entry, viewer)) await ctx.record(catalogueLayers.register, id, catalogueLayers.read);
      return entry;
    };
    return (await runView(platform, { may: SIGNED_IN, run }, {}, viewer)) as LayerEntry;
  }

  app.get<{ Params: { id: string } }>(
    '/api/catalogue-layers/:id/source',
    { config: { may: lookAtLayers } },
    async (request) => health.stateOf(nameOf(await told(request.params.id, request.viewer as Viewer))),
  );

  app.post<{ Params: { id: string } }>(
    '/api/catalogue-layers/:id/source/test',
    { config: { may: catalogueLayers.keep, acts: true } },
    async (request): Promise<Tried> => {
      const viewer = request.viewer as Viewer;
      const entry = await told(request.params.id, viewer);
      if (entry.sourceKind !== 'service') throw problem('map.tile_unknown');
      const tile = await middleOf(viewer, entry);
      const { keepHours: _, ...limits } = rules();
      const address = pictureAddress(entry, tile, '…').href.replaceAll(encodeURIComponent('…'), '…');
      const began = performance.now();
      const took = () => Math.round(performance.now() - began);
      try {
        // Somebody wants to know now: a source that rests is asked, too.
        const patience = { ...limits, failures: Number.POSITIVE_INFINITY };
        const picture = await health.ask(nameOf(entry), patience, () => servicePicture(outside, entry, tile, limits));
        const { mediaType = null, bytes } = picture ?? {};
        const size = bytes?.length ?? null;
        return { isAnswered: true, milliseconds: took(), address, mediaType, size, reason: null };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const reason = (error.params.reason as Phrase | undefined) ?? error.phrase;
        return { isAnswered: false, milliseconds: took(), address, mediaType: null, size: null, reason };
      }
    },
  );

  /** The square in the middle of the district, at a depth where a source has something to show. */
  async function middleOf(viewer: Viewer, { minZoom, maxZoom }: LayerEntry): Promise<TileAddress> {
    const run = (ctx: ReadContext) =>
      ctx.row<{ lng: number | null; lat: number | null }>(sql`
        select st_x(middle) as lng, st_y(middle) as lat
        from (select st_centroid(st_extent(outline)::geometry) as middle from area where parent_code is null) m`);
    const middle = (await runView(platform, { may: SIGNED_IN, run }, {}, viewer)) as Awaited<ReturnType<typeof run>>;
    const z = Math.min(Math.max(12, minZoom ?? 0), maxZoom ?? 22);
    return tileAt({ lng: middle?.lng ?? 116.2, lat: middle?.lat ?? 39.92 }, z);
  }
}

const isWithin = ({ minZoom, maxZoom }: LayerEntry, { z }: TileAddress) => z >= (minZoom ?? 0) && z <= (maxZoom ?? 22);

/** A picture's own type by its first bytes; of a file of tiles what its head says. */
function typeOf({ tileFacts }: LayerEntry, bytes: Buffer): string {
  if (tileFacts?.format === 'mvt') return 'application/vnd.mapbox-vector-tile';
  if (bytes[0] === 0x89) return 'image/png';
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/webp';
}
