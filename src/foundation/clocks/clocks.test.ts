import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { newId } from '../../kernel/ids.ts';
import { commandContext, transactWork } from '../api/command-context.ts';
import type { CommandContext } from '../api/context.ts';
import type { Database } from '../database/index.ts';
import { readClock } from './clock.permissions.ts';
import { type ClockStart, cancelClock, meetClock, runClocks, startClock } from './index.ts';

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
