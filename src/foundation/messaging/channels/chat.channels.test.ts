import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Letter } from '../define.ts';
import { dingtalk, feishu, wecom } from './chat.channels.ts';

const SECRET = 'SEC0123456789';
const NOW = new Date('2026-06-11T02:40:00Z');
const letter: Letter = {
  id: '01900000-0000-7000-8000-000000000001',
  messageId: '01900000-0000-7000-8000-000000000002',
  address: '13900000001',
  heading: { zh: '【演练】通〔2026〕1号 请立即到岗', en: '[DRILL] Come at once' },
  text: { zh: '王某在古城路 12 号', en: 'Somebody at Gucheng Road 12' },
  mark: 'drill',
  priority: 'urgent',
  asks: 'receipt',
  choices: [],
};
interface Heard {
  url: URL;
  body: Record<string, unknown>;
}

/** A chat company that checks signatures as the real ones do, and has its bad days. */
describe('robots of chat companies', () => {
  const heard: Heard[] = [];
  let manner: 'takes' | 'busy' | 'lies' | 'floods' | 'hangs' | 'redirects' = 'takes';
  let origin: string;
  const hanging: ServerResponse[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://chat');
    const body = (await json(request)) as Record<string, unknown>;
    const is = (kind: string) => url.pathname === `/${kind}`;
    if (manner === 'hangs') return void hanging.push(response);
    if (manner === 'lies') return response.end('<html>ok</html>');
    if (manner === 'redirects') return response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (manner === 'floods') {
      for (let piece = 0; piece < 40; piece += 1) response.write('x'.repeat(64 * 1024));
      return response.end();
    }
    const busy = { wecom: 45009, dingtalk: 130101, feishu: 11232 }[url.pathname.slice(1)] ?? 0;
    if (manner === 'busy') return response.end(JSON.stringify(is('feishu') ? { code: busy } : { errcode: busy }));
    const at = url.searchParams.get('timestamp') ?? '';
    const signed = {
      wecom: () => url.searchParams.get('key') === 'k1',
      dingtalk: () =>
        url.searchParams.get('sign') === createHmac('sha256', SECRET).update(`${at}\n${SECRET}`).digest('base64') &&
        Math.abs(Number(at) - NOW.getTime()) < 3_600_000,
      feishu: () =>
        body.sign === createHmac('sha256', `${body.timestamp}\n${SECRET}`).update('').digest('base64') &&
        Math.abs(Number(body.timestamp) * 1000 - NOW.getTime()) < 3_600_000,
    }[url.pathname.slice(1) as 'wecom' | 'dingtalk' | 'feishu']();
    if (signed) heard.push({ url, body });
    const code = signed ? 0 : is('feishu') ? 19021 : 310000;
    return response.end(JSON.stringify(is('feishu') ? { code, msg: '' } : { errcode: code, errmsg: '' }));
  };
  const server = createServer((request, response) => void answer(request, response));
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    for (const one of hanging) one.destroy();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const settings = (secret = SECRET) => ({
    WECOM_WEBHOOK_URL: `${origin}/wecom?key=k1`,
    DINGTALK_WEBHOOK_URL: `${origin}/dingtalk?access_token=t1`,
    DINGTALK_SECRET: secret,
    FEISHU_WEBHOOK_URL: `${origin}/feishu`,
    FEISHU_SECRET: secret,
    PUBLIC_URL: 'https://fengsui.example',
  });
  const send = (channel: typeof wecom | typeof dingtalk | typeof feishu, secret?: string) => {
    const opened = channel.open?.(
      settings(secret),
      async () => undefined,
      () => NOW,
    );
    if (!opened) throw new Error('a chat channel sends');
    return opened.send(letter);
  };

  it.each([
    ['企业微信', wecom, (body: Heard['body']) => body.text],
    ['钉钉', dingtalk, (body: Heard['body']) => body.text],
    ['飞书', feishu, (body: Heard['body']) => body.content],
  ] as const)(
    '%s takes the heading, signed, with the mark and the way to it; the text stays here',
    async (_, channel, of) => {
      manner = 'takes';
      expect(await send(channel)).toMatchObject({ kind: 'sent' });
      const { body } = heard.at(-1) as Heard;
      const words = JSON.stringify(of(body));
      expect(words).toContain('【演练】通〔2026〕1号 请立即到岗');
      expect(words).toContain('https://fengsui.example/messages');
      expect(JSON.stringify(body)).not.toContain('古城路');
    },
  );

  it('mentions whoever is meant, where the company knows numbers', async () => {
    expect(heard[0]?.body.text).toMatchObject({ mentioned_mobile_list: ['13900000001'] });
    expect(heard[1]?.body.at).toEqual({ atMobiles: ['13900000001'], isAtAll: false });
  });

  it('is refused with a wrong secret, and told which code', async () => {
    expect(await send(dingtalk, 'another secret')).toEqual({ kind: 'refused', reason: 'code 310000' });
    expect(await send(feishu, 'another secret')).toEqual({ kind: 'refused', reason: 'code 19021' });
  });

  it('waits where it is too often, where the answer is no answer, a flood or another address', async () => {
    for (const [now, code] of [
      ['busy', /code/],
      ['lies', /no answer/],
      ['floods', /too long/],
      ['redirects', /connection/],
    ] as const) {
      manner = now;
      for (const channel of [wecom, dingtalk, feishu])
        await expect(send(channel)).rejects.toMatchObject({ code: expect.stringMatching(code) });
    }
  });

  it('says which setting keeps it off', () => {
    expect(wecom.whyOff({})?.zh).toContain('WECOM_WEBHOOK_URL');
    expect(dingtalk.whyOff({ DINGTALK_WEBHOOK_URL: 'https://x' })?.zh).toContain('DINGTALK_SECRET');
    expect(feishu.whyOff(settings())).toBeUndefined();
  });
});
