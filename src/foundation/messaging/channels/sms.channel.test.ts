import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type Manner, shortMessageCentre } from '../../../../tests/support/short-message-centre.ts';
import type { Heard, Letter } from '../define.ts';
import { isSigned } from '../sms/gateway-signature.ts';
import { inOrder } from '../sms/in-order.ts';
import { smppProvider } from '../sms/smpp-provider.ts';
import { sms, textOf } from './sms.channel.ts';

const letter: Letter = {
  id: '01900000-0000-7000-8000-000000000001',
  messageId: '01900000-0000-7000-8000-000000000002',
  address: '13900000001',
  heading: { zh: '【演练】请签收指令', en: '[DRILL] Please receive' },
  text: undefined,
  mark: 'drill',
  priority: 'extra_urgent',
  asks: 'receipt',
  choices: [],
};
const SIGNATURE = { SMS_SOURCE: '10690012345', SMS_SIGNATURE: '石景山应急' };
const message = (to: string, text = '水位上涨') => ({ id: letter.id, to, text });

describe('the short message channel', () => {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });
  const heard: Heard[] = [];
  const hear = async (one: Heard) => void heard.push(one);

  async function centre(manner?: Manner) {
    const made = await shortMessageCentre(manner);
    endings.push(() => made.stop());
    return made;
  }
  function provider(url: string, patience = 400, hearing = hear) {
    const made = smppProvider({ url, source: '10690012345', perSecond: 1000, patience }, hearing);
    endings.push(() => made.close());
    return made;
  }
  function opened(environment: Record<string, string>) {
    const channel = sms.open?.({ ...SIGNATURE, ...environment }, hear, () => new Date());
    if (!channel) throw new Error('short messages are sent');
    endings.push(() => channel.close());
    return channel;
  }

  it('carries Chinese under its signature, with the mark in front and how to answer at the end', async () => {
    const other = await centre();
    const outcome = await opened({ SMS_SMPP_URL: other.url() }).send(letter);
    expect(outcome).toEqual({ kind: 'sent', receipt: 'm1', references: ['m1'] });
    expect(other.submitted).toEqual([
      { to: '13900000001', id: 'm1', text: '【石景山应急】【演练】请签收指令\n收到请回复1', part: undefined },
    ]);
    const choices = [
      { id: 'a', label: { zh: '到岗', en: 'On watch' } },
      { id: 'b', label: { zh: '不能到岗', en: 'Cannot' } },
    ];
    expect(textOf({ ...letter, asks: 'answer', choices }, '应急')).toContain('请回复数字：1 到岗，2 不能到岗');
    expect(textOf({ ...letter, asks: 'deed' }, '应急')).toContain('登录平台签收');
  });

  it('sends a long text in parts that say which they are, and knows each by its name', async () => {
    const other = await centre();
    const taken = await provider(other.url()).send(message('13900000001', '险'.repeat(150)));
    expect(taken).toEqual({ kind: 'taken', references: ['m1', 'm2', 'm3'] });
    expect(other.submitted.map(({ text }) => text).join('')).toBe('险'.repeat(150));
    expect(other.submitted.map(({ part }) => part?.slice(-2))).toEqual([
      [3, 1],
      [3, 2],
      [3, 3],
    ]);
    expect(new Set(other.submitted.map(({ part }) => part?.at(-3))).size).toBe(1);
  });

  it('gives up on a number that does not exist, waits for a centre that throttles, and throws for all that may pass', async () => {
    const manners: Record<string, Manner> = {
      unknown: () => 0x0b,
      throttles: (_, count) => (count < 3 ? 0x58 : 0),
      fails: () => 0x08,
    };
    const by = async (name: string) => provider((await centre(manners[name])).url(), 3000);
    expect(await (await by('unknown')).send(message('1'))).toEqual({ kind: 'refused', reason: 'SMPP 11' });
    expect(await (await by('throttles')).send(message('1'))).toMatchObject({ kind: 'taken' });
    await expect((await by('fails')).send(message('1'))).rejects.toMatchObject({ code: 'SMPP 8' });
    const refused = provider((await centre()).url('wrong'));
    await expect(refused.send(message('1'))).rejects.toMatchObject({ code: 'SMPP bind 14' });
  });

  it('turns to the second provider when the first is dead or hangs, and does not wait for it again', async () => {
    const [hanging, second] = [await centre(() => 'hangs'), await centre()];
    const both = inOrder([provider(hanging.url(), 300), provider(second.url())]);
    expect(await both.send(message('1'))).toMatchObject({ kind: 'taken' });
    const began = performance.now();
    for (let letters = 0; letters < 5; letters += 1) await both.send(message('1'));
    expect(performance.now() - began).toBeLessThan(300);
    expect(second.submitted).toHaveLength(6);
    const dead = inOrder([provider('smpp://x:right@127.0.0.1:1', 300)]);
    await expect(dead.send(message('1'))).rejects.toMatchObject({ code: 'SMPP connection' });
  });

  it('is bound again by itself after a break, so that receipts come', async () => {
    const other = await centre();
    const line = provider(other.url());
    await line.send(message('1'));
    await other.stop();
    await expect.poll(() => other.bound()).toBe(0);
    const again = await shortMessageCentre(undefined, other.port);
    endings.push(() => again.stop());
    await expect.poll(() => again.bound(), { timeout: 5000 }).toBe(1);
  });

  it('hears receipts and what people write, and acknowledges only what is stored', async () => {
    heard.length = 0;
    const other = await centre();
    let isDown = true;
    const line = provider(other.url(), 3000, async (one) => {
      if (isDown) throw new Error('no database');
      heard.push(one);
    });
    await line.send(message('13900000001'));
    expect(await other.reply('13900000001', '收到，马上到岗')).toBe(0x64);
    isDown = false;
    expect(await other.reply('13900000001', '收到，马上到岗')).toBe(0);
    expect(await other.receipt('m1')).toBe(0);
    expect(await other.receipt('m1', 'ENROUTE')).toBe(0);
    expect(heard).toEqual([
      { kind: 'reply', from: '13900000001', text: '收到，马上到岗' },
      { kind: 'receipt', reference: 'm1', isDelivered: true, reason: 'DELIVRD' },
    ]);
  });

  it('goes by a gateway over HTTP, signed; a number it refuses is final, whatever else fails may pass', async () => {
    const secret = 'a secret of some length';
    const asked: { body: string; isSigned: boolean }[] = [];
    const server = createServer(async (request, answer) => {
      const body = await bodyOf(request);
      asked.push({ body, isSigned: isSigned(secret, body, request.headers, new Date()) });
      const { to } = JSON.parse(body) as { to: string };
      if (to === '4') return flood(answer);
      answer.statusCode = to === '1' ? 422 : to === '2' ? 503 : 200;
      answer.end(to === '3' ? 'taken' : JSON.stringify({ reference: 'g7' }));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    endings.push(() => new Promise<void>((done) => server.close(() => done())));
    const { port } = server.address() as AddressInfo;
    const channel = opened({ SMS_GATEWAY_URL: `http://127.0.0.1:${port}/send`, SMS_GATEWAY_SECRET: secret });
    expect(await channel.send(letter)).toEqual({ kind: 'sent', receipt: 'g7', references: ['g7'] });
    expect(asked[0]).toMatchObject({ isSigned: true, body: expect.stringContaining('【石景山应急】') });
    expect(await channel.send({ ...letter, address: '1' })).toEqual({ kind: 'refused', reason: 'HTTP 422' });
    await expect(channel.send({ ...letter, address: '2' })).rejects.toMatchObject({ code: 'HTTP 503' });
    expect(await channel.send({ ...letter, address: '3' })).toMatchObject({ kind: 'sent', references: [] });
    await expect(channel.send({ ...letter, address: '4' })).rejects.toMatchObject({ code: 'HTTP answer too long' });
  });

  it('says which setting keeps it off', () => {
    expect(sms.whyOff({})?.zh).toContain('SMS_SMPP_URL');
    expect(sms.whyOff({ SMS_SMPP_URL: 'smpp://x' })?.zh).toContain('SMS_SOURCE');
    expect(sms.whyOff({ SMS_GATEWAY_URL: 'https://x' })?.zh).toContain('SMS_GATEWAY_SECRET');
    expect(sms.whyOff({ SMS_SMPP_URL: 'smpp://x', ...SIGNATURE })).toBeUndefined();
  });
});

/** Answers without an end; whoever listens must stop by itself. */
function flood(answer: ServerResponse): void {
  const more = () => {
    while (!answer.destroyed && answer.write('x'.repeat(64 * 1024)));
  };
  answer.on('drain', more);
  answer.on('error', () => undefined);
  more();
}
