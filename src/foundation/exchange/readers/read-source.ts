import { Worker } from 'node:worker_threads';
import { type ProblemKey, problem } from '../../../kernel/problems.ts';
import type { Format, ReadAnswer, ReadLimits, ReadTask, SourceRow } from './define.ts';

/** What is accepted: enough for every register of a district, small enough that one file cannot take the server down. */
export const LIMITS: ReadLimits = { columns: 500, rows: 200_000, unpacked: 500 * 1024 * 1024 };
const HEAP_MB = 320;
/** Rows live for a moment; more room for them would only be filled with what is dead. */
const YOUNG_MB = 16;
/** A thread that says nothing for so long is ended. */
const SILENCE_MS = 30_000;

/**
 * Reads a file in a thread of its own, row by row in pieces of up to 500, as fast as they are taken. Memory, time and size are bounded
 * whatever the file holds. @throws `import.…` problems in words, `signal.reason` when it is aborted
 */
export async function* readSource(
  path: string,
  format: Format,
  {
    signal,
    limits = LIMITS,
    silenceMs = SILENCE_MS,
  }: { signal?: AbortSignal; limits?: ReadLimits; silenceMs?: number } = {},
): AsyncGenerator<readonly SourceRow[]> {
  const thread = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { path, format, limits } satisfies ReadTask,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const answers: ReadAnswer[] = [];
  let failure: unknown;
  let wake = () => {};
  const fail = (error: unknown) => {
    failure ??= error;
    wake();
  };
  thread.on('message', (answer: ReadAnswer) => {
    answers.push(answer);
    wake();
  });
  thread.on('error', (error: Error & { code?: string }) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? problem('import.bomb', { limit: `${HEAP_MB} MB` }) : error),
  );
  thread.on('exit', () => fail(problem('import.unreadable', { reason: { zh: '读取中断', en: 'reading broke off' } })));
  const abort = () => fail(signal?.reason);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    for (;;) {
      const answer = answers.shift();
      if (!answer) {
        if (failure) throw failure;
        const patience = setTimeout(() => fail(problem('import.too_slow')), silenceMs);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        clearTimeout(patience);
        continue;
      }
      if (answer.kind === 'end') return;
      if (answer.kind === 'problem') throw problem(answer.key as ProblemKey, answer.params);
      yield answer.rows;
      thread.postMessage('go on');
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    await thread.terminate();
  }
}
