import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { commandContext, transactWork } from '../api/command-context.ts';
import { execute, type Platform, systemViewer } from '../api/index.ts';
import { reaction } from '../timeline/define.ts';
import { writeFacts } from '../timeline/write.ts';
import { type AnyJob, defineJob, type JobContext } from './define.ts';
import { JOB_QUEUED, readJob, runJobs, startJob } from './index.ts';

const LABEL = { zh: '试验任务', en: 'Trial job' };

/** A kind whose work the test writes. */
function trial(name: string, run: (ctx: JobContext<{ rows: number }, { at: number }>) => Promise<void>, tries = 5) {
  return defineJob<{ rows: number }, { at: number }>(name, {
    label: LABEL,
    input: z.object({ rows: z.number() }),
    tries,
    async run(ctx) {
      await run(ctx);
      return { rows: ctx.input.rows };
    },
  });
}

onEachDatabase('jobs', (open) => {
  let scene: Scene;
  let kinds: Map<string, AnyJob>;
  /** A platform that knows the kinds of this test besides those of the product. */
  let platform: Platform;
  beforeAll(async () => {
    scene = await openScene(await open());
    await scene.server.jobs.stop();
    kinds = new Map(scene.server.platform.catalogue.jobs);
    platform = { ...scene.server.platform, catalogue: { ...scene.server.platform.catalogue, jobs: kinds } };
  });
  afterAll(() => scene?.close());

  async function ask(kind: AnyJob, more: { lane?: string; key?: string; rows?: number } = {}, who = scene.people.duty) {
    kinds.set(kind.name, kind);
    const { rows = 10, ...rest } = more;
    return transactWork(platform, async (tx, work) => {
      const pending = { facts: [], stamps: new Map(), ...work };
      const id = newId();
      const scope = {
        viewer: who,
        may: readJob,
        commandId: id,
        subjectId: undefined,
        baseVersion: undefined,
        records: [JOB_QUEUED],
        label: LABEL,
      };
      const ctx = commandContext(platform, tx, scope, pending);
      const started = await startJob(ctx, kind, { input: { rows }, detail: '十行', ...rest });
      const receipt = {
        id,
        name: 'trial',
        inputDigest: Buffer.alloc(0),
        answer: null,
        madeAt: undefined,
        deviceId: undefined,
        now: ctx.now,
      };
      await writeFacts(platform, tx, pending, who, receipt);
      return started.id;
    });
  }
  interface Row {
    state: string;
    attempts: number;
    doneCount: number;
    cursor: unknown;
    trouble: { zh: string } | null;
    result: unknown;
    dueAt: Date;
  }
  const row = async (id: string) =>
    (
      await scene.rows<Row>(
        sql`select state, attempts, done_count, cursor, trouble, result, due_at from job where id = ${id}`,
      )
    )[0] as Row;
  const facts = (id: string) =>
    scene.rows<{ kind: string }>(sql`select kind from fact where subject_id = ${id} order by sequence`);

  it('runs what was asked for under the rights of whoever asked, tells how far it is, and keeps what came of it', async () => {
    let seen: unknown;
    const kind = trial('trials.count', async ({ viewer, progress, input }) => {
      seen = [viewer.personId, viewer.acting?.role];
      for (let done = 1; done <= input.rows; done += 1) await progress({ done, total: input.rows });
    });
    const id = await ask(kind);
    const runner = runJobs(platform, { hasSchedules: false });
    await runner.drain();
    await runner.stop();
    expect(seen).toEqual([scene.people.duty.personId, 'duty_officer']);
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 1, doneCount: 10, result: { rows: 10 } });
    expect((await facts(id)).map((fact) => fact.kind)).toEqual(['job.queued', 'job.started', 'job.finished']);
    const mine = await scene.see<{ items: { id: string }[] }>(scene.people.duty, 'jobs.list');
    expect(mine.items.map((item) => item.id)).toContain(id);
    const others = await scene.see<{ items: unknown[] }>(scene.people.street, 'jobs.list');
    expect(others.items).toEqual([]);
    await expect(scene.act(scene.people.street, 'jobs.cancel', { id })).rejects.toMatchObject({
      key: 'record.unknown',
    });
  });

  it('tries again what failed for a passing reason, with growing waits, and then says so; a problem in words fails at once', async () => {
    let runs = 0;
    const flaky = trial(
      'trials.flaky',
      async () => {
        runs += 1;
        throw new Error('the disk sneezed');
      },
      3,
    );
    const refused = trial('trials.refused', async () => {
      throw problem('file.empty');
    });
    const [flakyId, refusedId] = [await ask(flaky), await ask(refused)];
    const runner = runJobs(platform, { hasSchedules: false });
    await runner.drain();
    expect(await row(refusedId)).toMatchObject({ state: 'failed', attempts: 1, trouble: { zh: '文件为空' } });
    const waits: number[] = [];
    for (let attempt = 1; attempt < 3; attempt += 1) {
      const waiting = await row(flakyId);
      expect(waiting).toMatchObject({ state: 'queued', attempts: attempt });
      waits.push(waiting.dueAt.getTime() - scene.clock.now().getTime());
      scene.clock.set(waiting.dueAt);
      await runner.drain();
    }
    await runner.stop();
    expect(waits).toEqual([5000, 15_000]);
    expect(runs).toBe(3);
    const ended = await row(flakyId);
    expect(ended.state).toBe('failed');
    expect(ended.trouble?.zh).toContain('已记录');
    expect(JSON.stringify(ended.trouble)).not.toContain('sneezed');
  });

  it('goes on from its cursor after the server that ran it was killed, and does each step once', async () => {
    const doneSteps: string[] = [];
    let isFirst = true;
    const kind = trial('trials.long', async ({ progress, command, cursor, input }) => {
      for (let at = cursor?.at ?? 0; at < input.rows; at += 1) {
        await command(
          'units.open',
          { name: `第${at}站`, shortName: `站${at}`, kind: 'team', areaCode: '110107', parentId: scene.units.centre },
          `${at}`,
        ).catch((error) => {
          doneSteps.push(`refused ${(error as Error).message}`);
        });
        // The step is committed, its cursor not yet: the worst place to die.
        if (isFirst && at === 4) {
          isFirst = false;
          await new Promise(() => undefined);
        }
        await progress({ done: at + 1, total: input.rows, cursor: { at: at + 1 } });
      }
    });
    const id = await ask(kind, {}, systemViewer);
    void runJobs(platform, { hasSchedules: false });
    await scene.until('the fifth step', async () => !isFirst);
    expect(await row(id)).toMatchObject({ state: 'running', cursor: { at: 4 } });
    // The dead runner still beats in this process; its lease is taken from it as if it did not.
    await sql`update job set claimed_until = ${scene.clock.now()}::timestamptz - interval '1 minute' where id = ${id}`.execute(
      platform.database.kysely,
    );
    const second = runJobs(platform, { hasSchedules: false });
    await scene.until('the end', async () => (await row(id)).state === 'done');
    await second.stop();
    expect(await row(id)).toMatchObject({ attempts: 2, doneCount: 10 });
    expect(doneSteps).toEqual([]);
    const stations = await scene.rows(sql`select id from unit where short_name like '站%'`);
    expect(stations).toHaveLength(10);
  });

  it('stops when it is cancelled, lets go unharmed when the server stops, and is run again on demand', async () => {
    let steps = 0;
    const kind = trial('trials.endless', async ({ progress, cursor }) => {
      steps = cursor?.at ?? 0;
      for (;;) {
        steps += 1;
        await progress({ done: steps, cursor: { at: steps } });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    const id = await ask(kind);
    const first = runJobs(platform, { hasSchedules: false });
    await scene.until('some steps', async () => steps > 3);
    await first.stop();
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0 });
    const before = steps;
    const second = runJobs(platform, { hasSchedules: false });
    await scene.until('more steps', async () => steps > before + 3);
    await scene.act(scene.people.duty, 'jobs.cancel', { id });
    await scene.until('the end', async () => (await row(id)).state === 'cancelled');
    await expect(scene.act(scene.people.duty, 'jobs.cancel', { id })).rejects.toMatchObject({ key: 'job.ended' });
    kinds.set(
      kind.name,
      trial(kind.name, async ({ cursor }) => {
        steps = -(cursor?.at ?? 0);
      }),
    );
    await scene.act(scene.people.duty, 'jobs.retry', { id });
    await second.drain();
    await second.stop();
    expect(steps).toBeLessThan(-before);
    expect((await row(id)).state).toBe('done');
  });

  it('runs one of a lane at a time and holds one of a key, with two servers at work', async () => {
    let now = 0;
    let most = 0;
    const kind = trial('trials.lane', async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      now -= 1;
    });
    const ids: string[] = [];
    for (let count = 0; count < 6; count += 1) ids.push(await ask(kind, { lane: 'one' }));
    const keyed = [await ask(kind, { key: 'same' }), await ask(kind, { key: 'same' })];
    expect(keyed[0]).toBe(keyed[1]);
    const runners = [runJobs(platform, { hasSchedules: false }), runJobs(platform, { hasSchedules: false })];
    await Promise.all(runners.map((runner) => runner.drain()));
    await scene.until('all of them', async () =>
      (await Promise.all(ids.map(row))).every((one) => one.state === 'done'),
    );
    for (const runner of runners) await runner.stop();
    // One of the lane, and the one with the key beside it.
    expect(most).toBeLessThanOrEqual(2);
    expect((await Promise.all(ids.map(row))).map((one) => one.attempts)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('starts recurring kinds by itself, so many minutes after the last one ended', async () => {
    let runs = 0;
    const kind = defineJob('trials.hourly', {
      label: LABEL,
      input: z.object({}),
      everyMinutes: 60,
      run: async () => {
        runs += 1;
        return undefined;
      },
    });
    kinds.set(kind.name, kind);
    const once = async () => {
      const runner = runJobs(platform);
      await runner.drain();
      await runner.stop();
    };
    await once();
    await once();
    expect(runs).toBe(1);
    scene.clock.advance(61 * 60_000);
    await once();
    expect(runs).toBe(2);
    kinds.delete(kind.name);
  });

  it('shows a parked reaction to the system administrator and runs it again on demand', async () => {
    const administrator = await scene.person('郑系统', scene.units.centre, 'system_administrator');
    const answered: string[] = [];
    const later = reaction('trials.answer', ['person.registered'], async (_ctx, fact) => {
      answered.push(fact.kind);
    });
    platform = { ...platform, catalogue: { ...platform.catalogue, reactions: [later] } };
    await scene.server.settle();
    const [fact] = await scene.rows<{ position: number }>(
      sql`select max(position)::int as position from fact where kind = 'person.registered'`,
    );
    await sql`insert into reaction_failure (name, position, message, failed_at)
      values (${later.name}, ${fact?.position}, 'unit is away', ${scene.clock.now()})`.execute(
      platform.database.kysely,
    );
    const parked = await scene.see<{ items: object[] }>(administrator, 'reactions.parked');
    expect(parked.items).toMatchObject([{ name: later.name, message: 'unit is away' }]);
    await expect(
      execute(
        platform,
        { id: newId(), name: 'reactions.runAgain', input: { name: 'none', position: 1 } },
        administrator,
      ),
    ).rejects.toMatchObject({ key: 'record.unknown' });
    const { id } = await scene.act<{ id: string }>(administrator, 'reactions.runAgain', {
      name: later.name,
      position: fact?.position,
    });
    const runner = runJobs(platform, { hasSchedules: false });
    await runner.drain();
    await runner.stop();
    expect(await row(id)).toMatchObject({ state: 'done' });
    expect(answered).toEqual(['person.registered']);
    expect((await scene.see<{ items: object[] }>(administrator, 'reactions.parked')).items).toEqual([]);
  });
});
