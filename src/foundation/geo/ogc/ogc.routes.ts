import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../../kernel/ids.ts';
import { problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import { type Platform, readInput, runView } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { snakeCase } from '../../registers/index.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { layerFor } from '../layers/layer-entry.ts';
import { readable } from '../tiles/readable.ts';
import { narrowed } from '../tiles/tile-rows.ts';
import {
  apiDescription,
  CONFORMANCE,
  collection,
  collections,
  GEOJSON,
  landingPage,
  OPENAPI,
} from './ogc-documents.ts';
import { filterable, type ItemsAsked, itemsOf } from './ogc-items.ts';
import { boxOf, CGCS2000, CRS84, itemsQuery, SYSTEMS } from './ogc-query.rules.ts';

const QUESTION = { zh: '要素查询', en: 'Question for features' };
const MAY = { config: { may: SIGNED_IN } };
type Collection = { Params: { collection: string } };

/**
 * OGC API – Features 1.0 (Part 1 core and GeoJSON, Part 2 reference systems) at `/ogc`, for GIS desks that we did not write.
 * Read-only; whoever asks comes with a session or an API key and meets only what they may see.
 */
export function ogcRoutes(app: FastifyInstance, platform: Platform): void {
  const layers = layersOf(platform.catalogue);
  const { name } = platform.installation;
  const ask = <T>(request: FastifyRequest, run: (ctx: ReadContext) => Promise<T>) =>
    runView(platform, { may: SIGNED_IN, run }, {}, request.viewer as Viewer) as Promise<T>;
  // Layers of the catalogue are collections by their id; those of the registers are listed, too.
  const layerOf = async (request: FastifyRequest): Promise<Layer> => {
    const { collection: id } = request.params as Collection['Params'];
    // A register's layer is known without asking the database.
    return isId(id) ? ask(request, (ctx) => layerFor(ctx, id)) : readable(layers.get(id), request.viewer as Viewer);
  };

  const json = (path: string, answer: (request: FastifyRequest, base: string) => unknown) =>
    app.get(path, MAY, async (request, reply) => {
      readInput(z.strictObject({ f: z.literal('json').optional() }), request.query, QUESTION);
      return reply.send(await answer(request, baseOf(request)));
    });

  json('/ogc', (_, base) => landingPage(base, name));
  json('/ogc/', (_, base) => landingPage(base, name));
  json('/ogc/conformance', () => CONFORMANCE);
  json('/ogc/collections', (request, base) =>
    ask(request, async (ctx) => {
      const seen = [...layers.values()].filter(({ read }) => ctx.holds(read));
      const described = [];
      for (const layer of seen) described.push(collection(base, layer, await extentOf(ctx, layer)));
      return collections(base, described);
    }),
  );
  json('/ogc/collections/:collection', async (request, base) => {
    const layer = await layerOf(request);
    return ask(request, async (ctx) => collection(base, layer, await extentOf(ctx, layer)));
  });
  app.get('/ogc/api', MAY, (request, reply) => {
    const seen = [...layers.values()].filter((layer) => isReadable(layer, request.viewer as Viewer));
    return reply.type(OPENAPI).send(JSON.stringify(apiDescription(baseOf(request), name, seen)));
  });

  app.get<Collection>('/ogc/collections/:collection/items', MAY, async (request, reply) => {
    const layer = await layerOf(request);
    const asked = questionOf(layer, request.query);
    const { features, total } = await ask(request, (ctx) => itemsOf(ctx, layer, asked));
    return send(reply, asked, {
      type: 'FeatureCollection',
      features,
      numberMatched: total,
      numberReturned: features.length,
      timeStamp: platform.clock.now().toISOString(),
      links: pages(request, asked, total),
    });
  });
  app.get<Collection & { Params: { id: string } }>(
    '/ogc/collections/:collection/items/:id',
    MAY,
    async (request, reply) => {
      const layer = await layerOf(request);
      const query = z.strictObject({ crs: z.enum(SYSTEMS).optional(), f: itemsQuery.shape.f });
      const { crs } = readInput(query, request.query, QUESTION) as z.output<typeof query>;
      const id = request.params.id.toLowerCase();
      if (!isId(id)) throw problem('record.unknown', {}, 'id');
      const asked = { id, filters: {}, limit: 1, offset: 0, isLatFirst: crs === CGCS2000 };
      const { features } = await ask(request, (ctx) => itemsOf(ctx, layer, asked));
      if (!features[0]) throw problem('record.unknown', {}, 'id');
      const at = `${baseOf(request)}/collections/${layer.id}`;
      return send(reply, asked, {
        ...features[0],
        links: [
          { rel: 'self', href: `${at}/items/${id}`, type: GEOJSON },
          { rel: 'collection', href: at, type: 'application/json' },
        ],
      });
    },
  );
  app.get('/ogc/*', MAY, () => {
    throw problem('route.unknown');
  });
}

const baseOf = (request: FastifyRequest) => `${request.protocol}://${request.host}/ogc`;

function isReadable(layer: Layer, viewer: Viewer): boolean {
  try {
    return readable(layer, viewer) === layer;
  } catch {
    return false;
  }
}

/** @throws `input.invalid` naming the parameter; an unknown one is refused as the standard demands */
function questionOf(layer: Layer, given: unknown): ItemsAsked {
  const names = filterable(layer);
  const filters = Object.fromEntries(names.map((name) => [name, z.string().max(200).optional()]));
  const schema = z.strictObject({ ...itemsQuery.shape, ...filters });
  const read = readInput(schema, given, QUESTION) as z.output<typeof itemsQuery> & Record<string, unknown>;
  const box = boxOf(read.bbox, read['bbox-crs']);
  if (box && 'zh' in box) {
    throw problem('input.field', { label: 'bbox', reason: box }, 'bbox');
  }
  return {
    box,
    ...read.datetime,
    filters: Object.fromEntries(
      names.flatMap((name) => (typeof read[name] === 'string' ? [[name, read[name] as string]] : [])),
    ),
    limit: read.limit,
    offset: read.offset,
    isLatFirst: read.crs === CGCS2000,
  };
}

/** West, south, east, north of what the viewer sees of a layer; undefined where that is nothing. */
async function extentOf(ctx: ReadContext, layer: Layer): Promise<number[] | undefined> {
  const row = await ctx.row<{ box: number[] | null }>(sql`
    select case when e is null then null else
      jsonb_build_array(st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e)) end as box
    from (select st_extent(${sql.ref(`r.${snakeCase(layer.place)}`)}) as e
      from ${ctx.visible(layer.register, layer.read)} r where ${narrowed(layer)}) all_of_it`);
  return row?.box ?? undefined;
}

function pages(request: FastifyRequest, { limit, offset }: ItemsAsked, total: number) {
  const self = new URL(request.url, `${request.protocol}://${request.host}`);
  const page = (rel: string, at: number) => {
    const url = new URL(self);
    url.searchParams.set('offset', String(at));
    url.searchParams.set('limit', String(limit));
    return { rel, href: url.href, type: GEOJSON };
  };
  return [
    { rel: 'self', href: self.href, type: GEOJSON },
    ...(offset + limit < total ? [page('next', offset + limit)] : []),
    ...(offset > 0 ? [page('prev', Math.max(0, offset - limit))] : []),
    { rel: 'collection', href: self.href.replace(/\/items.*$/, ''), type: 'application/json' },
  ];
}

function send(reply: FastifyReply, { isLatFirst }: Pick<ItemsAsked, 'isLatFirst'>, body: object) {
  return reply
    .header('content-crs', `<${isLatFirst ? CGCS2000 : CRS84}>`)
    .type(GEOJSON)
    .send(JSON.stringify(body));
}
