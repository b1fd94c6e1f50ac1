import { newId } from '../../../kernel/ids.ts';
import { Problem } from '../../../kernel/problems.ts';
import { execute, type Platform, systemViewer } from '../../api/index.ts';
import type { Hear, Heard } from '../define.ts';
import { noteReceipts } from './receipts.ts';

/** Receipts come in floods: those of a few milliseconds are noted together. */
const GATHER_MS = 20;
const MOST = 500;

interface Waiting {
  readonly channel: string;
  readonly heard: Extract<Heard, { kind: 'receipt' }>;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** What channels hear, made into commands; each is told once it is stored, or that it must be said again. */
export function hearing(platform: Platform): (channel: string) => Hear {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  const run = async (name: string, input: unknown) => {
    try {
      await execute(platform, { id: newId(), name, input }, systemViewer);
    } catch (error) {
      if (!(error instanceof Problem && error.key === 'message.nothing_new')) throw error;
    }
  };
  async function settle(receipts: Parameters<typeof noteReceipts>[1]): Promise<void> {
    const deliveries = await noteReceipts(platform, receipts);
    if (deliveries.length > 0) await run('messages.judgeReceipts', { deliveries });
  }
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const gone = waiting;
    waiting = [];
    const receipts = gone.map(({ channel, heard: { reference, isDelivered, reason } }) => ({
      channel,
      reference: reference.slice(0, 120),
      isDelivered,
      reason: reason.slice(0, 100),
    }));
    settle(receipts).then(
      () => {
        for (const { done } of gone) done();
      },
      (error) => {
        for (const { failed } of gone) failed(error);
      },
    );
  }
  return (channel) => (heard) => {
    if (heard.kind === 'reply') {
      const { from, text, reference } = heard;
      const input = { channel, from: from.slice(0, 60), words: text.slice(0, 2000) };
      return run('messages.hearReply', reference ? { ...input, reference } : input);
    }
    return new Promise<void>((done, failed) => {
      waiting.push({ channel, heard, done, failed });
      if (waiting.length >= MOST) flush();
      else timer ??= setTimeout(flush, GATHER_MS);
    });
  };
}
