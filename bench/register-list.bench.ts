import fastify from 'fastify';
import pg from 'pg';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand } from './stand.ts';

const ROWS = 50_000;
const PAGE = 50;
const CONNECTIONS = 8;
const SECONDS = 8;
/** Ours and the bare list by turns; the middle one counts. */
const ROUNDS = 3;

/**
 * A page of a register of fifty thousand rows as a street's officer sees it: session, permission, the area's filter, words
 * for units and areas; beside it a bare Fastify list that filters by the same area and knows nothing else.
 */
export async function registerList(): Promise<Figure[]> {
  return onStand('server', async ({ server, databaseUrl = '' }) => {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
    const street = await fill(pool);
    const cookie = await signIn(server.url, 'gucheng');
    const list = `${server.url}/api/reservoirs?limit=${PAGE}`;
    const peer = await bare(pool, street);
    const ours = () => get(list, cookie);
    const theirs = () => get(peer.url, '');
    for (let warm = 0; warm < 200; warm += 1) await Promise.all([ours(), theirs()]);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ raw: await flatOut(theirs), own: await flatOut(ours) });
    await peer.close();
    await pool.end();
    const middle = (values: readonly number[]) => percentile(values, 0.5);
    return [
      {
        what: `list of ${PAGE} of ${ROWS} rows by area, p95, ${CONNECTIONS} at once`,
        value: middle(rounds.map(({ own }) => own.p95)),
        unit: 'ms',
        most: 60,
      },
      { what: 'the same, flat out', value: middle(rounds.map(({ own }) => own.perSecond)), unit: '/s', least: 800 },
      { what: 'bare Fastify + pg, the same rows', value: middle(rounds.map(({ raw }) => raw.perSecond)), unit: '/s' },
      {
        what: 'ratio to the bare list',
        value: middle(rounds.map(({ own, raw }) => own.perSecond / raw.perSecond)),
        unit: '',
        least: 0.2,
      },
    ];
  });
}

/** Rows over all streets, written as the register writes them. @returns the code of the officer's street */
export async function fill(pool: pg.Pool): Promise<string> {
  await pool.query(`
    insert into reservoir (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by, changed_at,
      changed_by, changed_fact, name, size, capacity, at, river, flood_limit_level, administrator, appraised_on)
    select gen_random_uuid(), 'active', 'test', u.id, u.path, a.code, now(), p.id, now(), p.id, gen_random_uuid(),
      '试验水库' || n, 'small_2', 10 + n % 90, st_setsrid(st_makepoint(116.1 + n * 0.000001, 39.9), 4490), '试验沟',
      180, '甲某', '2024-06-01'
    from generate_series(1, ${ROWS}) n
    join lateral (select code from area where length(code) = 9 order by code offset n % 9 limit 1) a on true
    cross join (select id, path from unit order by path limit 1) u cross join (select id from person limit 1) p`);
  await pool.query('analyze reservoir');
  const { rows } = await pool.query<{ code: string }>(
    `select u.area_code as code from account c join appointment x on x.person_id = c.person_id
     join post o on o.id = x.post_id join unit u on u.id = o.unit_id where c.username = 'gucheng' limit 1`,
  );
  return rows[0]?.code ?? '110107';
}

/** What the machine does at best: the same rows of the same area, by a prepared statement, as JSON. */
async function bare(pool: pg.Pool, street: string): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify();
  app.get('/list', async () => {
    const { rows } = await pool.query({
      name: 'bare',
      text: `select id, state, version, mark, area_code, owner_unit_id, changed_at, name, size, capacity, river,
        flood_limit_level, administrator, appraised_on from reservoir where area_code like $1 order by id desc limit ${PAGE}`,
      values: [`${street}%`],
    });
    return { items: rows };
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${url}/list`, close: () => app.close() };
}

/** @returns milliseconds */
async function get(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } });
  const { items } = (await answer.json()) as { items?: unknown[] };
  if (answer.status !== 200 || items?.length !== PAGE) throw new Error(`a list was answered ${answer.status}`);
  return performance.now() - began;
}

/** Asks without a pause; each answer says how many milliseconds it took. */
export async function flatOut(
  once: () => Promise<number>,
  connections = CONNECTIONS,
): Promise<{ perSecond: number; p95: number }> {
  const until = performance.now() + SECONDS * 1000;
  const taken: number[] = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) taken.push(await once());
    }),
  );
  return { perSecond: taken.length / SECONDS, p95: percentile(taken, 0.95) };
}
