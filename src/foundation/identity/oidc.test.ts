import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { cookieOf, type House, keyOf, openHouse } from './identity.fixture.ts';

const PUBLIC_URL = 'http://fengsui.example';

/** A certified provider with its own sign-in pages, on a port of its own. */
async function startProvider() {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'fengsui',
        client_secret: 'a-secret-that-only-the-test-knows',
        redirect_uris: [`${PUBLIC_URL}/api/session/oidc/callback`],
      },
    ],
    claims: { profile: ['preferred_username'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id.replace(/^sub-/, '') }),
    }),
    // The provider's pages are its own affair; the test's browser fills the development ones in.
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['test'] },
  });
  server.on('request', provider.callback());
  return { issuer, stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) };
}

/** A browser at the provider: follows its redirects, signs in as `name`, agrees. @returns the way back to us */
async function signInThere(start: string, name: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(PUBLIC_URL)) return url.slice(PUBLIC_URL.length);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = answer.headers.get('location');
    form = undefined;
    if (next) {
      url = new URL(next, url).href;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`the provider shows no form: ${page.slice(0, 300)}`);
    form = new URLSearchParams(prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt });
    url = new URL(action, url).href;
  }
  throw new Error('the provider never sent the browser back');
}

onEachDatabase('central sign-in', (open) => {
  let house: House;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  beforeAll(async () => {
    provider = await startProvider();
    Object.assign(process.env, {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'fengsui',
      OIDC_CLIENT_SECRET: 'a-secret-that-only-the-test-knows',
      PUBLIC_URL,
    });
    house = await openHouse(await open());
    await house.join('wang', ['duty_officer'], { mayLink: true });
    await house.join('sun', ['street_officer']);
    await house.join('he', ['audit_administrator'], { mayLink: true });
  });
  afterAll(async () => {
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL']) delete process.env[name];
    await house.stop();
    await provider.stop();
  });

  const begin = async (next = '') => {
    const answer = await house.app.inject({ url: `/api/session/oidc${next}` });
    const journey = answer.cookies.find((cookie) => cookie.name === 'fengsui_journey');
    return { to: String(answer.headers.location), cookie: `fengsui_journey=${journey?.value}`, journey };
  };
  const back = (url: string, cookie: string) => house.app.inject({ url, headers: { cookie } });
  const arrive = async (name: string, next = '') => {
    const { to, cookie } = await begin(next);
    return back(await signInThere(to, name), cookie);
  };

  it('sends the browser away with state, nonce and a PKCE challenge, and keeps its part sealed', async () => {
    const { to, cookie, journey } = await begin();
    const asked = new URL(to).searchParams;
    expect(new URL(to).origin).toBe(provider.issuer);
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name), name).toMatch(/^[\w-]{43}$/);
    expect(journey).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/session/oidc' });
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain(asked.get('state'));
  });

  it('links by name at the first sign-in where the account allows it, by the identity ever after', async () => {
    const first = await arrive('wang', '?next=/incidents?state=open');
    expect([first.statusCode, first.headers.location]).toEqual([302, '/incidents?state=open']);
    const who = (await house.get('/api/session', cookieOf(first))).json();
    expect(who).toMatchObject({ person: { name: 'wang' }, hats: [{ role: 'duty_officer' }] });
    // Another subject that carries the same name now is somebody else.
    const impostor = await arrive('sub-wang');
    expect(impostor.headers.location).toBe('/?problem=session.oidc_unlinked');
    expect(impostor.cookies.some((cookie) => cookie.name === 'fengsui_session')).toBe(false);
    expect((await arrive('wang')).headers.location).toBe('/');
    const { rows } = await sql<{
      kind: string;
    }>`select kind from fact where kind in ('account.linked', 'session.started')
      order by sequence`.execute(house.platform.database.kysely);
    expect(rows.map((row) => row.kind)).toEqual(['account.linked', 'session.started', 'session.started']);
  });

  it('lets nobody in whose account was not told to, or who has none', async () => {
    expect((await arrive('sun')).headers.location).toBe('/?problem=session.oidc_unlinked');
    expect((await arrive('nobody')).headers.location).toBe('/?problem=session.oidc_unlinked');
  });

  it('does not stand in for an administrator’s second factor', async () => {
    const cookie = cookieOf(await arrive('he'));
    expect((await house.get('/api/session', cookie)).json()).toMatchObject({
      needsSecondFactor: true,
      permissions: [],
    });
    expect(keyOf(await house.get('/api/timeline/audit', cookie))).toBe('session.second_factor_due');
  });

  it('refuses an answer without its beginning, another’s beginning, a changed, old or used one', async () => {
    const failed = '/?problem=session.oidc_failed';
    const { to, cookie } = await begin();
    const answer = await signInThere(to, 'wang');
    expect((await back(answer, '')).headers.location).toBe(failed);
    expect((await back(answer, (await begin()).cookie)).headers.location).toBe(failed);
    expect((await back(answer, `${cookie.slice(0, -4)}AAAA`)).headers.location).toBe(failed);
    expect((await back(answer.replace(/state=[^&]+/, 'state=other'), cookie)).headers.location).toBe(failed);
    house.clock.advance(11 * 60_000);
    expect((await back(answer, cookie)).headers.location).toBe(failed);
    house.clock.advance(-11 * 60_000);
    expect((await back(answer, cookie)).headers.location).toBe('/');
    expect((await back(answer, cookie)).headers.location).toBe(failed);
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
    'sends nobody to %s',
    async (next) => {
      expect((await arrive('wang', `?next=${encodeURIComponent(next)}`)).headers.location).toBe('/');
    },
  );
});
