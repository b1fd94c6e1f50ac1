import { sql } from 'kysely';
import type { CommandContext } from '../api/context.ts';
import { SYSTEM_PERSON } from '../api/index.ts';
import type { JobDefinition } from './define.ts';
import { job } from './job.register.ts';

/** A command that starts a job names this fact among its `records`. */
export const JOB_QUEUED = 'job.queued';

export interface JobStart<Input> {
  readonly input: Input;
  /** In words, what it works on: a file's name, a register. No personal data. */
  readonly detail?: string;
  /** The record it works for: its screens see the job's facts. */
  readonly subject?: { readonly register: string; readonly id: string };
  /** Jobs of one lane run one after another, e.g. `import/expert`. */
  readonly lane?: string;
  /** While one of this kind and key waits or runs, asking again gives that one. */
  readonly key?: string;
  /** Not before this instant. */
  readonly dueAt?: Date;
}

/**
 * Puts long work into the queue, in the transaction of the command that asks for it: it runs when that is committed,
 * under the rights of whoever asked.
 * @returns the job, for `jobs.record` and the progress part of the screen.
 */
export async function startJob<Input>(
  ctx: CommandContext,
  kind: JobDefinition<Input, never> | JobDefinition<Input>,
  { input, detail, subject, lane, key, dueAt = ctx.now }: JobStart<Input>,
): Promise<{ id: string }> {
  if (key !== undefined) {
    const waiting = await ctx.row<{ id: string }>(sql`select id from job
      where kind = ${kind.name} and key = ${key} and state in ('queued', 'running') for update`);
    if (waiting) {
      tell(ctx, waiting.id, { kind: kind.name, isThereAlready: true }, subject);
      return waiting;
    }
  }
  const isSystem = ctx.viewer.personId === SYSTEM_PERSON;
  const row = await ctx.insert(job, {
    kind: kind.name,
    input: kind.input.parse(input),
    detail: detail ?? null,
    hatId: isSystem ? null : (ctx.viewer.acting?.id ?? null),
    subjectRegister: subject?.register ?? null,
    subjectId: subject?.id ?? null,
    lane: lane ?? null,
    key: key ?? null,
    dueAt,
    attempts: 0,
    doneCount: 0,
  });
  tell(ctx, row.id, { kind: kind.name, ...(detail ? { detail } : {}) }, subject);
  return { id: row.id };
}

function tell(ctx: CommandContext, id: string, payload: object, subject: JobStart<unknown>['subject']): void {
  const concerns = subject ? [subject] : [];
  ctx.fact({ kind: JOB_QUEUED, subject: { register: 'job', id }, concerns, payload: { ...payload } });
}
