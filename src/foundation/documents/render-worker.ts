import { parentPort } from 'node:worker_threads';
import { Problem } from '../../kernel/problems.ts';
import { renderDocx } from './docx.ts';
import { renderPdf } from './pdf.ts';
import type { RenderAnswer, RenderTask } from './render-queue.ts';

// The thread that sets papers, one at a time. It ends when its queue closes it.
const port = parentPort;
if (!port) throw new Error('render-worker runs as a worker thread only');

port.on('message', async ({ id, paper, format }: RenderTask) => {
  try {
    const rendered = await (format === 'pdf' ? renderPdf(paper) : renderDocx(paper));
    // A copy that owns its memory can be handed over instead of being copied again by the server's thread.
    const bytes = new Uint8Array(rendered);
    port.postMessage({ id, bytes } satisfies RenderAnswer, [bytes.buffer]);
  } catch (error) {
    port.postMessage({ id, ...refusalOf(error) } satisfies RenderAnswer);
  }
});

/** A problem keeps its key and field across the threads; anything else is a fault of ours and keeps its stack. */
function refusalOf(error: unknown): Omit<RenderAnswer, 'id'> {
  if (error instanceof Problem) return { problem: { key: error.key, params: error.params, field: error.field } };
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
