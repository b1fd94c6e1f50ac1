import fastify from 'fastify';
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const PER_SECOND = 50;
const SECONDS = 20;
const CONNECTIONS = 8;
const CLOSED_SECONDS = 10;
/** Ours and the peer by turns; the middle one counts. */
const ROUNDS = 3;

/** A call as the officer files it: permission, validation, number, area, clock, fact, receipt, sealing behind it. */
export async function intake(): Promise<Figure[]> {
  const server = await onStand('server', measure);
  const embedded = await onStand('embedded', measure);
  return [
    { what: `intake.take at ${PER_SECOND}/s, p99 (PostgreSQL)`, value: server.p99, unit: 'ms', most: 100 },
    { what: `intake.take at ${PER_SECOND}/s, p50 (PostgreSQL)`, value: server.p50, unit: 'ms' },
    { what: `intake.take flat out, ${CONNECTIONS} connections (PostgreSQL)`, value: server.flatOut, unit: '/s' },
    { what: 'raw Fastify + pg, one INSERT a request, same connections', value: server.raw, unit: '/s' },
    { what: 'ratio to the raw limit', value: server.ratio, unit: '', least: 0.35 },
    { what: `intake.take at ${PER_SECOND}/s, p99 (embedded)`, value: embedded.p99, unit: 'ms' },
    { what: `intake.take flat out, ${CONNECTIONS} connections (embedded)`, value: embedded.flatOut, unit: '/s' },
  ];
}

async function measure({ server, databaseUrl }: Stand) {
  const cookie = await signIn(server.url, 'zhiban');
  const file = () => post(`${server.url}/api/intake/take`, cookie);
  for (let warm = 0; warm < 200; warm += 1) await file();
  // Open loop: a call comes when it comes, whether the one before has been answered or not.
  const began = performance.now();
  const open = await Promise.all(
    Array.from({ length: PER_SECOND * SECONDS }, async (_, index) => {
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, began + (index * 1000) / PER_SECOND - performance.now())),
      );
      return file();
    }),
  );
  const peer = databaseUrl ? await rawPeer(databaseUrl) : undefined;
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = peer ? await perSecond(() => post(peer.url, cookie)) : Number.NaN;
    const flatOut = await perSecond(file);
    rounds.push({ raw, flatOut, ratio: flatOut / raw });
  }
  await peer?.close();
  return {
    p50: percentile(open, 0.5),
    p99: percentile(open, 0.99),
    flatOut: percentile(
      rounds.map((one) => one.flatOut),
      0.5,
    ),
    raw: percentile(
      rounds.map((one) => one.raw),
      0.5,
    ),
    ratio: percentile(
      rounds.map((one) => one.ratio),
      0.5,
    ),
  };
}

/** One call, the same for us and for the peer. @returns milliseconds it took */
async function post(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const key = newId();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'idempotency-key': key },
    body: JSON.stringify({
      sourceChannel: 'phone',
      kind: 'fire',
      knownAt: new Date(Date.now() - 60_000).toISOString(),
      placeText: `测试地点 ${key}`,
      text: '楼道有烟',
      mark: 'test',
    }),
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`a call was answered ${answer.status} ${body}`);
  return performance.now() - began;
}

async function perSecond(once: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + CLOSED_SECONDS * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        await once();
        count += 1;
      }
    }),
  );
  return count / CLOSED_SECONDS;
}

/** What the same machine does at best: the same body parsed, one row inserted, nothing else. In this process, as a peer is. */
async function rawPeer(databaseUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await pool.query(
    'create table raw_call (id uuid primary key, place_text text, body jsonb, at timestamptz default now())',
  );
  const app = fastify();
  app.post('/call', async (request) => {
    const id = newId();
    const body = request.body as { placeText: string };
    await pool.query('insert into raw_call (id, place_text, body) values ($1, $2, $3)', [id, body.placeText, body]);
    return { id };
  });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/call`;
  for (let warm = 0; warm < 200; warm += 1) await post(url, '');
  return {
    url,
    async close() {
      await app.close();
      await pool.end();
    },
  };
}
