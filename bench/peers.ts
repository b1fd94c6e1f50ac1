// `npm run bench:peers`: the same rows and the same questions to us and to a platform of the same purpose, by turns on the
// same machine and the same PostgreSQL server. Ends with 1 when a ratio is missed.
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { fileCall, signIn } from '../tests/support/server-process.ts';
import { type Directus, directusOn } from './directus.ts';
import { describeMachine, type Figure, load, percentile, report, say } from './machine.ts';
import { fill, flatOut } from './register-list.bench.ts';
import { onStand, type Stand } from './stand.ts';

const PAGE = 50;
const CONNECTIONS = 10;
const ROUNDS = 3;
const STARTS = 3;

/** What a list of ours shows, as a table of the peer's users; and calls, of which each side takes new ones. */
const TABLES = `
  create table reservoir (id uuid primary key, state text, version int, mark text, area_code text collate "C",
    owner_unit_id uuid, changed_at timestamptz, name text, size text, capacity float8, river text, flood_limit_level float8,
    administrator text, appraised_on date);
  create table call (id uuid primary key, source_channel text, kind text, known_at timestamptz, place_text text, words text,
    mark text)`;

interface Task {
  readonly what: string;
  /** Our rate divided by the peer's. */
  readonly least?: number;
  own(): Promise<number>;
  peer(): Promise<number>;
}

async function measure({ server, databaseUrl = '' }: Stand): Promise<Figure[]> {
  const own = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const street = await fill(own);
  const peerUrl = await copied(own, databaseUrl);
  await own.end();
  const directus = await directusOn(peerUrl);
  try {
    const starts = await startsOf(server, directus);
    for (const table of ['reservoir', 'call']) await directus.adopt(table);
    const cookies = { street: await signIn(server.url, 'gucheng'), desk: await signIn(server.url, 'zhiban') };
    const figures = [];
    for (const task of tasks(server.url, cookies, directus, street)) figures.push(...(await compared(task)));
    return [...figures, ...starts];
  } finally {
    await directus.stop();
  }
}

/** The same rows in a database of the peer's own on the same server: ours has three hundred tables that it would read about. */
async function copied(own: pg.Pool, ownUrl: string): Promise<string> {
  await own.query('create database peer');
  const url = Object.assign(new URL(ownUrl), { pathname: '/peer' }).href;
  const peer = new pg.Pool({ connectionString: url, max: 1 });
  await peer.query(TABLES);
  const { rows } = await own.query<{ all: string }>(`
    select jsonb_agg(to_jsonb(r) - 'at')::text as all from reservoir r`);
  await peer.query('insert into reservoir select * from jsonb_populate_recordset(null::reservoir, $1)', [rows[0]?.all]);
  await peer.query('create index on reservoir (area_code); analyze');
  await peer.end();
  return url;
}

function tasks(
  url: string,
  cookies: Record<'street' | 'desk', string>,
  { url: peer, headers }: Directus,
  street: string,
): Task[] {
  const list = `${peer}/items/reservoir?limit=${PAGE}&sort=-id&filter[area_code][_starts_with]=${street}`;
  const own = { cookie: cookies.street, 'content-type': 'application/json' };
  const word = () => `水库${1000 + Math.floor(Math.random() * 9000)}`;
  return [
    {
      what: `a page of ${PAGE} of one street`,
      least: 6,
      own: () => asked(`${url}/api/reservoirs?limit=${PAGE}`, own),
      peer: () => asked(list, headers),
    },
    {
      what: 'the same, with a word looked for',
      own: () => asked(`${url}/api/reservoirs`, own, JSON.stringify({ q: word(), limit: PAGE })),
      peer: () => asked(`${list}&search=${encodeURIComponent(word())}`, headers),
    },
    {
      what: 'a call taken: one row there, number, clock, fact and receipt here',
      least: 8,
      own: () =>
        timed(async () => {
          const { status, body } = await fileCall(url, cookies.desk);
          if (status !== 200) throw new Error(`a call was answered ${status} ${body}`);
        }),
      peer: () => asked(`${peer}/items/call`, headers, call()),
    },
  ];
}

function call(): string {
  const id = newId();
  return JSON.stringify({
    ...{ id, source_channel: 'phone', kind: 'fire', known_at: new Date(Date.now() - 60_000).toISOString() },
    ...{ place_text: `测试地点 ${id}`, words: '楼道有烟', mark: 'test' },
  });
}

/** @returns milliseconds */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function asked(url: string, headers: Readonly<Record<string, string>>, body?: string): Promise<number> {
  return timed(async () => {
    const plain = { ...headers, 'accept-encoding': 'identity' };
    const answer = await fetch(url, { headers: plain, ...(body ? { method: 'POST', body } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} was answered ${answer.status} ${text.slice(0, 200)}`);
  });
}

/** By turns; the middle one counts. */
async function compared({ what, least, own, peer }: Task): Promise<Figure[]> {
  say(`  ${what}  (load ${load()})`);
  for (let warm = 0; warm < 100; warm += 1) await Promise.all([own(), peer()]);
  const rounds: Record<'peer' | 'own', { perSecond: number; p95: number }>[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ peer: await flatOut(peer, CONNECTIONS), own: await flatOut(own, CONNECTIONS) });
  const middle = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5);
  return [
    { what: `${what}, here`, value: middle((round) => round.own.perSecond), unit: '/s' },
    { what: '  p95', value: middle((round) => round.own.p95), unit: 'ms' },
    { what: '  Directus', value: middle((round) => round.peer.perSecond), unit: '/s' },
    { what: '  Directus, p95', value: middle((round) => round.peer.p95), unit: 'ms' },
    {
      what: '  ratio',
      value: middle((round) => round.own.perSecond / round.peer.perSecond),
      unit: '×',
      ...(least === undefined ? {} : { least }),
    },
  ];
}

/** Both migrated: from the call to the first ready answer. Both run afterwards. */
async function startsOf(server: Stand['server'], directus: Directus): Promise<Figure[]> {
  const taken: { own: number; peer: number }[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    await server.stop();
    await directus.stop();
    taken.push({ own: await server.start(), peer: await directus.start() });
  }
  const middle = (of: (round: (typeof taken)[number]) => number) => percentile(taken.map(of), 0.5);
  return [
    { what: 'start to the first ready answer, here', value: middle(({ own }) => own / 1000), unit: 's', most: 2.5 },
    { what: '  Directus', value: middle(({ peer }) => peer / 1000), unit: 's' },
    { what: '  ratio', value: middle(({ own, peer }) => peer / own), unit: '×', least: 1 },
  ];
}

describeMachine();
say(`peers  (load ${load()})`);
process.exit(report(await onStand('server', measure)) ? 0 : 1);
