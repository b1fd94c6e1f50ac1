import pg from 'pg';
import { percentile } from './machine.ts';
import { onStand } from './stand.ts';

export const RUNNING = 10_000;
/** Due evenly over so many seconds, and then all at one instant. */
const SPREAD_SECONDS = 20;
const LEAD_MS = 3000;
const POLL_MS = 25;

export interface Lateness {
  readonly p99: number;
  readonly worst: number;
  /** From the one instant at which all are due to the commit of the last. */
  readonly burst: number;
}

/**
 * How late what is due is seen to be done, from outside: another connection looks every 25 ms for what is past and still
 * waits. `fill` puts the rows in, all due from `from` on within `seconds`; `waiting` counts what is due and not done.
 */
export async function latenessOf(
  fill: (client: pg.Client, from: Date, seconds: number) => Promise<void>,
  waiting: string,
): Promise<Lateness> {
  return onStand('server', async ({ databaseUrl }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const spread = await watch(client, fill, waiting, SPREAD_SECONDS);
      const burst = await watch(client, fill, waiting, 0);
      return { p99: percentile(spread, 0.99), worst: Math.max(...spread), burst: Math.max(...burst) };
    } finally {
      await client.end();
    }
  });
}

async function watch(
  client: pg.Client,
  fill: (client: pg.Client, from: Date, seconds: number) => Promise<void>,
  waiting: string,
  seconds: number,
): Promise<number[]> {
  const now = async () => (await client.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now as Date;
  const from = new Date((await now()).getTime() + LEAD_MS + 4000);
  await fill(client, from, seconds);
  await client.query('analyze');
  const seen: number[] = [];
  const end = from.getTime() + seconds * 1000;
  for (;;) {
    const { rows } = await client.query<{ late: number | null; left: number }>(
      `select extract(epoch from clock_timestamp() - min(at))::float8 * 1000 as late, count(*)::int as left from (${waiting}) w`,
    );
    const { late = null, left = 0 } = rows[0] ?? {};
    seen.push(late ?? 0);
    if (left === 0 && (await now()).getTime() > end + 50) return seen;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
