import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

type Vacancies = { communities: number; items: { unitId: string; lacks: string[] }[] };

inDistrict('informants', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });

  it('are one A and one B of a community, also when two are named at the same instant', async () => {
    const { items, communities } = await officer.sees<Vacancies>('informants.vacancies');
    expect(communities).toBeGreaterThan(140);
    const unitId = items.find(({ lacks }) => lacks.length === 1)?.unitId ?? '';
    const name = (post: string, of: string) =>
      officer.command('informants.register', { unitId, post, name: of, phone: '10094990888' });
    expect((await name('a', '甲二')).body).toMatchObject({ key: 'record.doubled', field: 'post' });
    const answers = await Promise.all(['乙一', '乙二', '乙三'].map((of) => name('b', of)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const { status, body } of answers) if (status === 409) expect(body).toMatchObject({ field: 'post' });
    const after = await officer.sees<Vacancies>('informants.vacancies');
    expect(after.items.map((one) => one.unitId)).not.toContain(unitId);
    // A street is told of its own communities.
    const street = await (await district().as('gucheng')).sees<Vacancies>('informants.vacancies');
    expect(street.communities).toBeLessThan(30);
  });

  it('are due again a year after they were checked', async () => {
    const { items } = await officer.sees<{ items: { checkedOn: string; gaps: string[] }[] }>('informants.list', {
      checkedOnTo: '2025-06-11',
    });
    expect(items.length).toBeGreaterThan(0);
    for (const { gaps } of items) expect(gaps).toContain('check');
  });
});
