import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { readTile, tilesOver } from '../../../../tests/support/tile.ts';

const AT = { lng: 116.1881, lat: 39.9101 };
const [HERE] = tilesOver(AT.lng, AT.lat, AT.lng, AT.lat, 14) as [{ z: number; x: number; y: number }];

inDistrict('an entry while it is filled in', (district) => {
  let officer: Person;
  const tile = async (look: object, who = officer) => {
    const asked = encodeURIComponent(JSON.stringify(look));
    const { status, raw } = await who.get(`/tiles/draft/${HERE.z}/${HERE.x}/${HERE.y}.mvt?joined=1&look=${asked}`);
    return { status, features: status === 200 ? (readTile(raw, HERE).joined ?? []) : [] };
  };
  beforeAll(async () => {
    officer = await district().as('zhiban');
    for (const [name, fields] of [
      ['柳燃气', ['gas']],
      ['柳水务', ['hydraulics']],
    ] as const)
      await officer.does('experts.register', {
        ...{ name, fields, organisation: '检测中心（示例）', isOnCall: true, base: AT },
        ...{ appointedOn: '2026-01-01', termEndsOn: '2028-12-31' },
      });
    await district().settle();
  });

  it('is drawn as it would be saved: narrowed, coloured and labelled by what stands in the form', async () => {
    const names = async (look: object) => (await tile(look)).features.map(({ properties }) => properties.title);
    expect(await names({ sourceLayer: 'experts' })).toEqual(expect.arrayContaining(['柳燃气', '柳水务']));
    const gas = { sourceLayer: 'experts', filterField: 'fields', filterValues: ['gas'] };
    expect(await names(gas)).toContain('柳燃气');
    expect(await names(gas)).not.toContain('柳水务');
    const { features } = await tile({ ...gas, labelField: 'organisation', classField: 'professionalTitle' });
    expect(features.map(({ properties }) => properties.layer)).toContain('draft');
    expect(features.map(({ properties }) => properties.title)).toContain('检测中心（示例）');
    const told = await officer.sees('catalogueLayers.draft', { ...gas, classField: 'professionalTitle' });
    expect(told).toMatchObject({
      layer: { id: 'draft', colourBy: { label: { zh: expect.any(String) } } },
      picture: null,
    });
  });

  it('leaves aside what is half-way, and shows nobody more than the register does', async () => {
    const half = { sourceLayer: 'experts', filterField: 'phone', filterValues: ['1'], labelField: 'phone' };
    expect((await tile(half)).features.length).toBeGreaterThan(1);
    expect(JSON.stringify((await tile(half)).features)).not.toMatch(/"title":"1\d/);
    expect(await officer.sees('catalogueLayers.draft', {})).toEqual({ layer: null, picture: null });
    for (const look of [{ sourceLayer: 'nothing' }, { filterArea: "1' or" }, 'x'])
      expect((await tile(look as object)).status).toBe(404);
    const wall = await district().as('daping');
    expect((await tile({ sourceLayer: 'experts' }, wall)).status).toBe(404);
    expect((await tile({ entry: '0193f0b2-7a52-7c0e-9d52-0242ac120002' })).status).toBe(404);
  });
});
