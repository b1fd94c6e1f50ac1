import { expect, it } from 'vitest';
import { inDistrict } from '../../../../tests/support/district.ts';
import { lengthOf } from '../measure.rules.ts';

interface Near {
  from: { lng: number; lat: number } | null;
  items: {
    id: string;
    title: string;
    metres: number;
    lng: number;
    lat: number;
    unitName: string;
    state: { id: string };
  }[];
}

const HERE = { lng: 116.19, lat: 39.91 };

inDistrict('what is nearest', (district) => {
  const expert = async (name: string, base: { lng: number; lat: number } | null) =>
    (
      await (
        await district().as('zhiban')
      ).does<{ id: string }>('experts.register', {
        name,
        fields: ['gas'],
        organisation: '检测中心（示例）',
        isOnCall: true,
        base,
        appointedOn: '2026-01-01',
        termEndsOn: '2028-12-31',
      })
    ).id;

  it('is what metres say, not degrees: what lies east is nearer than it looks', async () => {
    const who = await district().as('zhiban');
    const far = { lng: 100, lat: 30 };
    // 0.0100° north are 1,110 m; 0.0120° east are 1,160 m, 0.0114° east 1,100 m: in degrees north would come first.
    const north = await expert('北在册', { lng: far.lng, lat: far.lat + 0.01 });
    const east = await expert('东在册', { lng: far.lng + 0.0114, lat: far.lat });
    const [one] = (await who.sees<Near>('mapLayers.nearest', { layer: 'experts', ...far, limit: 1 })).items;
    expect(one).toMatchObject({ id: east, title: '东在册' });
    const both = (await who.sees<Near>('mapLayers.nearest', { layer: 'experts', ...far, limit: 2 })).items;
    expect(both.map(({ id }) => id)).toEqual([east, north]);
    for (const { metres, lng, lat } of both) expect(metres / lengthOf([far, { lng, lat }])).toBeCloseTo(1, 6);
    const within = await who.sees<Near>('mapLayers.nearest', { layer: 'experts', ...far, within: 1104 });
    expect(within.items.map(({ id }) => id)).toEqual([east]);
  });

  it('agrees with measuring every record, for teams, outlines and lines', async () => {
    const who = await district().as('zhiban');
    for (const layer of ['teams', 'warehouses', 'shelters', 'areas', 'roads']) {
      const all = (await who.sees<Near>('mapLayers.nearest', { layer, ...HERE, limit: 100 })).items;
      const few = (await who.sees<Near>('mapLayers.nearest', { layer, ...HERE, limit: 3 })).items;
      expect(few).toEqual(all.slice(0, 3));
      expect(few).toHaveLength(3);
      expect(all.map(({ metres }) => metres)).toEqual(all.map(({ metres }) => metres).toSorted((a, b) => a - b));
    }
  });

  it('starts from a record that one may see; without a place nothing is near', async () => {
    const who = await district().as('zhiban');
    const placed = await expert('有处在册', HERE);
    const unplaced = await expert('无处在册', null);
    const near = await who.sees<Near>('mapLayers.nearest', {
      layer: 'teams',
      register: 'expert',
      recordId: placed,
      limit: 2,
    });
    expect(near.from).toEqual(HERE);
    expect(near.items[0]).toMatchObject({ state: { id: 'active' }, unitName: expect.stringMatching(/./) });
    const nothing = await who.sees<Near>('mapLayers.nearest', {
      layer: 'teams',
      register: 'expert',
      recordId: unplaced,
    });
    expect(nothing).toMatchObject({ from: null, items: [] });
    const unknown = await who.view('mapLayers.nearest', {
      layer: 'teams',
      register: 'expert',
      id: crypto.randomUUID(),
    });
    expect(unknown.status).toBe(404);
    const unsaid = await who.view('mapLayers.nearest', { layer: 'teams', lng: 116 });
    expect(unsaid).toMatchObject({ status: 400, body: { field: 'lat' } });
  });

  it('shows each person their own: a captain meets the team of their unit, and no layer one may not read', async () => {
    const captain = await district().as('qiangxian');
    const own = await captain.sees<Near>('mapLayers.nearest', { layer: 'teams', ...HERE, limit: 50 });
    const all = await (await district().as('zhiban')).sees<Near>('mapLayers.nearest', {
      layer: 'teams',
      ...HERE,
      limit: 50,
    });
    expect(own.items.length).toBeLessThan(all.items.length);
    expect(new Set(own.items.map(({ unitName }) => unitName)).size).toBeLessThanOrEqual(1);
    expect((await captain.view('mapLayers.nearest', { layer: 'experts', ...HERE })).status).toBe(404);
  });
});
