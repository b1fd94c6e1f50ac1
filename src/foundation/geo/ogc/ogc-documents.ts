import type { Layer } from '../layer.rules.ts';
import { filterable } from './ogc-items.ts';
import { CGCS2000, CRS84, MOST_ITEMS, SYSTEMS } from './ogc-query.rules.ts';

export const JSON_TYPE = 'application/json';
export const GEOJSON = 'application/geo+json';
export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0';

const link = (rel: string, href: string, title: string, type = JSON_TYPE) => ({ rel, href, type, title });

/** `base` is the address of `/ogc` as the client reached it. */
export function landingPage(base: string, name: string) {
  return {
    title: `${name} · 烽燧`,
    description: '一张图要素服务 / Features of the one map',
    links: [
      link('self', base, 'This document'),
      link('service-desc', `${base}/api`, 'OpenAPI description', OPENAPI),
      link('conformance', `${base}/conformance`, 'Conformance'),
      link('data', `${base}/collections`, 'Collections'),
    ],
  };
}

const PART_1 = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';
export const CONFORMANCE = {
  conformsTo: [
    `${PART_1}/core`,
    `${PART_1}/oas30`,
    `${PART_1}/geojson`,
    'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  ],
};

export function collection(base: string, { id, label }: Layer, extent: readonly number[] | undefined) {
  const at = `${base}/collections/${id}`;
  return {
    id,
    title: label.zh,
    description: label.en,
    itemType: 'feature',
    ...(extent ? { extent: { spatial: { bbox: [extent], crs: CRS84 } } } : {}),
    crs: SYSTEMS,
    storageCrs: CGCS2000,
    links: [link('self', at, label.zh), link('items', `${at}/items`, label.zh, GEOJSON)],
  };
}

export function collections(base: string, all: readonly object[]) {
  return { links: [link('self', `${base}/collections`, 'Collections')], crs: SYSTEMS, collections: all };
}

/** The service in OpenAPI 3.0, with one path for each collection that the asking person may read. */
export function apiDescription(base: string, name: string, layers: readonly Layer[]) {
  const answer = (description: string, type = JSON_TYPE) => ({
    200: { description, content: { [type]: { schema: { type: 'object' } } } },
    400: { $ref: '#/components/responses/Problem' },
    401: { $ref: '#/components/responses/Problem' },
    404: { $ref: '#/components/responses/Problem' },
  });
  const get = (operationId: string, description: string, parameters: object[] = [], type = JSON_TYPE) => ({
    get: { operationId, summary: description, parameters, responses: answer(description, type) },
  });
  const refs = (...names: string[]) => names.map((one) => ({ $ref: `#/components/parameters/${one}` }));
  const paths = layers.flatMap((layer): [string, object][] => {
    const own = filterable(layer).map((field) => ({
      name: field,
      in: 'query',
      required: false,
      schema: { type: 'string' },
      description: layer.register.fields[field]?.label.en ?? field,
    }));
    const at = `/collections/${layer.id}`;
    const common = refs('bbox', 'bbox-crs', 'crs', 'limit', 'offset', 'datetime');
    return [
      [at, get(`describe.${layer.id}`, layer.label.en)],
      [`${at}/items`, get(`items.${layer.id}`, layer.label.en, [...common, ...own], GEOJSON)],
      [`${at}/items/{featureId}`, get(`item.${layer.id}`, layer.label.en, refs('featureId', 'crs'), GEOJSON)],
    ];
  });
  const query = (name: string, schema: object, description: string) => ({
    name,
    in: 'query',
    required: false,
    schema,
    description,
  });
  const system = { type: 'string', enum: SYSTEMS, default: CRS84 };
  const box = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 };
  return {
    openapi: '3.0.3',
    info: { title: `${name} · OGC API – Features`, version: '1.0.0' },
    servers: [{ url: base }],
    security: [{ key: [] }],
    paths: {
      '/': get('landingPage', 'Landing page'),
      '/conformance': get('conformance', 'Conformance classes'),
      '/collections': get('collections', 'Collections'),
      ...Object.fromEntries(paths),
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'RFC 9457',
          content: { 'application/problem+json': { schema: { type: 'object' } } },
        },
      },
      parameters: {
        bbox: { ...query('bbox', box, 'West, south, east, north'), style: 'form', explode: false },
        'bbox-crs': query('bbox-crs', system, 'System of the box'),
        crs: query('crs', system, 'System of the answer'),
        limit: query('limit', { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: 100 }, 'Most features'),
        offset: query('offset', { type: 'integer', minimum: 0, default: 0 }, 'Features passed over'),
        datetime: query('datetime', { type: 'string' }, 'Instant, or interval with / and ..'),
        featureId: { name: 'featureId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      },
    },
  };
}
