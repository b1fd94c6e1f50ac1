import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import type { Sender } from './index.ts';

interface Inbox {
  unread: number;
  toConfirm: string[];
  items: { id: string; heading: { zh: string }; text: { zh: string } | null; template: string; state: string }[];
}
interface Deliveries {
  items: { personName: string; channel: string; state: string; attempts: number; lastError: string | null }[];
}

onEachDatabase('messages', (open) => {
  let scene: Scene;
  let port: number;
  let sender: Sender;
  const letters: string[] = [];
  let server: SMTPServer | undefined;

  async function startMail(): Promise<void> {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      async onData(stream, _session, done) {
        letters.push(await text(stream));
        done();
      },
    });
    await new Promise<void>((ready) => server?.listen(port, '127.0.0.1', ready));
    port = (server.server.address() as AddressInfo).port;
  }
  const stopMail = () => new Promise<void>((done) => (server ? server.close(() => done()) : done()));

  beforeAll(async () => {
    port = 0;
    letters.length = 0;
    await startMail();
    const environment = { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'duty@centre.example' };
    // Which channels are on is a matter of the machine: commands look at the same environment.
    Object.assign(process.env, environment);
    scene = await openScene(await open());
    sender = scene.server.sender;
  });
  afterAll(async () => {
    await scene?.close();
    await stopMail();
    delete process.env.SMTP_URL;
    delete process.env.SMTP_FROM;
  });

  const send = (to: string[], more: object = {}) =>
    scene.act<{ id: string }>(scene.people.duty, 'messages.send', {
      to,
      heading: '请报送积水情况',
      text: '联系人张某',
      channels: ['in_app', 'smtp'],
      about: { register: 'unit', id: scene.units.street },
      ...more,
    });
  const deliveries = async (id: string) =>
    scene.rows<{ channel: string; state: string; attempts: number; lastError: string | null }>(
      sql`select channel, state, attempts, last_error from delivery where message_id = ${id} order by channel`,
    );

  it('lies in the inbox at once, is delivered when fetched, read when opened, each noted once', async () => {
    const { people } = scene;
    const { id } = await send([people.stranger.personId], { channels: ['in_app'] });
    const inbox = await scene.see<Inbox>(people.stranger, 'messages.inbox');
    expect(inbox).toMatchObject({ unread: 1, toConfirm: [id] });
    expect(inbox.items[0]).toMatchObject({
      heading: { zh: '请报送积水情况' },
      text: { zh: '联系人张某' },
      state: 'sent',
    });
    await scene.act(people.stranger, 'messages.arrive', { messages: [id] });
    const again = scene.act(people.stranger, 'messages.arrive', { messages: [id] });
    await expect(again).rejects.toMatchObject({ key: 'message.nothing_new' });
    await scene.act(people.stranger, 'messages.read', { id });
    expect(await scene.see<Inbox>(people.stranger, 'messages.inbox')).toMatchObject({ unread: 0, toConfirm: [] });
    const { items } = await scene.see<Deliveries>(people.duty, 'messages.deliveriesOf', { about: scene.units.street });
    expect(items).toMatchObject([{ personName: '吴他人', channel: 'in_app', state: 'read' }]);
  });

  it('is read by nobody but its people, and its text lies sealed in the database', async () => {
    const { people } = scene;
    const { id } = await send([people.leader.personId], { channels: ['in_app'] });
    await expect(scene.act(people.stranger, 'messages.read', { id })).rejects.toMatchObject({ status: 404 });
    const others = await scene.see<Inbox>(people.stranger, 'messages.inbox');
    expect(others.items.map((one) => one.id)).not.toContain(id);
    const [stored] = await scene.rows<{ textZh: Buffer }>(sql`select text_zh from message where id = ${id}`);
    expect(Buffer.from(stored?.textZh ?? []).toString('utf8')).not.toContain('张某');
    const [fact] = await scene.rows<{ payload: unknown }>(sql`select payload from fact where subject_id = ${id}`);
    expect(JSON.stringify(fact)).not.toContain('张某');
  });

  it('waits for a mail server that is down and arrives when it is back: nothing is lost, nothing doubled', async () => {
    const { people } = scene;
    await stopMail();
    const { id } = await send([people.street.personId, people.duty.personId]);
    await sender.drain();
    expect(await deliveries(id)).toMatchObject([
      { channel: 'in_app', state: 'sent' },
      { channel: 'in_app', state: 'sent' },
      { channel: 'smtp', state: 'queued', attempts: 1, lastError: 'ESOCKET' },
      { channel: 'smtp', state: 'queued', attempts: 1 },
    ]);
    scene.clock.advance(4_000);
    await sender.drain();
    expect((await deliveries(id))[2]).toMatchObject({ attempts: 1 });
    scene.clock.advance(2_000);
    await sender.drain();
    expect((await deliveries(id))[2]).toMatchObject({ attempts: 2 });

    await startMail();
    letters.length = 0;
    scene.clock.advance(60_000);
    await sender.drain();
    await sender.drain();
    expect((await deliveries(id)).filter((one) => one.channel === 'smtp').map((one) => one.state)).toEqual([
      'sent',
      'sent',
    ]);
    expect(letters).toHaveLength(2);
    const to = letters.map((letter) => letter.match(/^To: (.*)$/m)?.[1]?.trim()).sort();
    expect(to).toEqual(['li@street.example', 'wang@centre.example']);
    const handed = await scene.rows(sql`select id from fact where kind = 'message.handed_over' and subject_id = ${id}`);
    expect(handed).toHaveLength(2);
  });

  it('a letter that can never arrive ends with a named person', async () => {
    const { people } = scene;
    const { id } = await send([people.leader.personId]);
    await sender.drain();
    await scene.server.settle();
    expect((await deliveries(id)).find((one) => one.channel === 'smtp')).toMatchObject({
      state: 'escalated',
      lastError: 'no address',
    });
    const { items } = await scene.see<Inbox>(people.duty, 'messages.inbox');
    expect(items.find((one) => one.template === 'message.failed')?.heading.zh).toBe('未送达：请报送积水情况');
  });

  it('says which channels are on, and why the others are not', async () => {
    const view = () =>
      scene.see<{ items: { name: string; whyOff: { zh: string } | null }[] }>(scene.people.duty, 'messages.channels');
    expect((await view()).items).toMatchObject([
      { name: 'in_app', whyOff: null },
      { name: 'smtp', whyOff: null },
    ]);
    const from = process.env.SMTP_FROM;
    delete process.env.SMTP_FROM;
    expect((await view()).items[1]?.whyOff?.zh).toContain('SMTP_FROM');
    process.env.SMTP_FROM = from;
  });
});
