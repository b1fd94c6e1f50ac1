import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';

interface Reconciliation {
  items: { figure: string; listed: number; released: number | null; isEqual: boolean }[];
  safe: number;
  unnamed: number;
  doubled: number;
}

inDistrict('casualties by name', (district) => {
  it('are counted beside the released figures, masked in lists, and told when one is there twice', async () => {
    const { officer, incidentId } = await walkOneIncident(district());
    const person = {
      incidentId,
      description: '蓝色工装男工',
      name: '赵某某',
      identityNumber: '110107199003076315',
      condition: 'slightly_injured',
      conditionAt: '2026-06-11T02:39:00Z',
      source: 'emergency_120',
      whereabouts: '首钢医院',
      familyPhone: '10098765432',
    };
    const made = await officer.does<{ id: string; version: number }>('casualties.register', person);
    await officer.does('casualties.register', { ...person, description: '同一人，医院另报', source: 'hospital' });
    await officer.does('casualties.register', {
      incidentId,
      description: '女性，约 50 岁，过路人',
      condition: 'safe',
      conditionAt: '2026-06-11T02:39:00Z',
      source: 'rescue',
    });
    const look = () => officer.sees<Reconciliation>('casualties.reconciliation', { incidentId });
    const first = await look();
    expect(first).toMatchObject({ safe: 1, unnamed: 1, doubled: 1 });
    expect(first.items.find(({ figure }) => figure === 'minorInjuries')).toEqual({
      figure: 'minorInjuries',
      listed: 2,
      released: 2,
      isEqual: true,
    });
    const listed = await officer.sees<{ items: { name: string | null }[] }>('casualties.list', { incidentId });
    expect(JSON.stringify(listed.items)).not.toMatch(/赵某某|110107199003076315|10098765432/);

    const wrong = [
      [{ conditionAt: '2026-06-12T00:00:00Z' }, 'conditionAt'],
      [{ age: 160 }, 'age'],
      [{ identityNumber: '110107199003076316' }, 'identityNumber'],
      [{ condition: 'vanished' }, 'condition'],
    ] as const;
    for (const [change, field] of wrong)
      expect(await officer.command('casualties.register', { ...person, ...change })).toMatchObject({
        status: 400,
        body: { field },
      });
    await officer.does(
      'casualties.correct',
      {
        id: made.id,
        condition: 'seriously_injured',
        reason: '医院诊断',
      },
      { version: made.version },
    );
    expect((await look()).items.filter(({ isEqual }) => !isEqual).map(({ figure }) => figure)).toEqual([
      'seriousInjuries',
      'minorInjuries',
    ]);
    const street = await district().as('gucheng');
    expect((await street.view('casualties.reconciliation', { incidentId })).status).toBe(403);
  });
});
