import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

type Grids = { items: { id: string; members: number; unmanned: string[] }[] };

inDistrict('grids', (district) => {
  it('say which of their duties nobody does, until somebody is named', async () => {
    const officer = await district().as('zhiban');
    const { id } = await officer.does<{ id: string }>('grids.register', {
      name: '试验网格',
      gridCode: '110107003007901',
      gridKind: 'basic',
      dutyLayers: ['social_governance', 'fire_protection'],
    });
    const grid = async () =>
      (await officer.sees<Grids>('grids.list', { q: '110107003007901' })).items.map(({ members, unmanned }) => ({
        members,
        unmanned,
      }));
    expect(await grid()).toEqual([{ members: 0, unmanned: ['social_governance', 'fire_protection'] }]);
    const member = { gridId: id, name: '试某', part: 'worker', phone: '10094990999' };
    await officer.does('gridMembers.register', { ...member, dutyLayers: ['fire_protection'] });
    expect(await grid()).toEqual([{ members: 1, unmanned: ['social_governance'] }]);
    // A filter by layer reads the list of layers, not its text.
    const { items } = await officer.sees<Grids>('grids.list', { dutyLayers: 'meteorology' });
    expect(items).toEqual([]);
  });
});
