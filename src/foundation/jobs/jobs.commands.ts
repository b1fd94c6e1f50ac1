import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { jobLifecycle } from './job.lifecycle.ts';
import { mendReaction, steerJob } from './job.permissions.ts';
import { job } from './job.register.ts';
import { JOB_QUEUED, startJob } from './keep-job.ts';
import { reactAgain } from './react-again.ts';

type Job = RowOf<typeof job>;

const answered = z.object({ id: z.string(), state: z.string(), version: z.number() });

export const cancel = command('jobs.cancel', {
  label: { zh: '取消后台任务', en: 'Cancel a job' },
  may: steerJob,
  input: z.object({ id: idInput }),
  output: answered,
  records: ['job.cancelled', 'job.cancel_asked'],
  async run(ctx, { id }) {
    const row = await ctx.load(job, id);
    if (row.state === 'running') {
      // Whoever runs it stops at its next step; until then the lane stays taken.
      const asked = await ctx.update(job, row, { cancelAskedAt: ctx.now });
      tell(ctx, 'job.cancel_asked', asked);
      return asked;
    }
    if (row.state !== 'queued') throw problem('job.ended');
    const after = await ctx.transition(jobLifecycle, row, 'cancel', { endedAt: ctx.now });
    tell(ctx, 'job.cancelled', after);
    return after;
  },
});

export const retry = command('jobs.retry', {
  label: { zh: '重试后台任务', en: 'Retry a job' },
  may: steerJob,
  input: z.object({ id: idInput }),
  output: answered,
  records: [JOB_QUEUED],
  async run(ctx, { id }) {
    const row = await ctx.load(job, id);
    const fresh = { attempts: 0, dueAt: ctx.now, endedAt: null, cancelAskedAt: null, trouble: null };
    const after = await ctx.transition(jobLifecycle, row, 'retry', fresh);
    tell(ctx, JOB_QUEUED, after, { isRetry: true });
    return after;
  },
});

export const runAgain = command('reactions.runAgain', {
  label: { zh: '重新执行联动', en: 'Run a parked reaction again' },
  may: mendReaction,
  input: z.object({ name: z.string().max(120), position: z.number().int().min(1) }),
  output: z.object({ id: z.string() }),
  records: [JOB_QUEUED],
  async run(ctx, { name, position }) {
    const parked = await ctx.row(sql`select 1 from reaction_failure where name = ${name} and position = ${position}`);
    if (!parked) throw problem('record.unknown');
    const key = `${name}/${position}`;
    return startJob(ctx, reactAgain, { input: { name, position }, detail: key, key });
  },
});

export function tell(ctx: CommandContext, kind: string, row: Job, payload: object = {}): void {
  ctx.fact({
    kind,
    subject: { register: 'job', id: row.id },
    concerns: row.subjectRegister && row.subjectId ? [{ register: row.subjectRegister, id: row.subjectId }] : [],
    payload: { kind: row.kind, ...(row.detail ? { detail: row.detail } : {}), ...payload },
  });
}
