import { afterAll, beforeAll, describe } from 'vitest';
import { type Server, type StartOptions, startServer } from '../../src/apps/server/start.ts';
import { demoLogins } from '../../src/demo/start.ts';
import { addressOf } from '../../src/foundation/api/address.ts';
import { routeOf } from '../../src/foundation/api/routes.ts';
import { type SettableClock, settableClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';
import { DATABASE_KINDS, type DatabaseKind, freshDatabase } from './databases.ts';

export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Somebody signed in, acting over HTTP as a browser would. */
export interface Person {
  readonly personId: string;
  readonly cookie: string;
  command<T = Record<string, unknown>>(name: string, input: object, options?: CommandOptions): Promise<Reply<T>>;
  view<T = Record<string, unknown>>(name: string, input?: object): Promise<Reply<T>>;
  /** Like `command` and `view`, for what must succeed. @throws with the problem otherwise */
  does<T = Record<string, unknown>>(name: string, input: object, options?: CommandOptions): Promise<T>;
  sees<T = Record<string, unknown>>(name: string, input?: object): Promise<T>;
  get(url: string): Promise<Reply & { raw: Buffer }>;
  post(url: string, payload: Buffer | object, headers?: Record<string, string>): Promise<Reply>;
}

export interface CommandOptions {
  readonly key?: string;
  readonly version?: number;
  readonly hat?: string;
}

export interface District {
  readonly server: Server;
  readonly clock: SettableClock;
  readonly kind: DatabaseKind;
  readonly home: string;
  /** Signs in with a demo login. */
  as(username: string): Promise<Person>;
  anybody(): Person;
  settle(): Promise<void>;
  restart(): Promise<void>;
}

/** A Thursday morning in the flood season: 2026-06-11 10:40 in Beijing. */
export const MORNING = '2026-06-11T02:40:00Z';

/** The demo district on a started server with a settable clock, on both databases. */
export function inDistrict(
  name: string,
  suite: (district: () => District) => void,
  kinds: DatabaseKind[] = DATABASE_KINDS,
  more: Pick<StartOptions, 'outside'> = {},
): void {
  describe.each(kinds)(`${name} (%s)`, (kind) => {
    let district: District;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ district, close } = await openDistrict(kind, more));
    });
    afterAll(async () => close?.());
    suite(() => district);
  });
}

export async function openDistrict(
  kind: DatabaseKind,
  more: Pick<StartOptions, 'outside'> = {},
): Promise<{ district: District; close: () => Promise<void> }> {
  const fresh = await freshDatabase(kind, 'district');
  const clock = settableClock(MORNING);
  const start = async () =>
    startServer({
      home: fresh.home,
      database: await fresh.open(),
      clock,
      isDemo: true,
      log: () => {},
      requestsPerMinute: 1e6,
      hasSchedules: false,
      ...more,
    });
  let server = await start();
  // A one-time code works once: whoever has signed in stays signed in.
  const signedIn = new Map<string, Promise<Person>>();
  const district: District = {
    get server() {
      return server;
    },
    clock,
    kind,
    home: fresh.home,
    as(username) {
      const known = signedIn.get(username) ?? signIn(() => server, clock, username);
      signedIn.set(username, known);
      return known;
    },
    anybody: () => person(() => server, '', ''),
    settle: () => server.settle(),
    async restart() {
      await server.stop();
      server = await start();
    },
  };
  return {
    district,
    async close() {
      await server.stop();
      await fresh.release();
    },
  };
}

async function signIn(server: () => Server, clock: SettableClock, username: string): Promise<Person> {
  const login = demoLogins(clock.now()).find((one) => one.username === username);
  if (!login) throw new Error(`no demo login ${username}`);
  const { password, code } = login;
  const answer = await server().app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password, ...(code ? { code } : {}) },
  });
  if (answer.statusCode !== 200) throw new Error(`${username} cannot sign in: ${answer.body}`);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return person(server, cookie, answer.json<{ person: { id: string } }>().person.id);
}

function person(server: () => Server, cookie: string, personId: string): Person {
  const headers = { cookie, host: 'localhost' };
  const reply = (answer: { statusCode: number; body: string; headers: Record<string, unknown> }): Reply<never> => ({
    status: answer.statusCode,
    body: (isJson(answer.headers) ? JSON.parse(answer.body) : answer.body) as never,
    headers: answer.headers,
  });
  const must = async <T>(name: string, answer: Promise<Reply<T>>): Promise<T> => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const self: Person = {
    personId,
    cookie,
    async command(name, input, options = {}) {
      const { id, ...rest } = input as { id?: string };
      const { method, path } = routeOf(name, 'command', id !== undefined);
      const answer = await server().app.inject({
        method,
        url: path.replace(':id', id ?? ''),
        payload: rest,
        headers: {
          ...headers,
          'idempotency-key': options.key ?? newId(),
          ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
          ...(options.hat ? { 'fengsui-hat': options.hat } : {}),
        },
      });
      return reply(answer);
    },
    async view(name, input = {}) {
      const { method, path, rest } = addressOf(name, 'view', input as Record<string, unknown>);
      const payload = method === 'POST' ? { payload: rest } : {};
      return reply(await server().app.inject({ method, url: path, headers, ...payload }));
    },
    does: (name, input, options) => must(name, self.command(name, input, options)),
    sees: (name, input) => must(name, self.view(name, input)),
    async get(url) {
      const answer = await server().app.inject({ method: 'GET', url, headers });
      return {
        ...(reply({ ...answer, body: isJson(answer.headers) ? answer.body : '""' }) as Reply),
        raw: answer.rawPayload,
      };
    },
    async post(url, payload, more = {}) {
      return reply(await server().app.inject({ method: 'POST', url, payload, headers: { ...headers, ...more } }));
    },
  };
  return self;
}

const isJson = (headers: Record<string, unknown>) => String(headers['content-type']).includes('json');
