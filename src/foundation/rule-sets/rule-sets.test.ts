import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { type Server, startServer } from '../../apps/server/start.ts';
import { REPORT_CLOCKS } from '../../response/intake/intake.rules.ts';
import type { Database } from '../database/index.ts';
import type { Viewer } from '../identity/define.ts';

const HOUR = 3_600_000;
type Drafted = { id: string; versionNumber: number; state: string };

const figures = (writtenMinutes: number) => ({ writtenMinutes, warnMinutes: 10 });

/** Another server on the same database and home. Whoever opened the database closes it. */
function replica({ server, clock }: Scene, database: Database): Promise<Server> {
  const lent = { ...database, close: async () => undefined };
  return startServer({ home: server.platform.home, database: lent, clock, log: () => undefined });
}

onEachDatabase('rule sets', (open, kind) => {
  let scene: Scene;
  let leader: Viewer;
  let commander: Viewer;
  let both: Viewer;
  beforeAll(async () => {
    scene = await openScene(await open());
    leader = await scene.person('带班', scene.units.centre, 'duty_leader');
    commander = await scene.person('指挥', scene.units.centre, 'commander');
    // Somebody who holds both posts is still one person.
    both = { ...leader, hats: [...leader.hats, ...commander.hats] };
  });
  afterAll(() => scene?.close());

  const draft = (who: Viewer, minutes: number, more: object = {}) =>
    scene.act<Drafted>(who, 'ruleSets.propose', {
      kind: 'report_clocks',
      values: figures(minutes),
      effectiveFrom: scene.clock.now().toISOString(),
      citation: '区应急办〔2026〕3号',
      ...more,
    });
  const submitted = async (minutes: number, more: object = {}) => {
    const drafted = await draft(leader, minutes, more);
    await scene.act(leader, 'ruleSets.submit', { id: drafted.id });
    return drafted;
  };
  const approved = async (minutes: number, more: object = {}) => {
    const one = await submitted(minutes, more);
    return { ...one, ...(await scene.act<{ inForceFrom: Date }>(commander, 'ruleSets.approve', { id: one.id })) };
  };
  const now = () => scene.server.platform.rules(REPORT_CLOCKS, scene.clock.now());
  const report = (knownAt = scene.clock.now()) =>
    scene.act<{ id: string }>(scene.people.duty, 'intake.take', {
      sourceChannel: 'phone',
      kind: 'utility.gas',
      knownAt: knownAt.toISOString(),
      placeText: '古城南街',
      text: '燃气味',
    });
  const ruleOf = async ({ id }: { id: string }) => {
    const [row] = await scene.rows<{ reportRule: object; ruleVersion: string; minutes: number }>(sql`
      select i.report_rule, c.rule_version, extract(epoch from c.due_at - c.started_at)::int / 60 as minutes
      from intake i join clock c on c.subject_id = i.id where i.id = ${id}`);
    return row;
  };

  it('start with the figures of the declaration, loaded once however many servers start', async () => {
    await (await replica(scene, scene.server.platform.database)).stop();
    const rows = await scene.rows<{ kind: string; versions: number }>(
      sql`select kind, count(*)::int as versions from rule_set_version group by kind`,
    );
    expect(new Set(rows.map(({ versions }) => versions))).toEqual(new Set([1]));
    expect(rows.map((row) => row.kind).sort()).toEqual([...scene.server.platform.catalogue.ruleSets.keys()].sort());
    expect(now()).toMatchObject({ version: 1, isAssumed: true, values: figures(30) });
  });

  it('refuse figures outside their bounds and figures nobody knows, each by its name', async () => {
    const wrong = { writtenMinutes: 0, warnMinutes: 'soon' };
    await expect(draft(leader, 0, { values: wrong })).rejects.toMatchObject({
      key: 'input.invalid',
      details: [{ field: 'values.writtenMinutes' }, { field: 'values.warnMinutes' }],
    });
    const unknown = { ...figures(20), patience: 3 };
    await expect(draft(leader, 0, { values: unknown })).rejects.toMatchObject({
      key: 'input.invalid',
      field: 'values',
    });
    await expect(draft(leader, 20, { kind: 'no_such' })).rejects.toMatchObject({ key: 'input.field', field: 'kind' });
  });

  it('are proposed by their owner, decided by the approver, and never by the same person', async () => {
    await expect(draft(scene.people.duty, 20)).rejects.toMatchObject({ key: 'rule_set.not_owner' });
    const { id } = await submitted(20);
    await expect(scene.act(scene.people.duty, 'ruleSets.approve', { id })).rejects.toMatchObject({
      key: 'rule_set.not_approver',
    });
    await expect(scene.act(both, 'ruleSets.approve', { id })).rejects.toMatchObject({ key: 'rule_set.same_person' });
    await expect(scene.act(commander, 'ruleSets.submit', { id })).rejects.toMatchObject({ status: 403 });
    await expect(scene.act(commander, 'ruleSets.reject', { id, reason: '' })).rejects.toMatchObject({
      key: 'input.invalid',
    });
    await scene.act(commander, 'ruleSets.reject', { id, reason: '街道做不到' });
    expect(now().version).toBe(1);
    await expect(scene.act(commander, 'ruleSets.approve', { id })).rejects.toMatchObject({ status: 409 });
  });

  it('are revised as a draft only, by whoever wrote it', async () => {
    const { id } = await draft(leader, 20);
    const other = await scene.person('另一带班', scene.units.centre, 'duty_leader');
    const change = { id, values: figures(25), effectiveFrom: scene.clock.now().toISOString(), citation: '改稿' };
    await expect(scene.act(other, 'ruleSets.revise', change)).rejects.toMatchObject({ key: 'rule_set.not_yours' });
    await scene.act(leader, 'ruleSets.revise', change);
    await scene.act(leader, 'ruleSets.submit', { id });
    await expect(scene.act(leader, 'ruleSets.revise', change)).rejects.toMatchObject({ key: 'rule_set.not_draft' });
    await scene.act(leader, 'ruleSets.withdraw', { id });
    expect((await scene.see<{ version: { state: string } }>(leader, 'ruleSets.record', { id })).version.state).toBe(
      'withdrawn',
    );
  });

  it('take effect on their day, and the record keeps the version it was judged by', async () => {
    const from = new Date(scene.clock.now().getTime() + 2 * HOUR);
    const next = await approved(20, { effectiveFrom: from.toISOString(), isAssumed: false });
    expect(next.inForceFrom).toEqual(from);
    const before = await report();
    expect(await ruleOf(before)).toEqual({
      reportRule: { kind: 'report_clocks', version: 1 },
      ruleVersion: 'report_clocks/1',
      minutes: 30,
    });
    scene.clock.set(from);
    expect(now()).toMatchObject({ version: next.versionNumber, isAssumed: false, since: from });
    const after = await report();
    expect(await ruleOf(after)).toMatchObject({
      reportRule: { kind: 'report_clocks', version: next.versionNumber },
      minutes: 20,
    });
    // Known before the change and typed in after it: judged by the rule of its moment.
    expect(await ruleOf(await report(new Date(from.getTime() - 60_000)))).toMatchObject({ minutes: 30 });
    expect(await ruleOf(before)).toMatchObject({ minutes: 30 });
  });

  it('never judge what happened before they were approved', async () => {
    const asked = scene.clock.now();
    const late = await submitted(15, { effectiveFrom: asked.toISOString() });
    scene.clock.advance(HOUR);
    const { inForceFrom } = await scene.act<{ inForceFrom: Date }>(commander, 'ruleSets.approve', { id: late.id });
    expect(inForceFrom).toEqual(scene.clock.now());
    expect(scene.server.platform.rules(REPORT_CLOCKS, asked).values.writtenMinutes).toBe(20);
    expect(now().values.writtenMinutes).toBe(15);
    await expect(scene.act(commander, 'ruleSets.revoke', { id: late.id, reason: '反悔' })).rejects.toMatchObject({
      key: 'rule_set.in_force',
    });
  });

  it('are taken back before their day', async () => {
    const from = new Date(scene.clock.now().getTime() + HOUR).toISOString();
    const { id } = await approved(45, { effectiveFrom: from });
    await scene.act(commander, 'ruleSets.revoke', { id, reason: '日期有误' });
    scene.clock.advance(2 * HOUR);
    expect(now().values.writtenMinutes).toBe(15);
  });

  it('are tried out on what has happened before anybody decides', async () => {
    scene.clock.advance(10 * 60_000);
    const known = scene.clock.now();
    const one = await report(known);
    scene.clock.advance(12 * 60_000);
    const proposal = await submitted(10);
    const tried = await scene.see<{ examined: number; figures: object[]; cases: object[] }>(leader, 'ruleSets.tryOut', {
      id: proposal.id,
    });
    // Owed for twelve minutes: in time by the fifteen of today, late by the ten proposed. The three earlier are late by both.
    expect(tried.examined).toBe(4);
    expect(tried.figures).toMatchObject([
      { label: { zh: '迟报' }, current: 3, proposed: 4 },
      { label: { zh: '按时报告' }, current: 1, proposed: 0 },
    ]);
    expect(tried.cases).toMatchObject([{ register: 'intake', id: one.id, proposed: { zh: '迟报' } }]);
    // Who may not see the reports learns nothing of them.
    expect(await scene.see(scene.people.stranger, 'ruleSets.tryOut', { id: proposal.id })).toMatchObject({
      examined: 0,
      cases: [],
    });
    await scene.act(leader, 'ruleSets.withdraw', { id: proposal.id });
  });

  it('show what is in force, what is pending and what was', async () => {
    await submitted(18);
    const { items } = await scene.see<{ items: { name: string }[] }>(scene.people.member, 'ruleSets.list');
    expect(items.find(({ name }) => name === 'report_clocks')).toMatchObject({ submitted: 1, isAssumed: false });
    const file = await scene.see<{ versions: { versionNumber: number }[]; leaves: object[] }>(
      scene.people.member,
      'ruleSets.ofKind',
      { kind: 'report_clocks' },
    );
    expect(file.leaves).toMatchObject([{ path: 'writtenMinutes', unit: { zh: '分钟' } }, { path: 'warnMinutes' }]);
    expect(file.versions.at(-1)).toMatchObject({ versionNumber: 1, state: 'approved' });
    const numbers = file.versions.map(({ versionNumber }) => versionNumber);
    expect(numbers).toEqual([...numbers.keys()].map((index) => numbers.length - index));
  });

  if (kind === 'server') {
    it('reach every replica', async () => {
      const fresh = await freshDatabase('server', 'empty');
      const shared = await fresh.open();
      const first = await openScene(shared);
      const own = await fresh.open();
      const second = await replica(first, own);
      try {
        const read = () => second.platform.rules(REPORT_CLOCKS, first.clock.now()).values.writtenMinutes;
        expect(read()).toBe(30);
        const proposer = await first.person('带班', first.units.centre, 'duty_leader');
        const decider = await first.person('指挥', first.units.centre, 'commander');
        const { id } = await first.act<Drafted>(proposer, 'ruleSets.propose', {
          kind: 'report_clocks',
          values: figures(12),
          effectiveFrom: first.clock.now().toISOString(),
          citation: '试',
        });
        await first.act(proposer, 'ruleSets.submit', { id });
        await first.act(decider, 'ruleSets.approve', { id });
        expect(first.server.platform.rules(REPORT_CLOCKS, first.clock.now()).values.writtenMinutes).toBe(12);
        await first.until('the replica has heard', async () => read() === 12);
      } finally {
        await second.stop();
        await own.close();
        await first.close();
        await shared.close();
        await fresh.release();
      }
    });
  }
});
