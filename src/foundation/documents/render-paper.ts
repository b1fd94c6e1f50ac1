import type { OfficialPaper, PaperFormat } from './define.ts';
import { createRenderQueue } from './render-queue.ts';

const queue = createRenderQueue();

/**
 * Sets an official paper as DOCX or PDF in the layout of GB/T 9704-2012, off the event loop. Throws `input.required`,
 * `input.invalid` or `file.kind` for a paper that cannot be set, `request.too_many` when a hundred wait already.
 */
export function renderPaper(paper: OfficialPaper, format: PaperFormat): Promise<Uint8Array> {
  return queue.render(paper, format);
}

/** Ends the rendering thread when the server stops; a later paper would start it again. */
export function closePaperRenderer(): Promise<void> {
  return queue.close();
}
