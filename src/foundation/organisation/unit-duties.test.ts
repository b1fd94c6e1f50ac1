import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { command } from '../api/define.ts';
import { execute, systemViewer } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { nextPaperNumber } from '../letterheads/index.ts';

interface Matrix {
  rows: { hazard: string; cells: { phase: string; state: string; members: { unitName: string; part: string }[] }[] }[];
  counts: Record<'gap' | 'headless' | 'double' | 'sound', number>;
}
interface Duties {
  items: { id: string; duty: string; validFrom: string; validTo: string | null; holds: boolean }[];
}
const DAY = 86_400_000;

onEachDatabase('what a unit is for', (open) => {
  let scene: Scene;
  let water: string;
  let officer: Viewer;
  beforeAll(async () => {
    scene = await openScene(await open());
    water = await scene.unit('区水务局', 'department', '110107');
    officer = await scene.person('水务联络员', water, 'department_officer');
  });
  afterAll(() => scene?.close());

  it('stands in the table of six parts; cells with nobody, no lead or two leads are counted', async () => {
    const { people, units } = scene;
    const set = (unitId: string, phase: string, part: string | null) =>
      scene.act(people.duty, 'hazardDuties.set', { unitId, hazard: 'flood', phase, part });
    const flood = async () => {
      const table = await scene.see<Matrix>(people.stranger, 'hazardDuties.matrix', { class: 'natural_disaster' });
      return { counts: table.counts, cells: table.rows.find((row) => row.hazard === 'flood')?.cells ?? [] };
    };
    const { counts } = await flood();
    expect(counts).toMatchObject({ double: 0, sound: 0, headless: 0, gap: 20 * 6 });
    await set(water, 'sense', 'lead');
    await set(units.street, 'sense', 'support');
    await set(water, 'fight', 'lead');
    await set(units.centre, 'fight', 'lead');
    await set(units.street, 'rescue', 'support');
    const after = await flood();
    expect(after.cells.map((cell) => cell.state)).toEqual(['sound', 'gap', 'gap', 'double', 'headless', 'gap']);
    expect(after.cells[0]?.members.map((one) => `${one.unitName} ${one.part}`)).toEqual([
      '区水务局 lead',
      '八角街道 support',
    ]);
    await expect(set(water, 'sense', 'lead')).rejects.toMatchObject({ key: 'state.guard' });
    await set(units.centre, 'fight', null);
    await set(units.centre, 'fight', 'support');
    expect((await flood()).cells[3]?.state).toBe('sound');
    const both = await Promise.allSettled([set(water, 'rebuild', 'lead'), set(water, 'rebuild', 'lead')]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('is its dated duties: a change keeps the old wording for the days before, and others hear of it', async () => {
    const { people, server } = scene;
    const { id } = await scene.act<{ id: string }>(officer, 'dutyLists.add', {
      unitId: water,
      duty: '负责防汛抗旱日常工作',
      source: '京石编〔2019〕3号',
      validFrom: '2019-03-01',
    });
    await scene.act(officer, 'dutyLists.change', {
      id,
      duty: '承担水旱灾害防御工作',
      source: '京石编〔2026〕8号',
      from: '2026-05-01',
    });
    const on = async (day?: string) =>
      (await scene.see<Duties>(people.stranger, 'dutyLists.ofUnit', { unitId: water, ...(day ? { day } : {}) })).items;
    expect((await on('2026-04-30')).map((one) => one.duty)).toEqual(['负责防汛抗旱日常工作']);
    const [now] = await on();
    expect(now).toMatchObject({ duty: '承担水旱灾害防御工作', validFrom: '2026-05-01', validTo: null });
    const stale = scene.act(officer, 'dutyLists.end', { id, lastDay: '2026-06-01', source: '京石编〔2026〕9号' });
    await expect(stale).rejects.toMatchObject({ key: 'duty_list.changed_already' });
    await scene.act(officer, 'dutyLists.end', { id: now?.id, lastDay: '2026-06-10', source: '京石编〔2026〕9号' });
    expect(await on()).toEqual([]);
    await server.settle();
    const facts = await scene.rows<{ payload: { unitId: string; what: string } }>(
      sql`select payload from fact where kind = 'duty_list.changed' order by sequence`,
    );
    expect(facts.map(({ payload }) => payload.what)).toEqual(['added', 'changed', 'ended']);
    expect(facts.every(({ payload }) => payload.unitId === water)).toBe(true);
    const notTheirs = scene.act(people.stranger, 'dutyLists.add', {
      unitId: water,
      duty: '别人的职责',
      source: '无',
      validFrom: '2026-01-01',
    });
    await expect(notTheirs).rejects.toMatchObject({ status: 403 });
  });

  it('signs under its own name: each hat has its numbers without gaps', async () => {
    const { units, server } = scene;
    const head = (unitId: string, series: string) =>
      scene.act(systemViewer, 'letterheads.register', {
        unitId,
        officialName: '石景山区防汛办',
        series,
        inUseFrom: '2026-01-01',
      });
    await head(water, '石汛办发');
    await head(units.centre, '石应急办发');
    await expect(head(units.street, '石汛办发')).rejects.toMatchObject({ status: 409 });
    const number = command('papers.number', {
      label: { zh: '编号', en: 'Number' },
      may: { name: 'papers.number', label: { zh: '编号', en: 'Number' }, granted: { duty_officer: 'all' } },
      input: z.object({ unitId: z.string(), fails: z.boolean().default(false) }),
      output: z.object({ number: z.string() }),
      records: ['unit.renamed'],
      async run(ctx, { unitId, fails }) {
        const taken = await nextPaperNumber(ctx, unitId);
        if (fails) throw new Error('the paper was not made');
        ctx.fact({ kind: 'unit.renamed', subject: { register: 'unit', id: unitId } });
        return { number: taken };
      },
    });
    (server.platform.catalogue.commands as Map<string, unknown>).set(number.name, number);
    const take = async (unitId: string, fails = false) => {
      const id = crypto.randomUUID();
      const done = await execute(
        server.platform,
        { id, name: number.name, input: { unitId, fails } },
        scene.people.duty,
      );
      return (done.output as { number: string }).number;
    };
    expect(await take(water)).toBe('石汛办发〔2026〕1号');
    expect(await take(units.centre)).toBe('石应急办发〔2026〕1号');
    await expect(take(water, true)).rejects.toThrow();
    expect(await take(water)).toBe('石汛办发〔2026〕2号');
    await expect(take(units.team)).rejects.toMatchObject({ key: 'letterhead.missing' });
  });

  it('has somebody who acts: told at once, until a named day, with the reason in sight', async () => {
    const { people, units, clock } = scene;
    const standIn = await scene.person('代理人', units.team, 'team_member');
    const post = {
      personId: standIn.personId,
      postId: people.leader.acting?.postId,
      deputisesFor: people.leader.acting?.id,
    };
    const sysadmin = systemViewer;
    await expect(scene.act(sysadmin, 'appointments.appoint', { ...post, actingReason: '休假' })).rejects.toMatchObject({
      field: 'until',
    });
    await scene.act(sysadmin, 'appointments.appoint', {
      ...post,
      actingReason: '队长休假',
      until: new Date(clock.now().getTime() + 5 * DAY).toISOString(),
    });
    const told = async () => {
      const issued = await scene.act<{ assignments: { id: string }[] }>(people.duty, 'orders.issue', {
        title: '到场',
        content: '到场',
        priority: 'normal',
        assignees: [{ unitId: units.team }],
      });
      const about = issued.assignments[0]?.id ?? '';
      const letters = await scene.rows<{ personId: string }>(sql`select distinct d.person_id from delivery d
        join message m on m.id = d.message_id where m.subject_id = ${about} and m.template = 'assignment.issued'`);
      return letters.map((one) => one.personId);
    };
    expect(await told()).toEqual(expect.arrayContaining([people.leader.personId, standIn.personId]));
    const { holders } = await scene.see<{ holders: { personName: string | null; actingReason: string | null }[] }>(
      people.stranger,
      'units.holders',
      { id: units.team },
    );
    expect(holders.find((one) => one.personName === '代理人' && one.actingReason)?.actingReason).toBe('队长休假');
    clock.advance(6 * DAY);
    expect(await told()).toEqual([people.leader.personId]);
  });

  it('knows which numbers to check: missing, failing or old; a confirmation takes them off the list', async () => {
    const { people, units, clock, server } = scene;
    interface Stale {
      items: { id: string; why: string }[];
      counts: Record<string, number>;
    }
    const listed = () => scene.see<Stale>(people.street, 'contacts.stale', {});
    const whyOf = async (id: string) => (await listed()).items.find((one) => one.id === id)?.why;
    const one = await scene.person('有号码', units.street, 'street_officer');
    expect(await whyOf(one.personId)).toBe('missing');
    await scene.act(people.street, 'contacts.confirm', { id: one.personId, phone: '13910000001' });
    expect(await whyOf(one.personId)).toBeUndefined();
    clock.advance(181 * DAY);
    expect(await whyOf(one.personId)).toBe('old');
    await scene.act(people.street, 'contacts.confirmUnit', { unitId: units.street, people: [one.personId] });
    expect(await whyOf(one.personId)).toBeUndefined();
    clock.advance(1000);
    await sql`insert into delivery (id, message_id, person_id, channel, state, queued_at, next_attempt_at, round)
      select gen_random_uuid(), (select id from message order by sent_at limit 1), ${one.personId}, 'sms', 'failed',
        ${clock.now()}::timestamptz, ${clock.now()}::timestamptz, n from generate_series(1, 2) n`.execute(
      server.platform.database.kysely,
    );
    expect(await whyOf(one.personId)).toBe('failing');
    // A neighbour's number is not theirs to vouch for, and not theirs to know of.
    const foreign = scene.act(officer, 'contacts.confirm', { id: one.personId });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
    expect((await scene.see<Stale>(officer, 'contacts.stale', {})).items.some(({ id }) => id === one.personId)).toBe(
      false,
    );
  });
});
