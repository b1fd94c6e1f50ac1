import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { Problem } from '../../kernel/problems.ts';
import { execute, type Platform, SYSTEM_PERSON, systemViewer } from '../api/index.ts';
import { viewerFor } from '../identity/index.ts';
import type { AnyJob } from './define.ts';
import { jobContext, Stopped } from './job-context.ts';
import { TRIES } from './runner.commands.ts';

const POLL_MS = 500;
/** So many at once in one process: long work must leave the machine to those who work by hand. */
const AT_ONCE = 2;
const SCHEDULE_MS = 30_000;

export interface JobRunner {
  /** Runs everything that is due now; resolves when nothing due is left and nothing runs. */
  drain(): Promise<void>;
  /** Lets go of what runs, unharmed: another server, or this one after its start, goes on from the cursor. */
  stop(): Promise<void>;
}

export interface Taken {
  id: string;
  kind: string;
  attempts: number;
  input: unknown;
  cursor: unknown;
  createdBy: string;
  hatId: string | null;
}

/** Takes jobs one after another while one of the places is free. Any number of replicas may run one. */
export function runJobs(platform: Platform, { hasSchedules = true } = {}): JobRunner {
  const { jobs } = platform.catalogue;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let failures = 0;
  let scheduledAt = Number.NEGATIVE_INFINITY;

  async function round(): Promise<void> {
    if (hasSchedules && performance.now() - scheduledAt > SCHEDULE_MS) {
      scheduledAt = performance.now();
      await planNext(platform);
    }
    while (!stopping.signal.aborted && running.size < AT_ONCE && (await isAnyDue(platform, [...running.keys()]))) {
      const job = await takeNext(platform, [...running.keys()]);
      if (job === 'later') break;
      if (!job) continue;
      const run = attempt(platform, jobs.get(job.kind) as AnyJob, job, stopping.signal).finally(() => {
        running.delete(job.id);
        if (!stopping.signal.aborted) void look();
      });
      running.set(job.id, run);
    }
    failures = 0;
  }
  function failed(error: unknown): void {
    failures += 1;
    if (failures % 120 === 1) platform.log('warn', 'jobs.failed', { failures, reason: (error as Error).message });
  }
  function look(): Promise<void> {
    clearTimeout(timer);
    looking ??= round()
      .catch(failed)
      .finally(() => {
        looking = undefined;
        if (!stopping.signal.aborted) timer = setTimeout(look, POLL_MS);
      });
    return looking;
  }
  void look();
  return {
    async drain() {
      await looking;
      do {
        await look();
        await Promise.all(running.values());
      } while (!stopping.signal.aborted && (running.size > 0 || (await isAnyDue(platform, []))));
    },
    async stop() {
      stopping.abort(new Stopped('server'));
      clearTimeout(timer);
      await looking;
      await Promise.all(running.values());
    },
  };
}

async function isAnyDue(platform: Platform, except: readonly string[]): Promise<boolean> {
  const now = platform.clock.now();
  const { rows } = await sql`select 1 from job j
    where (j.state = 'queued' and j.due_at <= ${now} or j.state = 'running' and j.claimed_until < ${now})
      and j.kind = any(${[...platform.catalogue.jobs.keys()]}::text[]) and j.id <> all(${[...except]}::uuid[])
      and (j.lane is null or not exists
        (select 1 from job o where o.lane = j.lane and o.state = 'running' and o.id <> j.id)) limit 1`.execute(
    platform.database.kysely,
  );
  return rows.length > 0;
}

/** `later`: another replica was faster. Nothing: the job was settled instead of taken. */
async function takeNext(platform: Platform, except: readonly string[]): Promise<Taken | 'later' | undefined> {
  const input = { kinds: [...platform.catalogue.jobs.keys()], except };
  try {
    const { output } = await execute(platform, { id: newId(), name: 'jobs.take', input }, systemViewer);
    return (output as { job: Taken | null }).job ?? undefined;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return 'later';
    if ((error as { code?: string }).code === '23505') return 'later';
    throw error;
  }
}

async function planNext(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const next = [...platform.catalogue.jobs.values()].flatMap(({ name, everyMinutes }) => {
    if (everyMinutes === undefined) return [];
    return [
      { kind: name, minutes: typeof everyMinutes === 'number' ? everyMinutes : everyMinutes(platform.rules, now) },
    ];
  });
  if (next.length === 0) return;
  await execute(platform, { id: newId(), name: 'jobs.schedule', input: { next } }, systemViewer).catch((error) => {
    if (!(error instanceof Problem && error.status < 500)) throw error;
  });
}

async function attempt(platform: Platform, definition: AnyJob, job: Taken, stopping: AbortSignal): Promise<void> {
  const settle = async (outcome: object) => {
    const input = { id: job.id, attempt: job.attempts, outcome };
    await execute(platform, { id: newId(), name: 'jobs.settle', input }, systemViewer).catch((error) => {
      if (!(error instanceof Problem && error.status < 500)) throw error;
    });
  };
  const held = jobContext(platform, job, stopping);
  try {
    const viewer = job.createdBy === SYSTEM_PERSON ? systemViewer : await viewerFor(platform, asker(job));
    const result = await definition.run(held.contextFor(viewer, definition.input.parse(job.input)));
    await held.flush();
    await settle({ kind: 'finish', result: result ?? null });
  } catch (error) {
    await settle(await outcomeOf(platform, definition, job, held.signal.aborted ? held.signal.reason : error)).catch(
      (reason) => platform.log('warn', 'job.not_settled', { job: job.id, reason: (reason as Error).message }),
    );
  } finally {
    held.end();
  }
}

const asker = ({ createdBy, hatId }: Taken) => ({ personId: createdBy, hatId });

async function outcomeOf(platform: Platform, { tries = TRIES }: AnyJob, job: Taken, error: unknown): Promise<object> {
  if (error instanceof Stopped) return error.by === 'server' ? { kind: 'release', seconds: 0 } : { kind: 'stop' };
  if (error instanceof Problem && error.status < 500) return { kind: 'fail', trouble: error.phrase };
  const trouble = error instanceof Problem ? error.phrase : unforeseen(job.id);
  if (!(error instanceof Problem)) {
    platform.log('error', 'job.failed', {
      job: job.id,
      kind: job.kind,
      attempt: job.attempts,
      reason: String((error as Error)?.stack ?? error),
    });
  }
  if (job.attempts >= tries) return { kind: 'fail', trouble };
  return { kind: 'release', trouble, seconds: Math.min(600, 5 * 3 ** (job.attempts - 1)) };
}

/** What is not in the catalogue of problems is a defect: it is in the log under the job's id and tells nothing here. */
const unforeseen = (id: string): Phrase => ({
  zh: `系统内部错误，已记录（${id.slice(-8)}）`,
  en: `Internal error, recorded as ${id.slice(-8)}`,
});
