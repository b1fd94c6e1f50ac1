import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { OfficialPaper } from './define.ts';
import { samplePaper, stripedPng } from './paper.fixture.ts';
import { createRenderQueue, type RenderQueue } from './render-queue.ts';

const LIMITS = { timeout: 30_000, waiting: 100, idle: 60_000 };
let queue: RenderQueue | undefined;

const open = (limits: Partial<typeof LIMITS> = {}) => {
  queue = createRenderQueue({ ...LIMITS, ...limits });
  return queue;
};

afterEach(async () => {
  await queue?.close();
  queue = undefined;
});

const start = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString('latin1');

describe('the thread that sets papers', () => {
  it('sets both formats while the event loop stays free', async () => {
    const { render } = open();
    let turns = 0;
    let done = false;
    const papers = Promise.all([
      render(samplePaper(), 'pdf'),
      render(samplePaper(), 'docx'),
      ...Array.from({ length: 8 }, () => render(samplePaper(), 'pdf')),
    ]).finally(() => {
      done = true;
    });
    while (!done) {
      await setImmediate();
      turns += 1;
    }
    const [pdf, docx] = await papers;
    expect(start(pdf as Uint8Array)).toBe('%PDF');
    expect(start(docx as Uint8Array)).toBe('PK\u0003\u0004');
    // Set on the loop itself, ten papers leave it some dozens of turns.
    expect(turns).toBeGreaterThan(1_000);
  });

  it('refuses a bad paper in the words of the catalogue and goes on with the next', async () => {
    const { render } = open();
    const body = [{ kind: 'figure', png: stripedPng(9, 9).subarray(0, 60), caption: '' }] as const;
    await expect(render(samplePaper({ body }), 'docx')).rejects.toMatchObject({
      key: 'file.kind',
      field: 'body.figure',
    });
    await expect(render(samplePaper({ title: ' \u200b' }), 'pdf')).rejects.toMatchObject({
      key: 'input.required',
      field: 'title',
    });
    const foreign = { ...samplePaper(), body: [{ kind: 'paragraph', text: () => '' }] } as unknown as OfficialPaper;
    await expect(render(foreign, 'pdf')).rejects.toThrow();
    expect(start(await render(samplePaper(), 'pdf'))).toBe('%PDF');
  });

  it('gives up a paper that takes too long, and starts afresh for the next', async () => {
    const { render } = open({ timeout: 1 });
    await expect(render(samplePaper(), 'pdf')).rejects.toThrow('longer than 1 ms');
    await expect(render(samplePaper(), 'pdf')).rejects.toThrow('longer than 1 ms');
  });

  it('lets its memory go when no paper comes, and starts again with the next', async () => {
    const { render, hasThread } = open({ idle: 1 });
    expect(start(await render(samplePaper(), 'docx'))).toBe('PK\u0003\u0004');
    await expect.poll(hasThread, { timeout: 5_000 }).toBe(false);
    expect(start(await render(samplePaper(), 'docx'))).toBe('PK\u0003\u0004');
  });

  it('lets only so many wait', async () => {
    const { render } = open({ waiting: 2 });
    const accepted = [1, 2, 3].map(() => render(samplePaper(), 'docx'));
    await expect(render(samplePaper(), 'docx')).rejects.toMatchObject({ key: 'request.too_many' });
    expect(await Promise.all(accepted)).toHaveLength(3);
  });

  it('refuses what is waiting when the server stops', async () => {
    const { render, close } = open();
    const papers = Promise.allSettled([1, 2, 3].map(() => render(samplePaper(), 'pdf')));
    await close();
    for (const paper of await papers)
      expect(paper).toMatchObject({ status: 'rejected', reason: { key: 'server.stopping' } });
  });
});
