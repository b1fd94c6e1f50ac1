import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { mapServer } from '../../../../tests/support/map-server.ts';
import { demoLogins } from '../../../demo/start.ts';
import { lookAtLayers } from '../layers/layer.permissions.ts';
import type { Tried } from './sources.routes.ts';

const outside = await mapServer();
afterAll(() => outside.close());
const environment = {
  MAP_KEY_CITY: 's3cret',
  MAP_KEY_CITY_HOSTS: 'tiles.example',
  MAP_KEY_OLD: '0utdated',
  MAP_KEY_OLD_HOSTS: 'tiles.example',
  OIDC_CLIENT_SECRET: 'never',
};
const AT = '12/3370/1553';

inDistrict(
  'layers of outside services',
  (district) => {
    let officer: Person;
    let count = 0;
    const register = (how: string, more: object = {}) => {
      count += 1;
      return officer.command<{ id: string; field?: string }>('catalogueLayers.register', {
        name: `服务${count}`,
        folder: '外部服务',
        sourceKind: 'service',
        serviceKind: 'xyz',
        serviceAddress: `${outside.origin}/${how}/{z}/{x}/{y}`,
        ...more,
      });
    };
    const added = async (how: string, more: object = {}) => {
      const { status, body } = await register(how, more);
      expect([status, body]).toMatchObject([200, {}]);
      await district().settle();
      return body.id;
    };
    const test = async (id: string) =>
      (await officer.post(`/api/catalogue-layers/${id}/source/test`, {})).body as unknown as Tried;
    const tile = (id: string, who = officer, at = AT) => who.get(`/tiles/${id}/${at}`);

    beforeAll(async () => {
      officer = await district().as('zhiban');
    });

    it('come as pictures through the server, which alone knows the key', async () => {
      const id = await added('well', {
        serviceAddress: `${outside.origin}/well/{z}/{x}/{y}?tk={key}`,
        keyName: 'CITY',
        attribution: '示例制图单位',
      });
      const before = outside.asked.length;
      const first = await tile(id);
      expect([first.status, first.headers['content-type']]).toEqual([200, 'image/png']);
      expect(outside.asked.slice(before)).toEqual([`/well/${AT}?tk=s3cret`]);
      expect((await tile(id)).raw).toEqual(first.raw);
      expect(outside.asked.length).toBe(before + 1);
      for (const view of ['catalogueLayers.record', 'mapLayers.list', 'catalogueLayers.tree'] as const) {
        const told = JSON.stringify(await officer.sees(view, view === 'catalogueLayers.record' ? { id } : { ids: id }));
        expect(told).not.toContain('s3cret');
        if (view !== 'catalogueLayers.record') expect(told).not.toContain('tiles.example');
      }
      const { pictures } = await officer.sees<{ pictures: object[] }>('mapLayers.list', { ids: id });
      expect(pictures).toMatchObject([{ id, kind: 'raster', attribution: '示例制图单位' }]);
      expect(await test(id)).toMatchObject({ isAnswered: true, mediaType: 'image/png', reason: null });
      expect(JSON.stringify(await test(id))).not.toContain('s3cret');
      expect((await tile(await added('none'))).status).toBe(204);
    });

    it('are those of 天地图, asked as it wants it, its key put by the server', async () => {
      const entry = {
        ...{ serviceKind: 'tianditu', tiandituLayer: 'img', attribution: '天地图' },
        serviceAddress: `${outside.origin}/{layer}_w/wmts`,
      };
      const id = await added('', { ...entry, keyName: 'CITY' });
      const before = outside.asked.length;
      const [first, again] = [await tile(id), await tile(id)];
      expect([first.status, first.headers['content-type'], again.raw]).toEqual([200, 'image/png', first.raw]);
      expect(outside.asked.slice(before)).toEqual([
        '/img_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=12&TILEROW=1553&TILECOL=3370&tk=s3cret',
      ]);
      expect(await test(id)).toMatchObject({ isAnswered: true, mediaType: 'image/png', reason: null });
      // A key that it does not take: what it answers is said, and no key with it.
      const wrong = await added('', { ...entry, keyName: 'OLD' });
      expect((await tile(wrong)).status).toBeGreaterThanOrEqual(400);
      const told = await test(wrong);
      expect([told.isAnswered, told.reason?.zh]).toEqual([false, '对方系统拒绝了本机的凭据']);
      expect(JSON.stringify(told)).not.toMatch(/0utdated|s3cret/);
    });

    it('is told apart from what is no picture, and says when and why it did not answer', async () => {
      for (const [how, word] of [
        ['html', '请先登录'],
        ['exception', '图层 roads 不存在'],
        ['huge', '过大'],
        ['away', '内部网络'],
        ['inside', '内部网络'],
      ] as const) {
        const id = await added(how);
        const { status, body } = await tile(id);
        const { zh } = (body as unknown as { message: { zh: string } }).message;
        expect([how, status, zh]).toEqual([how, 502, expect.stringContaining(word)]);
        expect(zh).toMatch(/^该图层来源于 (06-\d\d )?\d\d:\d\d 未响应/);
        expect((await officer.get(`/api/catalogue-layers/${id}/source`)).body).toMatchObject({ state: 'silent' });
        const tried = await test(id);
        expect([how, tried.isAnswered, tried.reason?.zh]).toEqual([how, false, expect.stringContaining(word)]);
      }
      const keyed = await added('html', {
        serviceAddress: `${outside.origin}/html/{z}/{x}/{y}?tk={key}`,
        keyName: 'CITY',
      });
      expect(JSON.stringify((await tile(keyed)).body)).not.toContain('s3cret');
    });

    it('never leads inside, by whatever name or number', async () => {
      for (const host of [
        `127.0.0.1:${outside.port}`,
        '[::1]',
        '169.254.169.254',
        '0x7f.1',
        'intranet.example',
        'mixed.example',
        '[fd00::1]',
        '10.0.0.8',
      ]) {
        const id = await added('well', { serviceAddress: `http://${host}/well/{z}/{x}/{y}` });
        expect([host, (await test(id)).reason?.zh]).toEqual([host, expect.stringContaining('内部网络')]);
      }
    });

    it('sends a key to its own hosts alone', async () => {
      const address = (host: string) => ({ serviceAddress: `http://${host}/{z}/{x}/{y}?k={key}`, keyName: 'CITY' });
      const elsewhere = await added('', address('thief.example'));
      expect((await test(elsewhere)).reason?.zh).toContain('MAP_KEY_CITY');
      const unknown = await added('', { ...address('thief.example'), keyName: 'OIDC' });
      expect((await test(unknown)).reason?.zh).toContain('MAP_KEY_OIDC');
    });

    it('that hangs rests after a while, is asked again later, and holds nobody else up', async () => {
      const [well, hanging] = [await added('well'), await added('hangs')];
      const began = performance.now();
      const waiting = Promise.all([1, 2, 3].map((x) => tile(hanging, officer, `12/33${x}/1553`)));
      expect((await tile(well)).status).toBe(200);
      expect((await officer.view('mapLayers.list', { ids: well })).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(900);
      outside.revive();
      for (const { status } of await waiting) expect(status).toBe(502);
      const before = outside.asked.length;
      expect((await tile(hanging)).status).toBe(502);
      expect(outside.asked.length).toBe(before);
      district().clock.advance(31_000);
      const again = Promise.all([tile(hanging), tile(hanging, officer, '12/1/1')]);
      await expect.poll(() => outside.asked.length).toBe(before + 1);
      outside.revive();
      await again;
      expect(outside.asked.length).toBe(before + 1);
    });

    it('is refused in words where the entry cannot work', async () => {
      const xyz = `${outside.origin}/well/{z}/{x}/{y}`;
      for (const [more, field] of [
        [{ serviceAddress: `${outside.origin}/well` }, 'serviceAddress'],
        [{ serviceAddress: 'ftp://tiles.example/{z}/{x}/{y}' }, 'serviceAddress'],
        [{ serviceAddress: `${xyz}?tk=abc` }, 'serviceAddress'],
        [{ serviceAddress: 'http://me:pw@tiles.example/{z}/{x}/{y}' }, 'serviceAddress'],
        [{ serviceAddress: `${xyz}?tk={key}` }, 'keyName'],
        [{ keyName: 'CITY' }, 'keyName'],
        [{ serviceKind: 'wms' }, 'serviceLayer'],
        [{ serviceKind: 'tianditu', serviceAddress: null }, 'tiandituLayer'],
        [{ serviceKind: 'wmts', serviceLayer: 'roads', serviceSystem: 'cgcs2000' }, 'serviceSystem'],
        [{ serviceKind: 'wms', serviceLayer: 'roads', serviceSystem: 'gcj02' }, 'serviceSystem'],
        [{ minZoom: 12, maxZoom: 8 }, 'maxZoom'],
        [{ labelField: 'name' }, 'labelField'],
        [{ sourceKind: 'register', sourceLayer: 'experts' }, 'serviceKind'],
      ] as const) {
        const { status, body } = await register('well', more);
        expect([more, status, body.field]).toEqual([more, 400, field]);
      }
    });

    it('are for whom their entry is for, and shifted where they are drawn in GCJ-02', async () => {
      const id = await added('well', { seenByRoles: ['duty_leader'] });
      expect((await tile(id)).status).toBe(404);
      expect((await officer.view('mapLayers.list', { ids: id })).body).toMatchObject({ pictures: [] });
      expect((await tile(id, await district().as('daiban'))).status).toBe(200);
      expect((await district().anybody().get(`/tiles/${id}/${AT}`)).status).toBe(401);
      const everybody = await added('well');
      const here = [
        `/tiles/${everybody}/${AT}`,
        `/ogc/collections/${everybody}/items`,
        `/tiles/${everybody}/${AT}.mvt`,
      ];
      for (const { username, role } of demoLogins(district().clock.now())) {
        const who = await district().as(username);
        const seen = [];
        for (const address of here) seen.push((await who.get(address)).status);
        // An outside picture is no layer of records: it has no features, whoever asks.
        expect([username, seen]).toEqual([username, [role in lookAtLayers.granted ? 200 : 404, 404, 404]]);
        const told = await who.view('mapLayers.list', { ids: everybody });
        expect(JSON.stringify(told.body)).not.toMatch(/tiles\.example|s3cret/);
      }
      const street = await district().as('gucheng');
      expect((await street.post(`/api/catalogue-layers/${id}/source/test`, {})).status).toBe(403);
      const shifted = await added('well', { serviceSystem: 'gcj02' });
      const before = outside.asked.length;
      const { status, headers } = await tile(shifted);
      expect([status, headers['content-type']]).toEqual([200, 'image/webp']);
      // The shift is less than one square at this depth: four of them hold ours.
      expect(outside.asked.slice(before).sort()).toEqual(
        ['12/3370/1552', '12/3370/1553', '12/3371/1552', '12/3371/1553'].map((at) => `/well/${at}`),
      );
    });

    it('outlive a restart on the disk, and stand in for a source that is silent, which is said', async () => {
      const id = await added('well');
      const { raw } = await tile(id);
      const before = outside.asked.length;
      await district().restart();
      expect((await tile(id)).raw).toEqual(raw);
      expect(outside.asked.length).toBe(before);
      district().clock.advance(25 * 3_600_000);
      outside.die();
      const stands = tile(id);
      await expect.poll(() => outside.asked.length).toBe(before + 1);
      outside.revive();
      expect((await stands).raw).toEqual(raw);
      expect((await officer.get(`/api/catalogue-layers/${id}/source`)).body).toMatchObject({ state: 'silent' });
      // What was never fetched has nothing to stand in for it.
      outside.die();
      const none = tile(id, officer, '12/3371/1553');
      await expect.poll(() => outside.asked.length).toBe(before + 2);
      outside.revive();
      expect((await none).status).toBe(502);
      // Kept long enough it is asked for anew, from the source that is there again.
      expect((await tile(id)).raw).toEqual(raw);
      expect(outside.asked.length).toBe(before + 3);
    });
  },
  undefined,
  { outside: { network: outside.network, environment } },
);
