import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import { Problem } from '../../../kernel/problems.ts';
import { execute, type Platform, rowsOf, startWatch, systemViewer, type Watch } from '../../api/index.ts';

const POLL_MS = 500;
/** Ladders per transaction: many on a server, few where a burst would hold the embedded database's one session. */
const MOST = { server: 1000, embedded: 50 } as const;

export type LadderRunner = Watch;

/** Watches the waits of all ladders: every one whose wait is over takes its step. */
export function runLadders(platform: Platform): LadderRunner {
  return startWatch(platform, 'ladders', async (isStopped) => {
    while (!isStopped() && (await isSomeDue(platform))) await climbBatch(platform);
    return POLL_MS;
  });
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
