import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { requestLimit } from './limits.ts';

inDistrict(
  'what every answer carries and every request is held to',
  (district) => {
    const ask = (options: {
      method?: 'GET' | 'POST';
      url: string;
      headers?: Record<string, string>;
      payload?: string;
    }) => district().server.app.inject({ method: 'GET', ...options });

    it('lets no foreign script, frame or guess of a type in, on pages, answers and refusals alike', async () => {
      for (const url of ['/', '/api/time', '/api/incidents/list', '/api/nothing-there']) {
        const { headers } = await ask({ url });
        expect(headers['content-security-policy']).toContain("default-src 'self'");
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['content-security-policy']).not.toContain('unsafe');
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['referrer-policy']).toBe('same-origin');
      }
    });

    it('sends what was built compressed and for a year, its page fresh', async () => {
      const page = await ask({ url: '/', headers: { 'accept-encoding': 'gzip' } });
      expect(page.headers['cache-control']).toBe('no-cache');
      const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec((await ask({ url: '/' })).body) ?? [];
      const asset = await ask({ url: script, headers: { 'accept-encoding': 'gzip' } });
      expect(asset.statusCode).toBe(200);
      expect(asset.headers['content-encoding']).toBe('gzip');
      expect(asset.headers['cache-control']).toContain('immutable');
    });

    it('refuses a page of somebody else, whatever it calls itself', async () => {
      const officer = await district().as('zhiban');
      const headers = { cookie: officer.cookie, 'content-type': 'application/json' };
      for (const origin of ['https://evil.example', 'null', 'not an address', '']) {
        const answer = await ask({
          method: 'POST',
          url: '/api/intake/take',
          headers: { ...headers, origin },
          payload: '{}',
        });
        expect([origin, answer.statusCode, answer.json().key]).toEqual([origin, 403, 'session.origin']);
      }
    });

    it('refuses a body too large before it is read, and one that is no JSON', async () => {
      const officer = await district().as('zhiban');
      const headers = { cookie: officer.cookie, 'content-type': 'application/json' };
      const large = JSON.stringify({ text: 'a'.repeat(2 * 1024 * 1024) });
      expect((await ask({ method: 'POST', url: '/api/intake/take', headers, payload: large })).statusCode).toBe(413);
      expect((await ask({ method: 'POST', url: '/api/intake/take', headers, payload: '{"a":' })).statusCode).toBe(400);
    });
  },
  ['embedded'],
);

it('stops who asks too often, says when to come again and lets others go on', () => {
  let now = 0;
  const limit = requestLimit(60, () => now);
  for (let count = 0; count < 60; count += 1) limit('person a');
  expect(() => limit('person a')).toThrow(expect.objectContaining({ status: 429, params: { seconds: 1 } }));
  limit('person b');
  now += 1000;
  limit('person a');
  expect(() => limit('person a')).toThrow();
});
