import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { GAS_CALL } from '../../../tests/support/walk.ts';
import { bufferOf } from './measure.rules.ts';

/** Nothing of the demo lies near. */
const FAR = { lng: 100, lat: 30 };

interface Table {
  count: number;
  items: { title: string; state: { zh: string }; placeText: string; lng: number }[];
  listFilters: Record<string, string> | null;
}

inDistrict('the map as a table', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
    const ring = bufferOf(FAR, 1003, 4);
    for (const [index, [lng, lat]] of [[FAR.lng, FAR.lat] as const, ...ring.slice(0, 2)].entries())
      await officer.does('experts.register', {
        name: `图上在册${index}`,
        fields: [index === 0 ? 'gas' : 'traffic'],
        organisation: '检测中心（示例）',
        isOnCall: true,
        base: { lng, lat },
        appointedOn: '2026-01-01',
        termEndsOn: '2028-12-31',
      });
  });
  const table = (within: string, more: object = {}) =>
    officer.sees<Table>('mapLayers.records', { layer: 'experts', within, ...more });

  it('tells how many there are and names as many as were asked for', async () => {
    const box = '99.9,29.9;100.1,29.9;100.1,30.1;99.9,30.1';
    const all = await table(box);
    expect(all.count).toBe(3);
    expect(all.items.map(({ title }) => title)).toEqual(['图上在册2', '图上在册1', '图上在册0']);
    expect(all.items[0]).toMatchObject({ state: { zh: '在册' }, placeText: '' });
    const first = await table(box, { limit: 1 });
    expect([first.count, first.items.length]).toEqual([3, 1]);
    const { items } = await officer.sees<Table>('mapLayers.records', {
      layer: 'areas',
      within: '116.18,39.9;116.2,39.9;116.2,39.92;116.18,39.92',
    });
    expect(items.some(({ placeText }) => /^.+街道.+社区$/.test(placeText))).toBe(true);
  });

  it('measures a circle on the spheroid, and the list of the register narrows to the same records', async () => {
    expect((await table('100,30,1000')).count).toBe(1);
    const { count, listFilters } = await table('100,30,1010');
    expect([count, listFilters]).toEqual([3, { within: '100,30,1010' }]);
    expect((await officer.sees<{ count: number }>('experts.count', { ...listFilters })).count).toBe(3);
    const { items } = await officer.sees<{ items: { name: string }[] }>('experts.list', { within: '100,30,1000' });
    expect(items.map(({ name }) => name)).toEqual(['图上在册0']);
    const thematic = await officer.does<{ id: string }>('catalogueLayers.register', {
      name: '燃气专家',
      folder: '试验',
      sourceKind: 'register',
      sourceLayer: 'experts',
      filterField: 'fields',
      filterValues: ['gas'],
    });
    const narrowed = await table('100,30,1010', { layer: thematic.id });
    expect(narrowed).toMatchObject({ count: 1, listFilters: { within: '100,30,1010', fields: 'gas' } });
    expect((await officer.sees<{ count: number }>('experts.count', { ...narrowed.listFilters })).count).toBe(1);
    // Incidents, calls and orders have lists of their own making, which take the same ground.
    for (const [layer, name] of [
      ['incidents', 'incidents.list'],
      ['intake', 'intake.list'],
      ['orders', 'orders.board'],
    ] as const) {
      const found = await officer.sees<Table>('mapLayers.records', { layer, within: '100,30,1010' });
      expect([found.count, found.listFilters]).toEqual([0, { within: '100,30,1010' }]);
      expect((await officer.sees<{ items: unknown[] }>(name, { ...found.listFilters })).items).toEqual([]);
    }

    await officer.does('intake.take', { ...GAS_CALL, place: { lng: 100, lat: 30 }, placeText: '远处', text: '燃气味' });
    const near = await officer.sees<{ items: { placeText: string }[] }>('intake.list', { within: '100,30,1010' });
    expect(near.items.map(({ placeText }) => placeText)).toEqual(['远处']);
  });

  it('says what is no ground', async () => {
    for (const name of ['mapLayers.records', 'experts.list']) {
      const answer = await officer.view(name, { layer: 'experts', within: '100,30' });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).toContain('不是一个范围');
    }
  });
});
