import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';

const SAMPLES = join(import.meta.dirname, '../../../../../shared/realdata/ogcapi-features');
const HOSTILE = process.env.FULL ? 10_000 : 300;

interface Items {
  readonly features: { id: string; geometry: { coordinates: number[] }; properties: Record<string, unknown> }[];
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: { rel: string; href: string }[];
}

inDistrict('OGC API – Features', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
    for (let index = 0; index < 7; index += 1)
      await officer.does('experts.register', {
        name: `柳测${index}`,
        fields: ['gas'],
        organisation: '检测中心（示例）',
        isOnCall: index % 2 === 0,
        professionalTitle: index < 3 ? 'senior' : 'other',
        base: { lng: 116.15 + index / 1000, lat: 39.9 },
        appointedOn: '2026-01-01',
        termEndsOn: '2028-12-31',
      });
  });
  const get = async <T = Record<string, never>>(path: string, who = officer) => {
    const { status, headers, raw } = await who.get(`/ogc${path}`);
    return { status, headers, body: JSON.parse(raw.toString()) as T };
  };
  const items = async (query: string) => {
    const answer = await get<Items>(`/collections/experts/items${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const BOX = '116.1495,39.8995,116.1595,39.9005';

  it('leads from its first page to everything else', async () => {
    const { body } = await get<{ links: { rel: string; href: string; type: string }[] }>('');
    const rels = Object.fromEntries(body.links.map(({ rel, href }) => [rel, href]));
    for (const rel of ['self', 'service-desc', 'conformance', 'data'])
      expect((await officer.get(new URL(rels[rel] as string).pathname)).status).toBe(200);
    const { body: all } = await get<{ collections: { id: string; crs: string[]; links: { rel: string }[] }[] }>(
      '/collections',
    );
    expect(all.collections.map(({ id }) => id)).toEqual(expect.arrayContaining(['areas', 'experts']));
    expect(all.collections.every(({ links }) => links.some(({ rel }) => rel === 'items'))).toBe(true);
    expect((await district().anybody().get('/ogc/collections')).status).toBe(401);
  });

  const hasSamples = existsSync(SAMPLES);
  if (!hasSamples) console.log(`skipped: the standard's own examples, ${SAMPLES} is not there`);
  it.skipIf(!hasSamples)('has every member that the examples of the standard have', async () => {
    const sample = (name: string) => JSON.parse(readFileSync(join(SAMPLES, `examples_json_${name}.json`), 'utf8'));
    const { body: landing } = await get<{ links: { rel: string }[] }>('');
    const rels = (links: { rel: string }[]) => new Set(links.map(({ rel }) => rel));
    // Drafts called the description «service»; pages for people are not offered.
    for (const rel of rels(sample('LandingPage').links))
      if (!/^(alternate|service|service-doc)$/.test(rel)) expect(rels(landing.links)).toContain(rel);
    const { body: conformance } = await get<{ conformsTo: string[] }>('/conformance');
    // That example lacks a comma and is no JSON: its addresses are read as text.
    const published = readFileSync(join(SAMPLES, 'examples_json_ConformsTo.json'), 'utf8');
    const core = [...published.matchAll(/\/conf\/(core|geojson)"/g)].map(([, name]) => name);
    expect(core.length).toBeGreaterThan(0);
    const ours = conformance.conformsTo.map((uri) => uri.split('/').at(-1));
    expect(ours).toEqual(expect.arrayContaining(core));
    const { body: one } = await get<object>('/collections/experts');
    expect(Object.keys(one)).toEqual(expect.arrayContaining(['id', 'title', 'description', 'extent', 'links']));
  });

  it('gives items page by page, each once, and says how many there are', async () => {
    const seen: string[] = [];
    let url: string | undefined = `?limit=3&bbox=${BOX}`;
    while (url) {
      const page: Items = await items(url);
      expect(page.numberMatched).toBe(7);
      expect(page.numberReturned).toBe(page.features.length);
      seen.push(...page.features.map(({ id }) => id));
      const next = page.links.find(({ rel }) => rel === 'next')?.href;
      url = next && new URL(next).search;
    }
    expect(seen.length).toBe(7);
    expect(new Set(seen).size).toBe(7);
    const { body, status } = await get<Items['features'][number]>(`/collections/experts/items/${seen[0]}`);
    expect([status, body.id]).toEqual([200, seen[0]]);
    expect((await get('/collections/experts/items/01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('narrows by box, by values and by time, and keeps contacts to itself', async () => {
    expect((await items(`?bbox=${BOX}&professionalTitle=senior`)).numberMatched).toBe(3);
    expect((await items(`?bbox=${BOX}&isOnCall=true&state=active`)).numberMatched).toBe(4);
    expect((await items(`?bbox=${BOX}&datetime=2026-06-11T00:00:00Z/..`)).numberMatched).toBe(7);
    expect((await items(`?bbox=${BOX}&datetime=../2026-06-10T00:00:00Z`)).numberMatched).toBe(0);
    const [first] = (await items(`?bbox=${BOX}&limit=1`)).features;
    expect(first?.properties).toMatchObject({ organisation: '检测中心（示例）', mark: 'real' });
    expect(first?.properties).not.toHaveProperty('phone');
  });

  it('speaks CRS84 and CGCS2000, each in its own order of axes', async () => {
    const crs = encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/4490');
    const { headers, body } = await get<Items>(
      `/collections/experts/items?crs=${crs}&bbox-crs=${crs}&bbox=39.8995,116.1495,39.9005,116.1595`,
    );
    expect(headers['content-crs']).toBe('<http://www.opengis.net/def/crs/EPSG/0/4490>');
    expect(body.numberMatched).toBe(7);
    expect(body.features[0]?.geometry.coordinates[0]).toBeCloseTo(39.9, 6);
    const plain = await get<Items>(`/collections/experts/items?bbox=${BOX}`);
    expect(plain.headers['content-crs']).toBe('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>');
    expect(plain.body.features[0]?.geometry.coordinates[1]).toBeCloseTo(39.9, 6);
  });

  it('describes itself in OpenAPI 3.0, every reference of which leads somewhere', async () => {
    const { headers, body } = await get<{ paths: Record<string, unknown>; components: object }>('/api');
    expect(headers['content-type']).toContain('application/vnd.oai.openapi+json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/', '/collections', '/collections/experts/items']),
    );
    for (const [, path = ''] of JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const met = path.split('/').reduce((at: unknown, step) => (at as Record<string, unknown>)?.[step], body);
      expect(met, path).toBeDefined();
    }
  });

  it('refuses what it does not understand, by name', async () => {
    for (const query of [
      'bbox=1,2,3',
      'bbox=a,b,c,d',
      'bbox=116,40,117,39',
      'bbox=1e400,0,1,1',
      'bbox=0,0,0,91',
      'limit=0',
      'limit=-1',
      'limit=1e99',
      'limit=9999999999',
      'offset=-1',
      'crs=EPSG:3857',
      'datetime=yesterday',
      'datetime=../..',
      'datetime=2026-02-01/2026-01-01',
      'unknown=1',
      "organisation=x'--",
      'limit=1&limit=2',
    ])
      expect([query, (await get(`/collections/experts/items?${query}`)).status]).toEqual([query, 400]);
    for (const path of [
      '/nothing',
      '/collections/nothing',
      '/collections/accounts/items',
      '/collections/experts/items/x',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await items('?limit=999999999')).numberReturned).toBeGreaterThan(6);
  });

  it(`answers ${HOSTILE} malformed questions with 4xx at most`, { timeout: 300_000 }, async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '%00',
        "' or 1=1--",
        '9'.repeat(400),
        '-0',
        'NaN',
        'Infinity',
        '1e308',
        '../../etc',
        '‮',
        '%F0%9F',
      ),
      fc.double().map(String),
      fc.array(fc.double().map(String), { maxLength: 8 }).map((numbers) => numbers.join(',')),
    );
    const text = nasty.map((value) => encodeURIComponent(value.toWellFormed()));
    const name = fc.constantFrom('bbox', 'bbox-crs', 'crs', 'limit', 'offset', 'datetime', 'state', 'isOnCall', 'f');
    const url = fc.oneof(
      fc.tuple(name, text).map(([key, value]) => `/ogc/collections/experts/items?${key}=${value}`),
      text.map((value) => `/ogc/collections/${value}/items`),
      text.map((value) => `/ogc/collections/experts/items/${value}`),
      fc.tuple(text, text, text).map(([z, x, y]) => `/tiles/experts/${z}/${x}/${y}.mvt`),
      text.map((value) => `/tiles/${value}/1/0/0.mvt`),
    );
    await fc.assert(
      fc.asyncProperty(url, async (hostile) => {
        const { status } = await officer.get(hostile);
        expect([hostile, status < 500]).toEqual([hostile, true]);
      }),
      { numRuns: HOSTILE },
    );
  });

  it('is read by GDAL with an API key', { timeout: 60_000 }, async () => {
    const hat = ((await officer.get('/api/session')).body as unknown as { hats: { id: string }[] }).hats[0]?.id;
    const issued = await officer.post('/api/api-keys/issue', { hatId: hat, name: 'GIS', days: 1 });
    expect(issued.status, JSON.stringify(issued.body)).toBe(200);
    const { app } = district().server;
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const env = {
      ...process.env,
      GDAL_HTTP_HEADERS: `Authorization: Bearer ${issued.body.key}`,
      no_proxy: '127.0.0.1',
    };
    const ogrinfo = (...args: string[]) =>
      promisify(execFile)('ogrinfo', ['-ro', ...args, `OAPIF:${address}/ogc`], { env }).then(({ stdout }) => stdout);
    expect(await ogrinfo()).toMatch(/experts/);
    const said = await promisify(execFile)(
      'ogrinfo',
      ['-ro', '-al', '-spat', '116.1495', '39.8995', '116.1595', '39.9005', `OAPIF:${address}/ogc`, 'experts'],
      { env },
    );
    expect(said.stdout).toContain('Feature Count: 7');
    expect(said.stdout).toMatch(/POINT \(116\.15\d* 39\.9\)/);
    expect(said.stdout).toContain('柳测3');
  });
});
