import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { startServer } from '../../apps/server/start.ts';
import { settableClock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { execute, systemViewer } from '../api/index.ts';
import type { Database } from '../database/index.ts';
import type { Role } from './define.ts';
import { accountProofs } from './index.ts';

export const PASSWORD = 'Correct-horse-7';
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A house with one unit, whose people hold the roles asked for; requests go through the real server. */
export async function openHouse(database?: Database) {
  const home = mkdtempSync(join(tmpdir(), 'fengsui-identity-'));
  const clock = settableClock('2026-11-24T08:00:00+08:00');
  // Whoever opened the database closes it.
  const given = database ? { database: { ...database, close: async () => {} } } : {};
  const server = await startServer({ home, clock, log: () => {}, requestsPerMinute: 100_000, ...given });
  const { platform, app } = server;
  const run = async (name: string, input: unknown) =>
    (await execute(platform, { id: newId(), name, input }, systemViewer)).output as { id: string };
  const unit = await run('units.open', { name: '区应急局', shortName: '应急局', kind: 'office', areaCode: '110107' });

  return {
    ...server,
    clock,
    unit,
    run,
    /** Somebody with an account and these roles; `secondFactorSecret` is enrolled and in force. */
    async join(
      username: string,
      roles: readonly Role[],
      more: { secondFactorSecret?: string; mayLink?: boolean; password?: string } = {},
    ) {
      const { secondFactorSecret, password = PASSWORD, mayLink = false } = more;
      const person = await run('people.register', { unitId: unit.id, name: username });
      const hats: string[] = [];
      for (const role of roles) {
        const post = await run('posts.open', { unitId: unit.id, name: `${username} ${role}`, role });
        hats.push((await run('appointments.appoint', { personId: person.id, postId: post.id })).id);
      }
      const proofs = await accountProofs(platform, { password, ...(secondFactorSecret ? { secondFactorSecret } : {}) });
      const account = await run('accounts.open', { personId: person.id, username, mayLink, proofs });
      return { personId: person.id, accountId: account.id, hats, username, password };
    },
    signIn: (username: string, password: string, more: { code?: string; address?: string; cookie?: string } = {}) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: more.address ?? '10.0.0.1',
        ...(more.cookie ? { headers: { cookie: more.cookie } } : {}),
        payload: { username, password, ...(more.code ? { code: more.code } : {}) },
      }),
    get: (url: string, cookie: string, headers: Record<string, string> = {}) =>
      app.inject({ url, headers: { cookie, ...headers } }),
    post: (url: string, cookie: string, payload: object = {}, headers: Record<string, string> = {}) =>
      app.inject({ method: 'POST', url, headers: { cookie, ...headers }, payload }),
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The session cookie that an answer set, as a browser would send it back. */
export function cookieOf(answer: LightMyRequestResponse): string {
  const set = answer.cookies.find((cookie) => cookie.name === 'fengsui_session');
  return `fengsui_session=${set?.value ?? ''}`;
}

export const keyOf = (answer: LightMyRequestResponse): string | undefined => (answer.json() as { key?: string }).key;
