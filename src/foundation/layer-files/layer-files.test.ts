import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { readTile, tilesOver } from '../../../tests/support/tile.ts';

const AT = [116.1881, 39.9101];
const [HERE] = tilesOver(116.1881, 39.9101, 116.1881, 39.9101, 14) as [{ z: number; x: number; y: number }];
const feature = (name: string, coordinates: unknown, type = 'Point') => ({
  type: 'Feature',
  properties: { name, kind: name.slice(0, 1) },
  geometry: { type, coordinates },
});

inDistrict('uploaded layers', (district) => {
  const upload = async (who: Person, name: string, features: unknown[]) => {
    const { statusCode, body } = await district().server.app.inject({
      method: 'POST',
      url: `/api/layer-files?${new URLSearchParams({ file: 'a.geojson', name, folder: '外部数据' })}`,
      headers: { cookie: who.cookie, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    });
    return { status: statusCode, body: JSON.parse(body) as { id: string; count: number; message: { zh: string } } };
  };

  it('is drawn, told and handed on like a register, to whoever it is for', async () => {
    const officer = await district().as('zhiban');
    const { status, body } = await upload(officer, '消火栓', [
      feature('甲栓', AT),
      feature('乙管', [AT, [116.189, 39.911]], 'LineString'),
    ]);
    expect([status, body]).toMatchObject([200, { count: 2 }]);
    await district().settle();
    const { raw } = await officer.get(`/tiles/${body.id}/${HERE.z}/${HERE.x}/${HERE.y}.mvt`);
    const drawn = readTile(raw, HERE)[body.id] ?? [];
    expect(drawn.map(({ properties }) => properties.title).sort()).toEqual(['乙管', '甲栓']);
    const id = String(drawn.find(({ properties }) => properties.title === '甲栓')?.properties.id);
    const card = await officer.sees<{ facts: { value: { zh: string } }[] }>('mapLayers.card', { layer: body.id, id });
    expect(card.facts.map(({ value }) => value.zh)).toContain('甲');
    const items = await officer.get(`/ogc/collections/${body.id}/items`);
    expect(JSON.parse(items.raw.toString())).toMatchObject({ numberMatched: 2 });
    await officer.does('catalogueLayers.correct', { id: body.id, seenByRoles: ['duty_leader'] });
    await district().settle();
    expect((await officer.get(`/tiles/${body.id}/${HERE.z}/${HERE.x}/${HERE.y}.mvt`)).status).toBe(404);
    expect((await officer.get(`/ogc/collections/${body.id}/items`)).status).toBe(404);
    expect((await officer.view('mapLayers.card', { layer: body.id, id })).status).toBe(404);
    // A style that names what the file does not have.
    const wrong = await officer.command('catalogueLayers.correct', { id: body.id, labelField: 'height' });
    expect(wrong).toMatchObject({ status: 400, body: { field: 'labelField' } });
  });

  it('refuses a whole file for one shape that is none, and those who keep no layers', async () => {
    const officer = await district().as('zhiban');
    const { status, body } = await upload(officer, '有误', [feature('甲', AT), feature('乙', [39.91, 116.18])]);
    expect([status, body.message.zh]).toEqual([400, expect.stringContaining('第 2 个要素')]);
    expect((await upload(await district().as('gucheng'), '街道', [feature('甲', AT)])).status).toBe(403);
    const { entries } = await officer.sees<{ entries: { name: string }[] }>('catalogueLayers.tree');
    expect(entries.map(({ name }) => name)).not.toContain('有误');
  });
});
