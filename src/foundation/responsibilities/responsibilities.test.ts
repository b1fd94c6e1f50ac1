import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { systemViewer } from '../api/index.ts';
import type { Belief } from './responsibility.rules.ts';
import { holdsOn } from './responsibility.rules.ts';

interface Found {
  area: { code: string; names: string[] } | null;
  items: {
    id: string;
    category: string;
    areaCode: string;
    unitName: string;
    people: string[];
    validTo: string | null;
  }[];
}

const DAY = 86_400_000;
const ring = (lng: number, lat: number, size: number) => [
  [
    [lng, lat],
    [lng + size, lat],
    [lng + size, lat + size],
    [lng, lat + size],
    [lng, lat],
  ],
];

onEachDatabase('who is responsible', (open) => {
  let scene: Scene;
  let others: string;
  beforeAll(async () => {
    scene = await openScene(await open());
    const areas = [
      { code: '110107', name: '石景山区', kind: 'district', outline: ring(116, 39, 1) },
      { code: '110107002', name: '八角街道', kind: 'street', parentCode: '110107', outline: ring(116.1, 39.1, 0.1) },
      {
        code: '110107002001',
        name: '北里',
        kind: 'community',
        parentCode: '110107002',
        outline: ring(116.1, 39.1, 0.01),
      },
      { code: '110107003', name: '古城街道', kind: 'street', parentCode: '110107', outline: ring(116.4, 39.4, 0.1) },
    ];
    for (const area of areas) await scene.act(systemViewer, 'areas.define', { isSchematic: true, ...area });
    others = await scene.unit('区水务局', 'department', '110107');
  });
  afterAll(() => scene?.close());

  const assign = (input: object) =>
    scene.act<{ id: string }>(scene.people.duty, 'responsibilities.assign', {
      areaCode: '110107002',
      category: 'flood_control',
      unitId: scene.units.street,
      validFrom: '2026-03-01',
      ...input,
    });
  const ask = (input: object) => scene.see<Found>(scene.people.stranger, 'responsibilities.on', input);

  it('answers by place, day and category: the nearest first, then whoever answers for the rest', async () => {
    await assign({});
    await assign({ areaCode: '110107', unitId: others });
    await assign({ areaCode: '110107', category: 'general', unitId: scene.units.centre });
    const point = { lng: 116.105, lat: 39.105 };
    const found = await ask({ ...point, day: '2026-06-11', category: 'flood_control' });
    expect(found.area).toEqual({ code: '110107002001', names: ['石景山区', '八角街道', '北里'] });
    expect(found.items.map((one) => one.unitName)).toEqual(['八角街道', '区水务局', '区应急指挥中心']);
    expect(found.items[0]?.people[0]).toContain('李街道');
    expect((await ask({ ...point, day: '2026-02-28', category: 'flood_control' })).items).toEqual([]);
    expect(
      (await ask({ area: '110107003', day: '2026-06-11', category: 'gas' })).items.map((one) => one.unitName),
    ).toEqual(['区应急指挥中心']);
    expect(await ask({ lng: 0, lat: 0 })).toMatchObject({ area: null, items: [] });
  });

  it('is one at a time: a second is refused by name, a handover keeps both days apart', async () => {
    const first = await assign({ category: 'gas', validTo: null });
    await expect(assign({ category: 'gas', unitId: others, validFrom: '2026-12-01' })).rejects.toMatchObject({
      key: 'responsibility.doubled',
      phrase: { zh: expect.stringContaining('八角街道') },
    });
    await scene.act(scene.people.duty, 'responsibilities.handOver', {
      id: first.id,
      unitId: others,
      from: '2026-07-01',
      reason: '职责调整',
    });
    const on = async (day: string) => (await ask({ area: '110107002', day, category: 'gas' })).items[0]?.unitName;
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual(['八角街道', '区水务局']);
    const both = await Promise.allSettled([
      assign({ category: 'relief' }),
      assign({ category: 'relief', unitId: others }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('tells what was believed on a day about another day', async () => {
    const { people, clock } = scene;
    const wrong = await assign({ category: 'earthquake' });
    const before = clock.now();
    clock.advance(10 * DAY);
    await scene.act(people.duty, 'responsibilities.correct', {
      id: wrong.id,
      unitId: others,
      reason: '登记有误，三定方案为水务局',
    });
    const asked = { area: '110107002', day: '2026-06-01', category: 'earthquake' };
    expect((await ask(asked)).items[0]?.unitName).toBe('区水务局');
    expect((await ask({ ...asked, believedAt: before.toISOString() })).items[0]?.unitName).toBe('八角街道');
    const history = await scene.see<{ items: { retractedAt: Date | null; reason: string | null }[] }>(
      people.stranger,
      'responsibilities.history',
      { area: '110107002', category: 'earthquake' },
    );
    expect(history.items.map((one) => one.retractedAt === null)).toEqual([true, false]);
    const again = scene.act(people.duty, 'responsibilities.retract', { id: wrong.id, reason: '重复' });
    await expect(again).rejects.toMatchObject({ key: 'responsibility.retracted' });
  });

  it('is named by the room everywhere, by a street chief only in the own street', async () => {
    const chief = await scene.person('主任', scene.units.street, 'street_chief');
    const name = (areaCode: string) =>
      scene.act(chief, 'responsibilities.assign', {
        areaCode,
        category: 'fire_protection',
        unitId: scene.units.street,
        validFrom: '2026-01-01',
      });
    await expect(name('110107003')).rejects.toMatchObject({ status: 403 });
    await expect(name('110107')).rejects.toMatchObject({ status: 403 });
    await name('110107002001');
    const table = await scene.see<{ areas: { code: string; gaps: number }[] }>(chief, 'responsibilities.overview', {
      parent: '110107002',
    });
    expect(table.areas.map(({ code }) => code)).toEqual(['110107002', '110107002001']);
    expect(table.areas[1]?.gaps).toBeLessThan(table.areas[0]?.gaps ?? 0);
  });

  it('judges days and beliefs in SQL as the rules do', async () => {
    const beliefs = await scene.rows<Belief & { id: string }>(sql`select id, area_code, category, valid_from, valid_to,
      created_at as recorded_at, retracted_at from responsibility where area_code = '110107002'`);
    const instants = beliefs.flatMap((one) => [one.recordedAt, ...(one.retractedAt ? [one.retractedAt] : [])]);
    const days = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01', '2027-01-01'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...days),
        fc.constantFrom(...instants.flatMap((at) => [-1, 0, 1].map((by) => new Date(at.getTime() + by)))),
        fc.constantFrom('flood_control', 'gas', 'earthquake'),
        async (day, believedAt, category) => {
          const asked = await ask({ area: '110107002', day, category, believedAt: believedAt.toISOString() });
          const found = asked.items.filter((one) => one.areaCode === '110107002').map((one) => one.id);
          const wanted = beliefs.filter((one) => one.category === category && holdsOn(one, day, believedAt));
          expect(found.sort()).toEqual(wanted.map((one) => one.id).sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});
