import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import { Problem } from '../../../kernel/problems.ts';
import { execute, type Platform, rowsOf, systemViewer } from '../../api/index.ts';

const POLL_MS = 500;
/** Ladders per transaction: many on a server, few where a burst would hold the embedded database's one session. */
const MOST = { server: 1000, embedded: 50 } as const;

export interface LadderRunner {
  /** Lets every ladder whose wait is over take its step; resolves when none is left. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Watches the waits of all ladders. Any number of replicas may run one: the rows decide who takes which step. */
export function runLadders(platform: Platform): LadderRunner {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  async function round(): Promise<void> {
    while (!isStopped && (await isSomeDue(platform))) await climbBatch(platform);
    failures = 0;
  }
  function failed(error: unknown): void {
    failures += 1;
    if (failures % 120 === 1) platform.log('warn', 'ladders.failed', { failures, reason: (error as Error).message });
  }
  function look(): Promise<void> {
    clearTimeout(timer);
    running ??= round()
      .catch(failed)
      .finally(() => {
        running = undefined;
        if (!isStopped) timer = setTimeout(look, POLL_MS);
      });
    return running;
  }
  void look();
  return {
    async drain() {
      await running;
      await look();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function isSomeDue(platform: Platform): Promise<boolean> {
  const [next] = await platform.database.transact(
    (tx) =>
      rowsOf<{ isDue: boolean }>(
        tx,
        sql`select exists (select 1 from ladder where state = 'climbing' and next_at <= ${platform.clock.now()}) as is_due`,
      ),
    { readOnly: true },
  );
  return next?.isDue ?? false;
}

async function climbBatch(platform: Platform): Promise<void> {
  try {
    await execute(
      platform,
      { id: newId(), name: 'messages.climb', input: { most: MOST[platform.database.kind] } },
      systemViewer,
    );
  } catch (error) {
    if (!(error instanceof Problem && error.key === 'message.nothing_new')) throw error;
    // Another replica holds them and is about to commit: look again a little later instead of spinning.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
