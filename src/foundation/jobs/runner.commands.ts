import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { jobLifecycle } from './job.lifecycle.ts';
import { runJob } from './job.permissions.ts';
import { job } from './job.register.ts';
import { tell } from './jobs.commands.ts';
import { JOB_QUEUED, startJob } from './keep-job.ts';

/** A server that died lets go of its jobs after this; one that lives says so four times meanwhile. */
export const LEASE_SECONDS = 20;
export const TRIES = 5;

const phrase = z.object({ zh: z.string(), en: z.string() });
const CUT_OFF = { zh: '运行中服务器多次中断', en: 'The server broke off several times while it ran' };

const taken = z.object({
  id: z.string(),
  kind: z.string(),
  attempts: z.number(),
  input: z.unknown(),
  cursor: z.unknown(),
  createdBy: z.string(),
  hatId: z.string().nullable(),
});

/** Takes the next job that is due: a broken-off one first. Lanes hold one at a time; the unique index has the last word. */
export const take = command('jobs.take', {
  label: { zh: '开始后台任务', en: 'Take a job' },
  may: runJob,
  input: z.object({ kinds: z.array(z.string()), except: z.array(idInput) }),
  output: z.object({ job: taken.nullable() }),
  records: ['job.started', 'job.failed', 'job.cancelled'],
  async run(ctx, { kinds, except }) {
    const found = await ctx.row<{ id: string }>(sql`select j.id from job j
      where (j.state = 'queued' and j.due_at <= ${ctx.now} or j.state = 'running' and j.claimed_until < ${ctx.now})
        and j.kind = any(${kinds}::text[]) and j.id <> all(${except}::uuid[])
        and (j.lane is null or not exists
          (select 1 from job o where o.lane = j.lane and o.state = 'running' and o.id <> j.id))
      order by j.state desc, j.due_at, j.id limit 1 for update skip locked`);
    if (!found) throw problem('job.nothing_waiting');
    const row = await ctx.load(job, found.id);
    if (row.cancelAskedAt) {
      tell(ctx, 'job.cancelled', await ctx.transition(jobLifecycle, row, 'stop', { endedAt: ctx.now }));
      return { job: null };
    }
    if (row.attempts >= (ctx.catalogue.jobs.get(row.kind)?.tries ?? TRIES)) {
      const lost = await ctx.transition(jobLifecycle, row, 'fail', { endedAt: ctx.now, trouble: CUT_OFF });
      tell(ctx, 'job.failed', lost, { reason: CUT_OFF });
      return { job: null };
    }
    const after = await ctx.transition(jobLifecycle, row, 'take', {
      attempts: row.attempts + 1,
      claimedUntil: leaseFrom(ctx.now),
      startedAt: row.startedAt ?? ctx.now,
    });
    tell(ctx, 'job.started', after, { attempt: after.attempts });
    return { job: after };
  },
});

export const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE_SECONDS * 1000);

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finish'), result: z.record(z.string(), z.unknown()).nullable() }),
  z.object({ kind: z.literal('fail'), trouble: phrase }),
  /** `trouble` absent: let go unharmed by a server that stops; the run does not count. */
  z.object({ kind: z.literal('release'), trouble: phrase.optional(), seconds: z.number() }),
  z.object({ kind: z.literal('stop') }),
]);

const FACTS = { finish: 'job.finished', fail: 'job.failed', release: 'job.postponed', stop: 'job.cancelled' } as const;

/** What came of one run. A run whose lease another server has taken over has nothing to say any more. */
export const settle = command('jobs.settle', {
  label: { zh: '结束后台任务', en: 'Settle a job' },
  may: runJob,
  input: z.object({ id: idInput, attempt: z.number().int(), outcome }),
  output: z.object({ state: z.string() }),
  records: ['job.finished', 'job.failed', 'job.postponed', 'job.cancelled'],
  async run(ctx, { id, attempt, outcome: came }) {
    const row = await ctx.load(job, id);
    if (row.state !== 'running' || row.attempts !== attempt) throw problem('job.nothing_waiting');
    const trouble = 'trouble' in came ? (came.trouble ?? null) : null;
    const changes = {
      claimedUntil: null,
      trouble,
      ...(came.kind === 'release'
        ? {
            dueAt: new Date(ctx.now.getTime() + came.seconds * 1000),
            ...(trouble ? {} : { attempts: attempt - 1 }),
          }
        : { endedAt: ctx.now }),
      ...(came.kind === 'finish' ? { result: came.result } : {}),
    };
    const after = await ctx.transition(jobLifecycle, row, came.kind, changes);
    tell(ctx, FACTS[came.kind], after, trouble ? { reason: trouble } : {});
    return after;
  },
});

/** Puts the next of every recurring kind into the queue, so many minutes after the last one ended. */
export const schedule = command('jobs.schedule', {
  label: { zh: '安排定期任务', en: 'Schedule recurring jobs' },
  may: runJob,
  input: z.object({ next: z.array(z.object({ kind: z.string(), minutes: z.number().min(1) })) }),
  output: z.object({ count: z.number() }),
  records: [JOB_QUEUED],
  async run(ctx, { next }) {
    let count = 0;
    for (const { kind, minutes } of next) {
      const definition = ctx.catalogue.jobs.get(kind);
      const [last] = await ctx.rows<{ state: string; endedAt: Date | null }>(sql`select state, ended_at from job
        where kind = ${kind} and key = ${RECURRING} order by created_at desc, id desc limit 1`);
      if (!definition || last?.state === 'queued' || last?.state === 'running') continue;
      const dueAt = last?.endedAt ? new Date(last.endedAt.getTime() + minutes * 60_000) : ctx.now;
      await startJob(ctx, definition, { input: {}, key: RECURRING, dueAt });
      count += 1;
    }
    if (count === 0) throw problem('job.nothing_waiting');
    return { count };
  },
});

const RECURRING = 'recurring';
