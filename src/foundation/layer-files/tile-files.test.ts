import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { tilesOver } from '../../../tests/support/tile.ts';
import { BASE_FACTS, baseTiles, mbtiles, pmtiles } from '../../../tests/support/tile-files.ts';
import { newId } from '../../kernel/ids.ts';
import { pyramids } from '../geo/index.ts';

interface Told {
  readonly id: string;
  readonly message?: { zh: string };
}

const [HERE] = tilesOver(116.19, 39.91, 116.19, 39.91, 11) as [{ z: number; x: number; y: number }];
const path = ({ z, x, y }: typeof HERE) => `${z}/${x}/${y}`;
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

inDistrict('files of tiles', (district) => {
  let officer: Person;
  let count = 0;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });

  const send = async (bytes: Buffer, who = officer) =>
    (await who.post('/api/files?name=底图.pmtiles', bytes, { 'content-type': 'application/octet-stream' })).body as {
      id: string;
    };
  const make = async (fileId: string, who = officer) => {
    count += 1;
    const { status, body } = await who.post('/api/tile-files', { fileId, name: `瓦片${count}`, folder: '底图' });
    return { status, body: body as unknown as Told };
  };
  const upload = async (bytes: Buffer) => make((await send(bytes)).id);

  it('are layers of vector tiles, unpacked and by right', async () => {
    const tiles = [...baseTiles()];
    const { status, body } = await upload(await pmtiles(BASE_FACTS, tiles));
    expect([status, body]).toMatchObject([200, {}]);
    const answer = await officer.get(`/tiles/${body.id}/${path(HERE)}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/vnd.mapbox-vector-tile']);
    const written = tiles.find(({ z, x, y }) => z === HERE.z && x === HERE.x && y === HERE.y);
    expect(answer.raw).toEqual(gunzipSync(written?.bytes ?? Buffer.alloc(0)));
    expect((await officer.get(`/tiles/${body.id}/11/1/1`)).status).toBe(204);
    const { pictures } = await officer.sees<{ pictures: object[] }>('mapLayers.list', { ids: body.id });
    expect(pictures).toMatchObject([
      { kind: 'vector', schema: 'protomaps', attribution: '© 示例制图', minZoom: 9, maxZoom: 13, tileLayer: null },
    ]);
    const entry = { id: body.id, seenByRoles: ['duty_leader'] };
    expect((await officer.command('catalogueLayers.correct', { ...entry, labelField: 'height' })).body).toMatchObject({
      field: 'labelField',
    });
    await officer.does('catalogueLayers.correct', { ...entry, tileLayer: 'roads', labelField: 'name' });
    await district().settle();
    expect((await officer.get(`/tiles/${body.id}/${path(HERE)}`)).status).toBe(404);
    expect((await (await district().as('daiban')).get(`/tiles/${body.id}/${path(HERE)}`)).status).toBe(200);
  });

  it('come in parts where they are large, and lie beneath every map when they are chosen', async () => {
    const bytes = await pmtiles(BASE_FACTS, baseTiles([10]));
    const id = newId();
    await officer.post(`/api/uploads?size=${bytes.length}&name=底图.pmtiles`, {}, { 'idempotency-key': id });
    const { app } = district().server;
    const headers = { cookie: officer.cookie, 'content-type': 'application/octet-stream' };
    const url = `/api/uploads/${id}/parts/1?sha256=${digestOf(bytes)}`;
    await app.inject({ method: 'PUT', url, headers, payload: bytes });
    const done = await officer.post(`/api/uploads/${id}/complete`, {});
    expect(done.body).toMatchObject({ mediaType: 'application/vnd.pmtiles' });
    const { body } = await make((done.body as { id: string }).id);
    await district().settle();
    const street = await district().as('gucheng');
    const base = async () => (await street.sees<{ pictures: { id: string }[] }>('baseMaps.now')).pictures;
    expect(await base()).toEqual([]);
    expect((await street.command('baseMaps.choose', { layerIds: [body.id] })).status).toBe(403);
    await officer.does('baseMaps.choose', { layerIds: [body.id] });
    expect(await base()).toMatchObject([{ id: body.id, schema: 'protomaps' }]);
    await officer.does('baseMaps.choose', { layerIds: [] });
    expect(await base()).toEqual([]);
  });

  it('are read of an MBTiles, whose rows are counted from the south', async () => {
    const background = { r: 20, g: 120, b: 60 };
    const bytes = await sharp({ create: { width: 256, height: 256, channels: 3, background } })
      .png()
      .toBuffer();
    const { status, body } = await upload(await mbtiles({ format: 'png', name: '影像' }, [{ ...HERE, bytes }]));
    expect([status, body]).toMatchObject([200, {}]);
    const answer = await officer.get(`/tiles/${body.id}/${path(HERE)}`);
    expect([answer.status, answer.headers['content-type'], answer.raw]).toEqual([200, 'image/png', bytes]);
  });

  it('are refused in words when they are broken, false or a bomb', async () => {
    const sound = await pmtiles(BASE_FACTS, baseTiles([9]));
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const picture = Buffer.from('<html>');
    const png = { ...BASE_FACTS, format: 'png' } as const;
    const nameless = { ...BASE_FACTS, metadata: {} };
    for (const [bytes, word] of [
      [sound.subarray(0, 400), '不完整'],
      [Buffer.concat([sound.subarray(0, 127), Buffer.alloc(500, 0xff)]), '不完整'],
      [await pmtiles(BASE_FACTS, [{ ...HERE, bytes: bomb }]), '不完整'],
      [await pmtiles(png, [{ ...HERE, bytes: picture }]), '格式不符'],
      [await pmtiles(nameless, baseTiles([9])), 'vector_layers'],
      [await mbtiles({ format: 'pbf' }, [{ ...HERE, bytes: bomb }]), '过大'],
      [await mbtiles({ format: 'shp' }, []), '不支持'],
      [await mbtiles({ format: 'png' }, []), '没有瓦片'],
    ] as const) {
      const { status, body } = await upload(bytes as Buffer);
      expect([word, status, body.message?.zh]).toEqual([word, 400, expect.stringContaining(word)]);
    }
    const { entries } = await officer.sees<{ entries: { name: string }[] }>('catalogueLayers.tree');
    expect(entries.map(({ name }) => name)).not.toContain(`瓦片${count}`);
    const endless =
      'create view tiles as with recursive n(i) as (select 1 union all select i + 1 from n) select i as zoom_level, 0 as tile_column, 0 as tile_row, null as tile_data from n where i < 0';
    const bytes = await mbtiles({ format: 'png' }, [], endless);
    const at = join(district().home, 'files', digestOf(bytes).slice(0, 2), digestOf(bytes));
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
    await expect(pyramids(district().home, 1500)(digestOf(bytes), 'mbtiles')).rejects.toMatchObject({
      params: { reason: { zh: '两分钟内未能读完' } },
    });
  });

  it('belong to whoever sent them, and no digest leads to another file', async () => {
    const { id } = await send(await pmtiles(BASE_FACTS, baseTiles([9])));
    expect((await make(id, await district().as('gucheng'))).status).toBe(403);
    const facts = {
      archive: 'pmtiles',
      sha256: digestOf(Buffer.from('other')),
      format: 'mvt',
      minZoom: 9,
      maxZoom: 9,
      bounds: [116, 39, 117, 40],
      schema: null,
      layers: [],
    };
    const entry = { name: '冒充', folder: '底图', sourceKind: 'tiles', tileFile: [id] };
    for (const [tileFacts, field] of [
      [facts, 'tileFile'],
      [{ ...facts, sha256: '../../keys/master' }, 'sourceKind'],
      [null, 'sourceKind'],
    ] as const)
      expect((await officer.command('catalogueLayers.register', { ...entry, tileFacts })).body).toMatchObject({
        field,
      });
  });
});
