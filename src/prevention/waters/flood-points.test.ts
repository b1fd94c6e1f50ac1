import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { RESPONSIBILITY_CATEGORIES } from '../../foundation/responsibilities/responsibility.register.ts';

inDistrict('flood-prone points', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });

  it('name three responsible persons, found by the tail of a number, and stand on the page of their river', async () => {
    const { id: riverId } = await officer.does<{ id: string }>('rivers.register', {
      name: '试验沟',
      riverKind: 'gully',
    });
    await officer.does('floodPronePoints.register', {
      name: '试验沟口',
      pointKind: 'village',
      at: { lng: 116.14, lat: 39.95 },
      riverId,
      pointLead: '丙某',
      pointLeadPhone: '10094990777',
    });
    const { items } = await officer.sees<{ items: object[] }>('floodPronePoints.list', { riverId, q: '0777' });
    expect(items).toMatchObject([{ name: '试验沟口', pointLeadPhone: '100****0777' }]);
  });

  it('refuse levels that fall and a bridge whose pump station does not exist', async () => {
    const river = { name: '试验河', riverKind: 'river', warningLevel: 75, guaranteeLevel: 74 };
    expect((await officer.command('rivers.register', river)).body).toMatchObject({ field: 'guaranteeLevel' });
    const bridge = {
      name: '试验桥',
      at: { lng: 116.18, lat: 39.9 },
      pumpStationId: '01900000-0000-7000-8000-000000000000',
    };
    expect((await officer.command('sunkenOverpasses.register', bridge)).status).toBeGreaterThanOrEqual(400);
  });

  it('lie, like all that names a category, on ground that somebody answers for', () => {
    const known: readonly string[] = RESPONSIBILITY_CATEGORIES.map(({ id }) => id);
    const declared = [...district().server.platform.catalogue.faces.values()].flatMap(({ register, responsibility }) =>
      responsibility ? [[register.name, responsibility] as const] : [],
    );
    expect(declared).toContainEqual(['flood_prone_point', 'flood_control']);
    expect(declared.filter(([, category]) => !known.includes(category))).toEqual([]);
  });
});
