import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { readTile, type TileFeature, tilesOver } from '../../../../tests/support/tile.ts';

const AT = { lng: 116.1881, lat: 39.9101 };
const [HERE] = tilesOver(AT.lng, AT.lat, AT.lng, AT.lat, 14) as [{ z: number; x: number; y: number }];
const ENTRY = { folder: '专题/燃气', sourceKind: 'register', sourceLayer: 'experts' };

inDistrict('layers of the catalogue', (district) => {
  let officer: Person;
  let gas: string;
  const add = (name: string, more: object = {}) =>
    officer.command<{ id: string }>('catalogueLayers.register', { ...ENTRY, name, ...more });
  const tile = async (ids: string, who = officer): Promise<TileFeature[]> => {
    const { status, raw } = await who.get(`/tiles/${ids}/${HERE.z}/${HERE.x}/${HERE.y}.mvt?joined=1`);
    if (status === 204) return [];
    expect(status).toBe(200);
    return readTile(raw, HERE).joined ?? [];
  };
  const titles = (features: readonly TileFeature[]) => features.map(({ properties }) => properties.title).sort();

  beforeAll(async () => {
    officer = await district().as('zhiban');
    for (const [name, fields] of [
      ['柳燃气', ['gas']],
      ['柳水务', ['hydraulics']],
    ] as const)
      await officer.does('experts.register', {
        name,
        fields,
        organisation: '检测中心（示例）',
        isOnCall: true,
        base: AT,
        appointedOn: '2026-01-01',
        termEndsOn: '2028-12-31',
      });
    const { status, body } = await add('燃气专家', { filterField: 'fields', filterValues: ['gas'], colour: '3' });
    expect([status, body]).toMatchObject([200, {}]);
    gas = body.id;
    await district().settle();
  });

  it('draws what of a register it is narrowed to, joined with others in one layer of the tile', async () => {
    const seen = await tile(`experts,${gas}`);
    expect(titles(seen.filter(({ properties }) => properties.layer === gas))).toContain('柳燃气');
    expect(titles(seen.filter(({ properties }) => properties.layer === gas))).not.toContain('柳水务');
    expect(titles(seen.filter(({ properties }) => properties.layer === 'experts'))).toEqual(
      expect.arrayContaining(['柳燃气', '柳水务']),
    );
    const { layers } = await officer.sees<{ layers: { id: string; count: number; entry: object }[] }>(
      'mapLayers.list',
      { ids: gas },
    );
    expect(layers).toMatchObject([{ id: gas, register: 'expert', entry: { colour: '3' } }]);
  });

  it('names the field that its source does not have, and the values it does not know', async () => {
    for (const [more, field] of [
      [{ labelField: 'colour' }, 'labelField'],
      [{ classField: 'phone' }, 'classField'],
      [{ filterField: 'altitude', filterValues: ['1'] }, 'filterField'],
      [{ filterField: 'fields', filterValues: ['moon'] }, 'filterValues'],
      [{ filterField: 'fields' }, 'filterField'],
      [{ sourceLayer: 'accounts' }, 'sourceLayer'],
      [{ folder: '甲//乙' }, 'folder'],
      [{ sourceKind: 'features', sourceLayer: null }, 'sourceKind'],
    ] as const) {
      const { status, body } = await add('有误', more);
      expect([field, status, (body as unknown as { field: string }).field]).toEqual([field, 400, field]);
    }
  });

  it('tells by which names it may be filled in, and none of a register that may not be read', async () => {
    const asked = async (who: Person, input: object) =>
      (
        await who.sees<{ choices: { id: string; label: { zh: string } }[] }>('catalogueLayers.names', input)
      ).choices.map(({ id, label }) => `${id} ${label.zh}`);
    expect(await asked(officer, { field: 'sourceLayer' })).toContain('experts 专家');
    expect(await asked(officer, { field: 'filterField', sourceLayer: 'experts' })).toContain('fields 专业领域');
    const values = { field: 'filterValues', sourceLayer: 'experts', filterField: 'fields' };
    expect(await asked(officer, values)).toContain('gas 燃气');
    const utility = await district().as('ranqi');
    expect(await asked(utility, { field: 'sourceLayer' })).not.toContain('experts 专家');
    expect(await asked(utility, values)).toEqual([]);
  });

  it('is there for the posts and units it is for, and for nobody who may not read its register', async () => {
    const { body } = await add('仅带班领导', { seenByRoles: ['duty_leader'] });
    await district().settle();
    const leader = await district().as('daiban');
    const inTree = async (who: Person) =>
      (await who.sees<{ entries: { id: string }[] }>('catalogueLayers.tree')).entries.map(({ id }) => id);
    const status = async (who: Person, id: string) =>
      (await who.get(`/tiles/${id}/${HERE.z}/${HERE.x}/${HERE.y}.mvt`)).status;
    expect(await inTree(officer)).not.toContain(body.id);
    expect(await status(officer, body.id)).toBe(404);
    const own = (await leader.sees<{ entries: { id: string }[] }>('catalogueLayers.tree')).entries;
    expect(own.map(({ id }) => id)).toContain(body.id);
    expect(await status(leader, body.id)).toBe(200);
    // 联络员 of a company reads no experts, whatever the catalogue says.
    const utility = await district().as('ranqi');
    expect(await status(utility, gas)).toBe(404);
    expect((await utility.view('mapLayers.list', { ids: gas })).body).toMatchObject({ layers: [] });
  });

  it('registers one for each value of a register at once, in every street where asked, and keeps what is there', async () => {
    const make = (input: object) =>
      officer.does<{ created: number; kept: number }>('catalogueLayers.registerThematic', input);
    const { created } = await make({ sourceLayer: 'experts' });
    expect(created).toBeGreaterThan(0);
    const again = await make({ sourceLayer: 'experts', byStreet: true });
    expect(again).toEqual({ created: 9 * created, kept: created });
    // A line runs through several streets.
    await make({ sourceLayer: 'rivers' });
    const refused = await officer.command('catalogueLayers.registerThematic', {
      sourceLayer: 'rivers',
      byStreet: true,
    });
    expect([refused.status, JSON.stringify(refused.body)]).toMatchObject([409, expect.stringContaining('都已登记')]);
    await district().settle();
    const { entries } = await officer.sees<{ entries: { name: string; folder: string }[] }>('catalogueLayers.tree');
    const street = entries.filter(({ folder }) => /^专家\/.+\/分街道\/古城街道$/.test(folder));
    expect(street).toHaveLength(created);
    expect(street.every(({ name }) => name.endsWith('（古城街道）'))).toBe(true);
    const { status } = await officer.command('catalogueLayers.registerThematic', { sourceLayer: 'informants' });
    expect(status).toBe(400);
  });

  it('changes on the map when its entry or a record of it does', async () => {
    const before = await officer.get(`/tiles/${gas}/${HERE.z}/${HERE.x}/${HERE.y}.mvt`);
    await officer.does('catalogueLayers.correct', { id: gas, filterValues: ['hydraulics'] });
    await district().settle();
    expect(titles(await tile(gas))).toContain('柳水务');
    const after = await officer.get(`/tiles/${gas}/${HERE.z}/${HERE.x}/${HERE.y}.mvt`);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    await officer.does('catalogueLayers.withdraw', { id: gas, reason: '不再使用' });
    await district().settle();
    expect((await officer.get(`/tiles/${gas}/${HERE.z}/${HERE.x}/${HERE.y}.mvt`)).status).toBe(404);
  });
});
