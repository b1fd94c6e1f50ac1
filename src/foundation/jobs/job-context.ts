import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { derivedId, execute, type Platform, runView } from '../api/index.ts';
import type { Permission, Viewer } from '../identity/define.ts';
import type { JobContext, Progress } from './define.ts';
import type { Taken } from './run-jobs.ts';
import { LEASE_SECONDS, leaseFrom } from './runner.commands.ts';

/** Why a run ends before its work does. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  /** `lost`: the lease went to another server. */
  readonly by: 'person' | 'server' | 'lost';
  constructor(by: Stopped['by']) {
    super(`stopped by ${by}`);
    this.by = by;
  }
}

const HEARTBEAT_MS = (LEASE_SECONDS * 1000) / 10;
const WRITTEN_EVERY_MS = 500;

export interface Held {
  contextFor(viewer: Viewer, input: unknown): JobContext;
  readonly signal: AbortSignal;
  /** Writes the last progress. */
  flush(): Promise<void>;
  end(): void;
}

/** Keeps the lease of one run, its progress and its cursor, and hears when it is to stop. */
export function jobContext(platform: Platform, job: Taken, stopping: AbortSignal): Held {
  const own = new AbortController();
  const signal = AbortSignal.any([own.signal, stopping]);
  let latest: Progress = { done: 0 };
  let cursor = job.cursor;
  let writtenAt = 0;
  let isDirty = false;

  async function write(): Promise<void> {
    writtenAt = performance.now();
    isDirty = false;
    const { rows } = await sql<{ cancel_asked_at: Date | null }>`update job
      set claimed_until = ${leaseFrom(platform.clock.now())}, done_count = ${latest.done},
        total_count = ${latest.total ?? null}::integer, stage = ${JSON.stringify(latest.stage ?? null)}::jsonb,
        cursor = ${JSON.stringify(cursor ?? null)}::jsonb
      where id = ${job.id} and state = 'running' and attempts = ${job.attempts} returning cancel_asked_at`.execute(
      platform.database.kysely,
    );
    if (rows.length === 0) own.abort(new Stopped('lost'));
    else if (rows[0]?.cancel_asked_at) own.abort(new Stopped('person'));
  }
  // A database that is away for a moment is asked again at the next beat.
  const heart = setInterval(() => void write().catch(() => undefined), HEARTBEAT_MS);

  return {
    signal,
    async flush() {
      if (isDirty) await write();
    },
    end: () => clearInterval(heart),
    contextFor: (viewer, input) => ({
      jobId: job.id,
      input,
      cursor: job.cursor ?? undefined,
      attempt: job.attempts,
      viewer,
      signal,
      platform,
      async progress(progress) {
        signal.throwIfAborted();
        latest = { ...latest, ...progress };
        isDirty = true;
        if ('cursor' in progress) cursor = progress.cursor;
        if ('cursor' in progress || performance.now() - writtenAt > WRITTEN_EVERY_MS) await write();
        await breathe();
        signal.throwIfAborted();
      },
      async command(name, given, step) {
        signal.throwIfAborted();
        const envelope = { id: derivedId(job.id, name, step), name, input: given };
        return (await execute(platform, envelope, viewer)).output as never;
      },
      async read<T>(may: Permission, run: (ctx: ReadContext) => Promise<T>) {
        return (await runView(platform, { may, run }, {}, viewer)) as T;
      },
    }),
  };
}
