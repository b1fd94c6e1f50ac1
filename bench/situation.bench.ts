import pg from 'pg';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand } from './stand.ts';

const OPEN_ORDERS = 1000;
const ASKED = 200;

/** The room's first screen with a bad night on it: what waits, the incidents and the figures, asked one after the other. */
export async function situation(): Promise<Figure[]> {
  return onStand('server', async ({ server, databaseUrl }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(
      `insert into "order" select (jsonb_populate_record(o.one, jsonb_build_object('id', md5('bench' || n)::uuid,
         'number', '令〔2000〕' || n || '号', 'previous_order_id', null))).*
       from (select one from "order" one where matter_id is not null limit 1) o, generate_series(1, $1::int) n`,
      [OPEN_ORDERS],
    );
    await client.query(
      `insert into assignment select (jsonb_populate_record(a.one, jsonb_build_object('id', md5('part' || n)::uuid,
         'order_id', md5('bench' || n)::uuid, 'state', case when n % 2 = 0 then 'issued' else 'under_way' end,
         'previous_assignment_id', null, 'parent_assignment_id', null))).*
       from (select one from assignment one limit 1) a, generate_series(1, $1::int) n`,
      [OPEN_ORDERS],
    );
    await client.query('analyze');
    const counted = await client.query<{ open: number }>(
      `select count(*)::int as open from assignment where state in ('issued', 'delivered', 'received', 'under_way')`,
    );
    await client.end();
    const cookie = await signIn(server.url, 'zhiban');
    const ask = async (): Promise<number> => {
      const began = performance.now();
      const answer = await fetch(`${server.url}/api/command/situation`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`the situation was answered ${answer.status}`);
      return performance.now() - began;
    };
    for (let warm = 0; warm < 20; warm += 1) await ask();
    const took: number[] = [];
    while (took.length < ASKED) took.push(await ask());
    const open = counted.rows[0]?.open ?? 0;
    return [
      { what: `situation with ${open} open orders, p95`, value: percentile(took, 0.95), unit: 'ms', most: 60 },
      { what: 'the same, p50', value: percentile(took, 0.5), unit: 'ms' },
    ];
  });
}
