import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../../tests/support/scene.ts';
import { shortMessageCentre } from '../../../../tests/support/short-message-centre.ts';
import { systemViewer } from '../../api/index.ts';
import type { Viewer } from '../../identity/define.ts';
import { signed } from '../sms/gateway-signature.ts';

const SECRET = 'a secret of some length';
const PHONES = { street: '13900000001', leader: '13900000002', member: '13900000003' } as const;

onEachDatabase('short messages', (open) => {
  let scene: Scene;
  let centre: Awaited<ReturnType<typeof shortMessageCentre>>;
  const environment = { SMS_SOURCE: '10690012345', SMS_SIGNATURE: '石景山应急', SMS_GATEWAY_SECRET: SECRET };

  beforeAll(async () => {
    centre = await shortMessageCentre((to) => (to === PHONES.member ? 0x0b : 0));
    Object.assign(process.env, environment, { SMS_SMPP_URL: centre.url() });
    scene = await openScene(await open());
    for (const [who, phone] of Object.entries(PHONES)) {
      const { personId } = scene.people[who as keyof typeof PHONES];

      await scene.act(systemViewer, 'people.correct', {
        id: personId,
        name: scene.people[who as keyof typeof PHONES].name,
        phone,
      });
    }
  });
  afterAll(async () => {
    await scene?.close();
    await centre?.stop();
    for (const name of [...Object.keys(environment), 'SMS_SMPP_URL']) delete process.env[name];
  });

  const send = async (to: Viewer[], more: object = {}) => {
    const { id } = await scene.act<{ id: string }>(scene.people.duty, 'messages.send', {
      to: to.map(({ personId }) => personId),
      heading: '请到岗值守',
      priority: 'urgent',
      asks: 'receipt',
      channels: ['sms'],
      ...more,
    });
    await scene.server.settle();
    return id;
  };
  const deliveries = (id: string) =>
    scene.rows<{ state: string; lastError: string | null }>(
      sql`select state, last_error from delivery where message_id = ${id} and channel = 'sms' order by queued_at`,
    );
  const ladder = async (id: string) =>
    (
      await scene.rows<{ state: string; endedBy: string | null }>(
        sql`select state, ended_by from ladder where message_id = ${id}`,
      )
    )[0];
  const nameOf = (to: string) => centre.submitted.findLast((one) => one.to === to)?.id ?? '';
  type Inbox = { items: { template: string; text: { zh: string } | null; heading: { zh: string } }[] };
  const toRead = async () =>
    (await scene.see<Inbox>(scene.people.duty, 'messages.inbox')).items.filter(
      ({ template }) => template === 'message_reply.to_read',
    );

  it('arrives, is confirmed by «1», and the ladder ends; receipts said twice or of nobody change nothing', async () => {
    const { street } = scene.people;
    const id = await send([street]);
    expect(await deliveries(id)).toMatchObject([{ state: 'sent' }]);
    expect(await centre.receipt(nameOf(PHONES.street))).toBe(0);
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }]);
    await centre.receipt(nameOf(PHONES.street), 'UNDELIV');
    await centre.receipt('invented');
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }]);
    expect(await ladder(id)).toMatchObject({ state: 'climbing' });
    expect(await centre.reply(PHONES.street, '1')).toBe(0);
    expect(await deliveries(id)).toMatchObject([{ state: 'read' }]);
    expect(await ladder(id)).toMatchObject({ state: 'confirmed' });
    expect(await toRead()).toEqual([]);
  });

  it('a number that the centre does not know fails with its reason, and is told', async () => {
    const id = await send([scene.people.member]);
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', lastError: 'SMPP 11' }]);
  });

  it('a long one has arrived when all its parts have, and has not when one did not', async () => {
    const before = centre.submitted.length;
    const whole = await send([scene.people.leader], { text: '险'.repeat(150) });
    const names = centre.submitted.slice(before).map((one) => one.id);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names.slice(1)) await centre.receipt(name);
    expect(await deliveries(whole)).toMatchObject([{ state: 'sent' }]);
    await centre.receipt(names[0] ?? '');
    expect(await deliveries(whole)).toMatchObject([{ state: 'delivered' }]);
    const torn = await send([scene.people.leader], { text: '险'.repeat(150) });
    await centre.receipt(nameOf(PHONES.leader), 'EXPIRED');
    expect(await deliveries(torn)).toMatchObject([{ state: 'failed', lastError: 'EXPIRED' }]);
  });

  it('a question is answered by its number; again, the last one counts and both are kept', async () => {
    const id = await send([scene.people.street], { choices: ['已到岗', '不能到岗'] });
    await centre.reply(PHONES.street, '2');
    await centre.reply(PHONES.street, '１。');
    expect(await ladder(id)).toMatchObject({ state: 'confirmed' });
    type File = {
      ladders: { people: { answers: { label: { zh: string } }[]; replies: { label: { zh: string } }[] }[] }[];
    };
    const file = await scene.see<File>(scene.people.duty, 'messages.record', { id });
    expect(file.ladders[0]?.people[0]).toMatchObject({
      answers: [{ label: { zh: '不能到岗' } }, { label: { zh: '已到岗' } }],
      replies: [{ label: { zh: '已选择' } }, { label: { zh: '已选择' } }],
    });
  });

  it('what answers nothing goes to who sent it; a stranger’s words to the duty room; the number stays sealed', async () => {
    const id = await send([scene.people.leader]);
    await centre.reply(PHONES.leader, '在外地，去不了');
    expect(await ladder(id)).toMatchObject({ state: 'climbing' });
    await centre.reply('13812345678', '我们小区停电了');
    const letters = await toRead();
    expect(letters.map(({ heading, text }) => [heading.zh, text?.zh])).toEqual(
      expect.arrayContaining([
        ['消息回复须人工处理：不能执行', '在外地，去不了'],
        ['消息回复须人工处理：未被通知的人', '我们小区停电了'],
      ]),
    );
    const [kept] = await scene.rows<{ phone: Buffer; words: Buffer }>(
      sql`select phone, words from message_reply where meaning = 'stranger'`,
    );
    expect(Buffer.from(kept?.phone ?? []).toString('latin1')).not.toContain('13812345678');
    const facts = await scene.rows(sql`select payload from fact where kind = 'message.replied'`);
    expect(JSON.stringify(facts)).not.toMatch(/13812345678|停电/);
    const seen = scene.see(scene.people.stranger, 'messageReplies.list');
    expect(await seen).toEqual({ items: [] });
  });

  it('a gateway over HTTP is believed by its signature alone; ten thousand forged receipts change nothing', async () => {
    const id = await send([scene.people.street]);
    const reference = nameOf(PHONES.street);
    const post = (body: string, headers: Record<string, string>) =>
      scene.server.app.inject({
        method: 'POST',
        url: '/api/messages/sms',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    const body = (references: string[], more: object = {}) =>
      JSON.stringify({ receipts: references.map((one) => ({ reference: one, isDelivered: true })), ...more });
    const now = scene.clock.now();
    const honest = body([reference], { replies: [{ reference: 'r1', from: PHONES.street, text: '收到' }] });
    expect((await post(honest, {})).statusCode).toBe(401);
    expect((await post(honest, signed('another secret', honest, now))).statusCode).toBe(401);
    expect((await post(honest, signed(SECRET, honest, new Date(now.getTime() - 3_600_000)))).statusCode).toBe(401);
    const changed = signed(SECRET, body(['m0']), now);
    expect((await post(honest, changed)).statusCode).toBe(401);
    expect((await post('{', signed(SECRET, '{', now))).statusCode).toBe(400);
    expect(await deliveries(id)).toMatchObject([{ state: 'sent' }]);
    for (let go = 0; go < 20; go += 1) {
      const forged = body(Array.from({ length: 500 }, (_, index) => `forged ${go} ${index}`));
      expect((await post(forged, signed(SECRET, forged, now))).statusCode).toBe(200);
    }
    expect(await deliveries(id)).toMatchObject([{ state: 'sent' }]);
    expect((await post(honest, signed(SECRET, honest, now))).statusCode).toBe(200);
    // Overheard and played back at once.
    expect((await post(honest, signed(SECRET, honest, now))).statusCode).toBe(200);
    expect(await deliveries(id)).toMatchObject([{ state: 'read' }]);
    const replies = await scene.rows(sql`select id from message_reply where reference = 'r1'`);
    expect(replies).toHaveLength(1);
  });
});
