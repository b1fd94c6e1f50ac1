import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import type { Viewer } from '../identity/define.ts';
import { recount } from './recount.ts';

interface Item {
  code: string;
  value: number | null;
  part: number;
  whole: number;
  isBehind: boolean;
  trend: { from: string; value: number | null }[];
}

onEachDatabase('indicators', (open) => {
  let scene: Scene;
  let duty: Viewer;
  const HOUR = 3_600_000;

  beforeAll(async () => {
    scene = await openScene(await open());
    duty = scene.people.duty;
  });
  afterAll(async () => scene?.close());

  const item = async (who: Viewer, code: string, more: object = {}) =>
    (await scene.see<{ items: Item[] }>(who, 'indicators.list', more)).items.find((one) => one.code === code) as Item;
  const settle = () => scene.server.settle();
  const taken = async (placeText: string) => {
    const call = { sourceChannel: 'phone', kind: 'utility.gas', placeText, text: '有人来电' };
    return (await scene.act<{ id: string }>(duty, 'intake.take', { ...call, knownAt: scene.clock.now().toISOString() }))
      .id;
  };

  it('counts a report as it falls due, says that it is behind, and leads to the record', async () => {
    expect(await item(duty, 'report_timeliness')).toMatchObject({ value: null, isBehind: false });
    const id = await taken('古城大街 1 号');
    scene.clock.set(new Date(scene.clock.now().getTime() + HOUR));
    await settle();
    expect(await item(duty, 'report_timeliness')).toMatchObject({ value: 0, part: 0, whole: 1, isBehind: true });
    const { items } = await scene.see<{ items: object[] }>(duty, 'indicators.records', { code: 'report_timeliness' });
    expect(items).toMatchObject([{ id, plural: 'intake', title: '古城大街 1 号', part: 0, whole: 1 }]);
    expect(await item(duty, 'report_timeliness', { at: '2026-01-31' })).toMatchObject({ whole: 0 });
  });

  it('shows a unit its own figures, and records only to whoever may see them', async () => {
    expect(await item(scene.people.stranger, 'report_timeliness')).toMatchObject({ value: null, whole: 0 });
    const seen = await scene.see<{ items: object[] }>(scene.people.stranger, 'indicators.records', {
      code: 'report_timeliness',
    });
    expect(seen.items).toEqual([]);
    const file = await scene.see<{ units: { name: string; whole: number }[] }>(duty, 'indicators.file', {
      code: 'report_timeliness',
    });
    expect(file.units).toMatchObject([{ name: '区应急指挥中心', whole: 1 }]);
  });

  it('keeps how things stood: a term that runs out changes today, not yesterday', async () => {
    const leader = await scene.person('冯带班', scene.units.centre, 'duty_leader');
    for (const [name, termEndsOn] of [
      ['甲', '2026-06-12'],
      ['乙', '2027-06-12'],
    ])
      await scene.act(leader, 'experts.register', {
        ...{ name, termEndsOn, fields: ['gas'], organisation: '协会', isOnCall: false, appointedOn: '2026-01-01' },
      });
    await settle();
    expect(await item(duty, 'expert_terms_valid', { by: 'day' })).toMatchObject({ value: 100, part: 2, whole: 2 });
    scene.clock.set(new Date(scene.clock.now().getTime() + 72 * HOUR));
    const { database, catalogue } = scene.server.platform;
    const terms = catalogue.indicators.get('expert_terms_valid');
    if (!terms) throw new Error('no such indicator');
    await database.transact((tx) => recount(tx, terms, scene.clock.now(), scene.server.platform.rules));
    const after = await item(duty, 'expert_terms_valid', { by: 'day' });
    expect(after).toMatchObject({ value: 50, part: 1, whole: 2, isBehind: true });
    expect(after.trend.slice(-4).map(({ value }) => value)).toEqual([100, 100, 100, 50]);
  });

  it('added up piece by piece is what it is counted as a whole, whatever has happened', async () => {
    const { database, catalogue, clock } = scene.server.platform;
    const [known] = await scene.rows<{ id: string }>(sql`select id from clock limit 1`);
    const event = fc.record({
      what: fc.constantFrom('add', 'meet', 'late', 'cancel', 'move', 'area', 'drill', 'remove', 'withdraw', 'extend'),
      at: fc.integer({ min: 0, max: 40 }),
      pick: fc.nat(),
    });
    const carryOut = async ({ what, at, pick }: { what: string; at: number; pick: number }) =>
      database.transact(async (tx) => {
        const due = new Date(clock.now().getTime() - at * 24 * HOUR);
        const one = sql`(select id from clock order by id offset ${pick} % (select count(*) from clock) limit 1)`;
        const other = sql`(select id from expert order by id offset ${pick} % (select count(*) from expert) limit 1)`;
        const statements: Record<string, ReturnType<typeof sql>> = {
          add: sql`insert into clock select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'name',
            (array['initial_report', 'receive'])[1 + ${pick}::bigint % 2], 'subject_register', (array['assignment', 'intake'])[1 + ${pick}::bigint % 2],
            'due_at', ${due}::timestamptz, 'started_at', ${due}::timestamptz, 'subject_id', gen_random_uuid()))).* from clock c where id = ${known?.id}`,
          meet: sql`update clock set state = 'met' where id = ${one}`,
          late: sql`update clock set state = 'late' where id = ${one}`,
          cancel: sql`update clock set state = 'cancelled' where id = ${one} and id <> ${known?.id}`,
          move: sql`update clock set due_at = ${due} where id = ${one}`,
          area: sql`update clock set area_code = '110107' || lpad((${pick}::bigint % 9)::text, 3, '0') where id = ${one}`,
          drill: sql`update clock set mark = 'drill' where id = ${one} and id <> ${known?.id}`,
          remove: sql`delete from clock where id = ${one} and id <> ${known?.id}`,
          withdraw: sql`update expert set state = case state when 'active' then 'withdrawn' else 'active' end where id = ${other}`,
          extend: sql`update expert set term_ends_on = ${due.toISOString().slice(0, 10)}::date where id = ${other}`,
        };
        await statements[what]?.execute(tx);
      });
    const values = () =>
      scene.rows<object>(sql`select code, day::text, owner_unit_path, area_code, part::float8, whole::float8 from indicator_value
        order by code, day, owner_unit_path, area_code`);
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
        for (const [index, one] of events.entries()) {
          await carryOut(one);
          if (index % 7 === 6) await settle();
        }
        await settle();
        const piecewise = await values();
        await database.transact(async (tx) => {
          for (const indicator of catalogue.indicators.values())
            await recount(tx, indicator, clock.now(), scene.server.platform.rules);
        });
        expect(await values()).toEqual(piecewise);
      }),
      { numRuns: process.env.FULL ? 100 : 6 },
    );
  });
});
