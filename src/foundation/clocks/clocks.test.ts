import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { newId } from '../../kernel/ids.ts';
import { commandContext, transactWork } from '../api/command-context.ts';
import type { CommandContext } from '../api/context.ts';
import type { Database } from '../database/index.ts';
import { readClock } from './clock.permissions.ts';
import { type ClockStart, cancelClock, meetClock, resumeClock, runClocks, startClock, suspendClock } from './index.ts';

const MINUTE = 60_000;

onEachDatabase('clocks', (open) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(await open());
  });
  afterAll(() => scene?.close());

  /** The door is for commands: a context as one gets it, whose statements are looked at before it is committed. */
  const within = <T>(run: (ctx: CommandContext) => Promise<T>): Promise<T> => {
    const { platform } = scene.server;
    const scope = {
      viewer: scene.people.duty,
      may: readClock,
      commandId: newId(),
      subjectId: undefined,
      baseVersion: undefined,
      records: [],
      label: { zh: '试', en: 'Trial' },
    };
    return transactWork(platform, (tx, work) =>
      run(commandContext(platform, tx, scope, { facts: [], stamps: new Map(), ...work })),
    );
  };
  const subject = () => ({ register: 'unit', id: scene.units.street });
  const start = (name: string, limit: ClockStart['limit'], more: Partial<ClockStart> = {}) =>
    within((ctx) =>
      startClock(ctx, {
        subject: subject(),
        name,
        label: { zh: `${name} 时限`, en: `${name} limit` },
        from: scene.clock.now(),
        limit,
        citation: '测试规则',
        ruleVersion: '1',
        ...more,
      }),
    );
  const facts = (id: string) =>
    scene.rows<{ kind: string; happenedAt: Date }>(
      sql`select kind, happened_at from fact where subject_id = ${id} order by sequence`,
    );
  const row = async (id: string) =>
    (
      await scene.rows<{ state: string; dueAt: Date; endedAt: Date | null; ownerUnitPath: string }>(
        sql`select state, due_at, ended_at, owner_unit_path from clock where id = ${id}`,
      )
    )[0];

  it('runs from the recorded moment, not from the moment of typing, and belongs to whom its record belongs', async () => {
    const knownAt = new Date(scene.clock.now().getTime() - 20 * MINUTE);
    const { id } = await start('written', { minutes: 30 }, { from: knownAt });
    expect((await row(id))?.dueAt).toEqual(new Date(knownAt.getTime() + 30 * MINUTE));
    const { items } = await scene.see<{ items: { id: string; isLate: boolean }[] }>(
      scene.people.street,
      'clocks.running',
    );
    expect(items.map((item) => item.id)).toContain(id);
    const others = await scene.see<{ items: unknown[] }>(scene.people.stranger, 'clocks.running');
    expect(others.items).toEqual([]);
    await within((ctx) => cancelClock(ctx, subject(), 'written'));
    expect((await row(id))?.state).toBe('cancelled');
  });

  it('fires within a second of its time, by itself, once, with the fact in the same transaction', async () => {
    const { id } = await start('answer', { minutes: 10 }, { warnMinutesBefore: 3 });
    scene.clock.advance(7 * MINUTE);
    await scene.until('the warning', async () => (await facts(id)).length === 1);
    scene.clock.advance(3 * MINUTE);
    const before = performance.now();
    await scene.until('the fall', async () => (await facts(id)).length === 2);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(await facts(id)).toMatchObject([
      { kind: 'clock.warned' },
      { kind: 'clock.fell_due', happenedAt: (await row(id))?.dueAt },
    ]);
    expect((await row(id))?.state).toBe('late');
    await scene.server.settle();
    expect(await facts(id)).toHaveLength(2);
  });

  it('is met in time and then never fires; met afterwards it stays late and knows when it ended', async () => {
    const inTime = await start('first', { minutes: 5 });
    const late = await start('second', { minutes: 5 });
    await within((ctx) => meetClock(ctx, subject(), 'first'));
    scene.clock.advance(6 * MINUTE);
    await scene.server.settle();
    expect(await facts(inTime.id)).toEqual([]);
    expect((await row(inTime.id))?.state).toBe('met');
    await within((ctx) => meetClock(ctx, subject(), 'second'));
    expect(await row(late.id)).toMatchObject({ state: 'late', endedAt: scene.clock.now() });
  });

  it('what was done in time and reported later counts as done in time', async () => {
    const { id } = await start('offline', { minutes: 5 });
    const done = new Date(scene.clock.now().getTime() + 4 * MINUTE);
    scene.clock.advance(9 * MINUTE);
    await scene.server.settle();
    expect((await row(id))?.state).toBe('late');
    await within((ctx) => meetClock(ctx, subject(), 'offline', done));
    expect(await row(id)).toMatchObject({ state: 'met', endedAt: done });
  });

  it('warns as often as it was told to, each once', async () => {
    const { id } = await start('warned', { minutes: 30 }, { warnMinutesBefore: [5, 20, 10, 40] });
    for (const [minutes, count] of [
      [9, 0],
      [2, 1],
      [8, 1],
      [2, 2],
      [5, 3],
      [5, 4],
    ] as const) {
      scene.clock.advance(minutes * MINUTE);
      await scene.server.settle();
      expect(await facts(id)).toHaveLength(count);
    }
    expect((await facts(id)).map((one) => one.kind)).toEqual([...Array(3).fill('clock.warned'), 'clock.fell_due']);
  });

  it('stands still while a law suspends it, and its warnings move with it', async () => {
    const { id } = await start('expertise', { minutes: 60 }, { warnMinutesBefore: [30, 10] });
    const due = (await row(id))?.dueAt as Date;
    scene.clock.advance(20 * MINUTE);
    await within((ctx) => suspendClock(ctx, subject(), 'expertise', '493号令 第27条：技术鉴定所需时间不计入'));
    scene.clock.advance(500 * MINUTE);
    await scene.server.settle();
    expect(await facts(id)).toEqual([]);
    expect((await row(id))?.state).toBe('suspended');
    await within((ctx) => resumeClock(ctx, subject(), 'expertise'));
    expect(await row(id)).toMatchObject({ state: 'running', dueAt: new Date(due.getTime() + 500 * MINUTE) });
    for (const [minutes, kinds] of [
      [9, 0],
      [2, 1],
      [20, 2],
      [10, 3],
    ] as const) {
      scene.clock.advance(minutes * MINUTE);
      await scene.server.settle();
      expect(await facts(id)).toHaveLength(kinds);
    }
    expect((await row(id))?.state).toBe('late');
  });

  it('counts working days by the calendar and says where that is not published', async () => {
    const { id } = await start('filed', { workingDays: 5 }, { from: new Date('2026-02-12T08:20:00Z') });
    expect((await row(id))?.dueAt).toEqual(new Date('2026-02-26T16:00:00Z'));
    const { id: next } = await start(
      'filed next year',
      { workingDays: 10 },
      { from: new Date('2026-12-28T08:20:00Z') },
    );
    type Running = { items: { id: string; isProvisional: boolean }[] };
    const { items } = await scene.see<Running>(scene.people.street, 'clocks.running');
    expect(items.find((one) => one.id === next)?.isProvisional).toBe(true);
    expect(items.find((one) => one.id === id)?.isProvisional).toBe(false);
  });

  it('timeliness is a question to the clocks, with the list behind it and the reason of who was late', async () => {
    const from = scene.clock.now();
    const kinds = ['judged one', 'judged two', 'judged three'];
    const [, , missed] = await Promise.all(kinds.map((name) => start(name, { minutes: 5 })));
    await within((ctx) => meetClock(ctx, subject(), 'judged one'));
    await within((ctx) => meetClock(ctx, subject(), 'judged two'));
    scene.clock.advance(6 * MINUTE);
    await scene.server.settle();
    const period = { from, to: scene.clock.now(), unitId: scene.units.street };
    type Figures = { total: object; items: { label: { zh: string } }[] };
    const figures = () => scene.see<Figures>(scene.people.duty, 'clocks.timeliness', { ...period, by: 'unit' });
    expect(await figures()).toMatchObject({
      total: { judged: 3, met: 2, late: 1, explained: 0, share: 2 / 3 },
      items: [{ label: { zh: '八角街道' }, judged: 3 }],
    });
    const id = missed?.id ?? '';
    const words = { id, reason: '现场无信号，返回后补报' };
    await expect(scene.act(scene.people.stranger, 'clocks.explain', words)).rejects.toMatchObject({ status: 404 });
    await scene.act(scene.people.street, 'clocks.explain', words);
    expect(await figures()).toMatchObject({ total: { late: 1, explained: 1 } });
    const list = await scene.see(scene.people.duty, 'clocks.judged', { ...period, onlyLate: true });
    expect(list).toMatchObject({ count: 1, items: [{ id, isLate: true, lateReason: words.reason }] });
    const [stored] = await scene.rows<{ lateReason: Buffer }>(sql`select late_reason from clock where id = ${id}`);
    expect(Buffer.from(stored?.lateReason ?? []).toString('utf8')).not.toContain('无信号');
    const met = (await scene.rows<{ id: string }>(sql`select id from clock where name = 'judged one'`))[0]?.id;
    await expect(scene.act(scene.people.duty, 'clocks.explain', { id: met, reason: '无事' })).rejects.toMatchObject({
      key: 'clock.not_late',
    });
    const others = await scene.see<Figures>(scene.people.stranger, 'clocks.timeliness', period);
    expect(others).toMatchObject({ total: { judged: 0, share: null }, items: [] });
  });

  it('catches up after a stop, once, whoever starts first and though one dies before its commit', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 60; index += 1)
      ids.push((await start(`many ${index}`, { minutes: 1 + (index % 5) })).id);
    const { platform } = scene.server;
    const dying = runClocks({ ...platform, database: neverCommits(platform.database) });
    scene.clock.advance(60 * MINUTE);
    await dying.drain();
    await dying.stop();
    const replicas = [runClocks(platform), runClocks(platform)];
    await Promise.all(replicas.map((one) => one.drain()));
    await scene.server.settle();
    await Promise.all(replicas.map((one) => one.stop()));
    const fired = await scene.rows<{ subjectId: string }>(
      sql`select subject_id from fact where kind = 'clock.fell_due' and subject_id = any(${ids}::uuid[])`,
    );
    expect(fired.map((one) => one.subjectId).sort()).toEqual([...ids].sort());
  });
});

/** A replica that is killed at the worst moment: its work is done and not committed. */
function neverCommits(database: Database): Database {
  return {
    ...database,
    transact: (run, options) =>
      database.transact(async (tx) => {
        const result = await run(tx);
        if (!options?.readOnly) throw new Error('killed before the commit');
        return result;
      }, options),
  };
}
