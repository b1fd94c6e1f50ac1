import { Worker } from 'node:worker_threads';
import { type ProblemKey, problem } from '../../kernel/problems.ts';
import type { OfficialPaper, PaperFormat } from './define.ts';

export interface RenderTask {
  readonly id: number;
  readonly paper: OfficialPaper;
  readonly format: PaperFormat;
}

export interface RenderAnswer {
  readonly id: number;
  readonly bytes?: Uint8Array;
  readonly problem?: {
    readonly key: ProblemKey;
    readonly params: Readonly<Record<string, unknown>>;
    readonly field: string | undefined;
  };
  readonly fault?: string;
}

export interface RenderQueue {
  readonly render: (paper: OfficialPaper, format: PaperFormat) => Promise<Uint8Array>;
  /** Ends the thread; papers still waiting are refused with `server.stopping`. */
  readonly close: () => Promise<void>;
  /** Whether the thread, and its memory, is there now. */
  readonly hasThread: () => boolean;
}

export interface RenderLimits {
  /** Longest time for one paper, in milliseconds; then its thread is ended. */
  readonly timeout: number;
  /** Papers that may wait; more are refused with `request.too_many`. */
  readonly waiting: number;
  /** Time after the last paper until the thread, and its 100 MB of fonts, are let go, in milliseconds. */
  readonly idle: number;
}

const LIMITS: RenderLimits = { timeout: 30_000, waiting: 100, idle: 120_000 };

interface Job extends RenderTask {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Sets papers one after the other on a thread of its own. A paper takes 30–200 ms of pure computing, which on the event loop
 * would hold up every desk; the thread starts with the first paper and ends when none has come for a while.
 */
export function createRenderQueue(limits: RenderLimits = LIMITS): RenderQueue {
  const waiting: Job[] = [];
  let thread: Worker | undefined;
  let running: Job | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;

  const settle = (finish: (job: Job) => void) => {
    const job = running;
    running = undefined;
    clearTimeout(timer);
    if (job) finish(job);
    next();
  };

  /** Forgets the thread first, so that its end is not taken for the failure of a later paper. */
  const letGo = async () => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./render-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    started.on('message', (answer: RenderAnswer) => settle((job) => finishWith(job, answer)));
    const onEnd = (error: Error) => {
      if (thread !== started) return;
      thread = undefined;
      settle((job) => job.reject(error));
    };
    started.on('error', onEnd);
    started.on('exit', () => onEnd(new Error('the rendering thread ended by itself')));
    return started;
  };

  const next = () => {
    running = waiting.shift();
    if (!running) {
      // Only an idle thread may be left behind by a process that wants to end.
      thread?.unref();
      timer = setTimeout(() => void letGo(), limits.idle).unref();
      return;
    }
    thread ??= start();
    thread.ref();
    timer = setTimeout(() => {
      void letGo();
      settle((job) => job.reject(new Error(`setting a paper took longer than ${limits.timeout} ms`)));
    }, limits.timeout);
    const { id, paper, format } = running;
    try {
      thread.postMessage({ id, paper, format } satisfies RenderTask);
    } catch (error) {
      // A paper that holds more than data cannot travel; it must not stop those behind it.
      settle((job) => job.reject(error instanceof Error ? error : new Error(String(error))));
    }
  };

  return {
    render: (paper, format) => {
      if (waiting.length >= limits.waiting) return Promise.reject(problem('request.too_many', { seconds: 10 }));
      return new Promise((resolve, reject) => {
        lastId += 1;
        waiting.push({ id: lastId, paper, format, resolve, reject });
        if (running) return;
        clearTimeout(timer);
        next();
      });
    },
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(problem('server.stopping'));
      settle((job) => job.reject(problem('server.stopping')));
      clearTimeout(timer);
      await letGo();
    },
    hasThread: () => thread !== undefined,
  };
}

function finishWith(job: Job, answer: RenderAnswer): void {
  if (answer.bytes) job.resolve(answer.bytes);
  else if (answer.problem) job.reject(problem(answer.problem.key, answer.problem.params, answer.problem.field));
  else job.reject(new Error(`a paper could not be set: ${answer.fault ?? 'no answer'}`));
}
