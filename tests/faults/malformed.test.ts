import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../support/databases.ts';
import { random, seedOfRun } from '../support/random.ts';
import { fileCall, type ServerProcess, serverProcess, signIn } from '../support/server-process.ts';

const REQUESTS = process.env.FULL ? 100_000 : 10_000;
const AT_ONCE = 32;

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let server: ServerProcess;
let cookie: string;

beforeAll(async () => {
  fresh = await freshDatabase('server', 'district');
  server = await serverProcess({ home: fresh.home, databaseUrl: fresh.url });
  await server.start();
  cookie = await signIn(server.url, 'zhiban');
});
afterAll(async () => {
  await server?.kill();
  await fresh?.release();
});

const PATHS = [
  '/api/intake/take',
  '/api/intake/take',
  '/api/incidents/open',
  '/api/orders/issue',
  '/api/commands',
  '/api/intake/take',
  '/api/intake',
  '/api/intake/0193f6a0-0000-7000-8000-000000000000',
  '/api/intake/%00/verify',
  '/api/incidents/open',
  '/api/incidents/%E0%A4%A/close',
  '/api/orders/issue',
  '/api/command/preview?planId=1&planId=2&level[]=I',
  '/api/session',
  '/api/session/unlock',
  '/api/commands',
  '/api/files',
  '/api/units/tree?x=%ff%fe',
  '/api/areas/at?lng=1e999&lat=NaN',
  `/api/timeline?limit=${'9'.repeat(400)}`,
  '/api/../../etc/passwd',
  '/api/__proto__/constructor',
  `/${'a'.repeat(3000)}`,
  '/assets/..%2f..%2fpackage.json',
  '/health/ready?\u0000',
];
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/xml',
  'image/png',
  '; ; ;',
  '',
];
const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '​‮',
  "'; drop table intake; --",
  '<script>alert(1)</script>',
  '9999-99-99T99:99:99Z',
  '-271821-04-20T00:00:00Z',
  { lng: 'x', lat: {} },
  { lng: 1e10, lat: -1e10 },
  [],
  [[[[]]]],
  { __proto__: { may: 'all' } },
  { constructor: { prototype: { x: 1 } } },
  'x'.repeat(20_000),
];
const FIELDS = [
  'text',
  'kind',
  'knownAt',
  'place',
  'placeText',
  'deaths',
  'sourceChannel',
  'id',
  'mark',
  '__proto__',
  'title',
];
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** One hostile request: a path, a method, headers and a body that somebody's broken or wicked program might send. */
function hostile(chance: () => number) {
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const fields = () =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: 1 + Math.floor(chance() * 6) }, () => [one(FIELDS), one(VALUES)])),
    );
  const bodies: (() => string | Uint8Array<ArrayBuffer>)[] = [
    fields,
    fields,
    fields,
    () => fields().slice(0, -Math.ceil(chance() * 8)),
    () => deep(Math.ceil(chance() * 20_000)),
    () => `{"__proto__":${fields()},"text":"x"}`,
    () => JSON.stringify(one(VALUES)) ?? '',
    () => Uint8Array.from({ length: 200 }, () => Math.floor(chance() * 256)),
    () => '\ufeff{}',
    () => 'x'.repeat(1_200_000 * Number(chance() < 0.02)),
    () => '',
  ];
  const method = one(['POST', 'POST', 'POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']);
  const headers: Record<string, string> = {};
  const type = one(TYPES);
  if (type) headers['content-type'] = type;
  if (chance() < 0.6) headers.cookie = cookie;
  else if (chance() < 0.5) headers.cookie = one(['fengsui=', 'fengsui=%', `fengsui=${'A'.repeat(2000)}`, 'a=b; =; ;']);
  if (chance() < 0.5)
    headers['idempotency-key'] = one([
      '',
      'x',
      '0193f6a0-0000-7000-8000-000000000000',
      'é'.normalize('NFD').slice(0, 1),
    ]);
  if (chance() < 0.3) headers['if-match'] = one(['*', '"x"', '-1', '"99999999999999999999"', 'W/"1"']);
  if (chance() < 0.2) headers['fengsui-hat'] = one(['x', '0193f6a0-0000-7000-8000-000000000000']);
  if (chance() < 0.2) headers['fengsui-made-at'] = one(['yesterday', '', '1e99']);
  if (chance() < 0.1) headers['accept-encoding'] = one(['br;q=x', '*;q=0', 'zstd, gzip;q=-1']);
  if (chance() < 0.1) headers.authorization = one(['Bearer', 'Bearer x', 'Basic ====', `Bearer ${'x'.repeat(4000)}`]);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // Signing out would end the visit of the hostile guest.
  const path = one(method === 'DELETE' ? PATHS.filter((each) => !each.startsWith('/api/session')) : PATHS);
  return { path, method, headers, ...(hasBody ? { body: one(bodies)() } : {}) };
}

/** Bytes that are no HTTP, or the half of a request, then a closed line. */
const RAW = [
  'GET / HTTP/9.9\r\n\r\n',
  'POST /api/intake/take HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"text":',
  'POST /api/intake/take HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
  'POST /api/intake/take HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nhost: x\r\ncookie: \u0001\u0002\r\n\r\n',
  '\u0016\u0003\u0001\u0000\u00a5\u0001\u0000',
  `GET /${'x'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
  '\r\n\r\n\r\n',
];

function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const line = connect(server.port, '127.0.0.1', () => line.write(bytes, 'latin1', () => line.end()));
    line.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    line.on('error', () => resolve(answer));
    line.on('close', () => resolve(answer));
    line.setTimeout(5_000, () => line.destroy());
  });
}

it(`answers ${REQUESTS} malformed requests without a crash and without one 5xx`, {
  timeout: REQUESTS * 12,
}, async () => {
  const seed = seedOfRun();
  const chance = random(seed);
  const wrong: string[] = [];
  const answers = new Map<number, number>();
  let sent = 0;
  const send = async () => {
    while (sent < REQUESTS) {
      sent += 1;
      if (chance() < 0.03) {
        const bytes = RAW[Math.floor(chance() * RAW.length)] ?? '';
        const answer = await raw(bytes);
        if (/^HTTP\/1\.1 5/.test(answer)) wrong.push(`${answer.slice(0, 60)} to ${JSON.stringify(bytes.slice(0, 60))}`);
        continue;
      }
      const { path, ...request } = hostile(chance);
      // Some inputs are refused by the client itself: they never leave it.
      const answer = await fetch(`${server.url}${path}`, { redirect: 'manual', ...request }).catch(() => undefined);
      if (!answer) continue;
      const text = await answer.text();
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500)
        wrong.push(`${answer.status} ${request.method} ${path.slice(0, 80)} ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  console.log(`seed ${seed}: ${JSON.stringify(Object.fromEntries([...answers].sort()))}`);
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(server.isRunning()).toBe(true);
  expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(REQUESTS / 2);
  expect(await fileCall(server.url, cookie)).toMatchObject({ status: 200 });
});
