import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { readTile, type TileFeature, tilesOver } from '../../../../tests/support/tile.ts';
import { runView } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { layersOf } from '../layer.rules.ts';
import { CROWD, EXTENT } from './tile.rules.ts';
import { byDatabase, byHand } from './tile-bytes.ts';

const EXPERT = {
  fields: ['gas'],
  organisation: '检测中心（示例）',
  phone: '10094990001',
  isOnCall: true,
  appointedOn: '2026-01-01',
  termEndsOn: '2028-12-31',
};
const [HERE] = tilesOver(116.1881, 39.9101, 116.1881, 39.9101, 14) as [{ z: number; x: number; y: number }];
const AT = { lng: 116.1881, lat: 39.9101 };

inDistrict('vector tiles', (district) => {
  let officer: Person;
  const ids: string[] = [];
  beforeAll(async () => {
    officer = await district().as('zhiban');
    for (const [name, base] of [
      ['柳甲', AT],
      ['柳乙', { lng: 116.1882, lat: 39.9102 }],
      ['柳远', { lng: 117.2, lat: 39.1 }],
    ] as const) {
      const { id } = await officer.does<{ id: string }>('experts.register', { ...EXPERT, name, base });
      ids.push(id);
    }
    await district().settle();
  });
  const url = (layers: string, { z, x, y } = HERE) => `/tiles/${layers}/${z}/${x}/${y}.mvt`;
  const tile = async (layers: string, at = HERE, who = officer): Promise<Record<string, TileFeature[]>> => {
    const { status, raw } = await who.get(url(layers, at));
    if (status === 204) return {};
    expect(status).toBe(200);
    return readTile(raw, at);
  };
  const named = (features: readonly TileFeature[] = []) => features.map(({ properties }) => properties.title);

  it('holds the records of its square with name, state and mark, and nothing sealed', async () => {
    const { experts = [] } = await tile('experts');
    expect(named(experts)).toEqual(expect.arrayContaining(['柳甲', '柳乙']));
    expect(named(experts)).not.toContain('柳远');
    const one = experts.find(({ properties }) => properties.id === ids[0]);
    expect(one?.properties).toEqual({ id: ids[0], title: '柳甲', state: 'active', mark: 'real' });
    const [lng = 0, lat = 0] = one?.geometry.type === 'Point' ? one.geometry.coordinates : [];
    // A unit of a z14 tile is 0.6 m.
    expect(Math.abs(lng - AT.lng)).toBeLessThan(1e-5);
    expect(Math.abs(lat - AT.lat)).toBeLessThan(1e-5);
  });

  it('gathers points below z12: every record is counted once, in one tile', async () => {
    const all = (await officer.sees<{ layers: { id: string; count: number }[] }>('mapLayers.list')).layers;
    const count = all.find(({ id }) => id === 'experts')?.count;
    let counted = 0;
    for (const at of tilesOver(115, 38, 118, 41, 8)) {
      const { experts = [] } = await tile('experts', at);
      for (const { properties } of experts) counted += Number(properties.count ?? 1);
    }
    expect(counted).toBe(count);
  });

  it('gives several layers in one tile, outlines among them', async () => {
    const both = await tile('experts,areas', { ...HERE });
    expect(Object.keys(both).sort()).toEqual(['areas', 'experts']);
    expect(both.areas?.some(({ geometry }) => /Polygon/.test(geometry.type))).toBe(true);
  });

  it('answers «unchanged» until the register changes', async () => {
    const first = await officer.get(url('experts'));
    const tag = first.headers.etag as string;
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const ask = (etag: string) =>
      district().server.app.inject({ url: url('experts'), headers: { cookie: officer.cookie, 'if-none-match': etag } });
    expect((await ask(tag)).statusCode).toBe(304);
    const { version } = await officer
      .sees<{ record: { version: number } }>('experts.record', { id: ids[1] as string })
      .then(({ record }) => record);
    await officer.does('experts.withdraw', { id: ids[1] as string, reason: '调离' }, { version });
    await district().settle();
    const later = await ask(tag);
    expect(later.statusCode).toBe(200);
    expect(named(readTile(later.rawPayload, HERE).experts)).not.toContain('柳乙');
    // Another reach, another name: nobody is told «unchanged» about what somebody else saw.
    const street = await district().as('gucheng');
    expect((await street.get(url('orders'))).headers.etag).not.toBe((await officer.get(url('orders'))).headers.etag);
  });

  it('knows no layer that the viewer may not read, and no tile outside the pyramid', async () => {
    const administrator = await district().as('sysadmin');
    expect((await administrator.get(url('intake'))).status).toBe(404);
    expect((await officer.get(url('no-such-layer'))).status).toBe(404);
    expect((await officer.get(url('accounts'))).status).toBe(404);
    expect((await district().anybody().get(url('experts'))).status).toBe(401);
    for (const path of ['14/16384/0', '23/0/0', '-1/0/0', '14/1e3/1', '1/2/0', '14/0x1/1', '99999999999/0/0', 'a/b/c'])
      expect([path, (await officer.get(`/tiles/experts/${path}.mvt`)).status]).toEqual([path, 404]);
    expect((await officer.get(url(Array(40).fill('experts').join(',')))).status).toBe(404);
    expect((await officer.get('/tiles/experts/14/1/1.png')).status).toBe(404);
  });

  describe('cut by the database and by hand', () => {
    it('are the same features, whole and gathered', async ({ skip }) => {
      const { platform } = district().server;
      if (platform.database.kind === 'embedded') return skip('the embedded database cannot cut tiles');
      const layers = layersOf(platform.catalogue);
      const system = { isSystem: true, hats: [] } as unknown as Viewer;
      const cut = (make: typeof byHand, name: string, at: typeof HERE) =>
        runView(
          platform,
          { may: SIGNED_IN, run: (ctx) => make(ctx, name, [layers.get(name) as never], at) },
          {},
          system,
        ) as Promise<Uint8Array>;
      let compared = 0;
      for (const name of ['experts', 'areas', 'orders'])
        for (const z of [9, 11, 12, 14])
          for (const at of tilesOver(116.17, 39.9, 116.2, 39.92, z)) {
            const ours = readTile(await cut(byHand, name, at), at)[name] ?? [];
            const theirs = readTile(await cut(byDatabase, name, at), at)[name] ?? [];
            expect(ours.map(({ properties }) => properties)).toEqual(theirs.map(({ properties }) => properties));
            const near = (360 / 2 ** z / EXTENT) * 3;
            ours.forEach((one, index) => {
              const other = bounds(theirs[index] as TileFeature);
              bounds(one).forEach((value, side) => {
                expect(Math.abs(value - (other[side] as number))).toBeLessThan(near);
              });
            });
            compared += ours.length;
          }
      expect(compared).toBeGreaterThan(50);
    });
  });

  it('leaves out none of a crowd: points are gathered in fine cells until a map can go no deeper', async () => {
    const { platform } = district().server;
    await sql`insert into expert select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'base',
        st_asewkt(st_setsrid(st_makepoint(116.1881 + (n % 50) * 0.00001, 39.9101 + (n / 50) * 0.00001), 4490))))).*
      from expert e, generate_series(1, ${CROWD + 500}) n where e.id = ${ids[0] as string}`.execute(
      platform.database.kysely,
    );
    // The tile of that name was finished before; whatever changes the register names it anew.
    await officer.does('experts.register', { ...EXPERT, name: '柳新', base: AT });
    await district().settle();
    const of = async (z: number) => {
      let [counted, features] = [0, 0];
      for (const at of tilesOver(116.18805, 39.91005, 116.1887, 39.9107, z)) {
        const { experts = [] } = await tile('experts', at);
        features += experts.length;
        for (const { properties } of experts) counted += Number(properties.count ?? 1);
      }
      return { counted, features };
    };
    const [low, deep] = [await of(14), await of(16)];
    expect(low.features).toBeLessThan(CROWD);
    expect(low.counted).toBeGreaterThan(CROWD + 500);
    expect(deep.features).toBeGreaterThan(CROWD + 500);
  });
});

/** The sides of a shape: two cutters may start a ring at different corners. */
function bounds({ geometry }: TileFeature): number[] {
  const numbers = (JSON.stringify(geometry).match(/-?\d+\.?\d*(?:e-?\d+)?/g) ?? []).map(Number);
  const [lngs, lats] = [0, 1].map((half) => numbers.filter((_, index) => index % 2 === half)) as [number[], number[]];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
