import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { newId } from '../../kernel/ids.ts';
import { commandContext, transactWork } from '../api/command-context.ts';
import type { CommandContext } from '../api/context.ts';
import { systemViewer } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { type Sender, stopLadders } from './index.ts';
import { readMessage } from './message.permissions.ts';

interface Inbox {
  unread: number;
  toConfirm: string[];
  items: {
    id: string;
    heading: { zh: string };
    text: { zh: string } | null;
    template: string;
    state: string;
    withMe: string[];
  }[];
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

  const within = <T>(run: (ctx: CommandContext) => Promise<T>): Promise<T> => {
    const { platform } = scene.server;
    const scope = {
      viewer: systemViewer,
      may: readMessage,
      commandId: newId(),
      subjectId: undefined,
      baseVersion: undefined,
      records: [],
      label: { zh: '试', en: 'Trial' },
    };
    return transactWork(platform, (tx, work) =>
      run(commandContext(platform, tx, scope, { facts: [], stamps: new Map(), ...work })),
    );
  };
  const wait = async (minutes: number) => {
    scene.clock.advance(minutes * 60_000);
    await scene.server.settle();
  };
  const inboxOf = (who: Viewer) => scene.see<Inbox>(who, 'messages.inbox');
  const ladder = async (messageId: string) =>
    (
      await scene.rows<Record<string, unknown>>(
        sql`select id as ladder_id, state, rung, round, next_at, human_id, ended_by from ladder where message_id = ${messageId}`,
      )
    )[0];
  const facts = async (messageId: string) =>
    (
      await scene.rows<{ kind: string }>(sql`select kind from fact where subject_id = ${messageId} order by sequence`)
    ).map((one) => one.kind);

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

  it('a message nobody reads goes to the deputy, the duty room and a named human, who must take it over', async () => {
    const { people } = scene;
    const { id } = await send([people.street.personId], {
      priority: 'extra_urgent',
      asks: 'receipt',
      channels: ['in_app'],
    });
    expect(await ladder(id)).toMatchObject({ state: 'climbing', rung: 0, round: 1 });
    // 5 minutes, two repeats of 5, then the deputy of the same street.
    for (const expected of [{ round: 2 }, { round: 3 }, { rung: 1, round: 1 }]) {
      await wait(5);
      expect(await ladder(id)).toMatchObject({ state: 'climbing', ...expected });
    }
    expect((await inboxOf(people.deputy)).items.map((one) => one.id)).toContain(id);
    // The street's duty room is the silent officer: that rung is skipped at once, to the human who sent it.
    await wait(5);
    expect(await ladder(id)).toMatchObject({ state: 'with_human', humanId: people.duty.personId, nextAt: null });
    expect((await facts(id)).filter((kind) => !/handed_over|failed/.test(kind))).toEqual([
      'message.sent',
      'message.repeated',
      'message.repeated',
      'message.escalated',
      'message.handed_to_human',
    ]);
    const { ladderId } = (await ladder(id)) as { ladderId: string };
    const file = await scene.see(people.duty, 'messages.record', { id });
    expect(file).toMatchObject({
      senderName: '王值班',
      ladders: [
        {
          state: 'with_human',
          who: 'human',
          human: '王值班',
          people: [
            { name: '李街道', who: 'addressee', deliveries: [{ channel: 'in_app' }, { round: 1 }, { round: 2 }] },
            { name: '赵代理', who: 'deputy', reason: { zh: '代理人' } },
            { name: '王值班', who: 'human' },
          ],
        },
      ],
    });
    type Board = { needs: { kind: string; to: string; isMine: boolean }[] };
    const open = async () =>
      (await scene.see<Board>(people.duty, 'command.situation')).needs.filter((need) => need.kind === 'message');
    expect(await open()).toMatchObject([{ to: `/messages/${id}`, isMine: true }]);
    const mine = (await inboxOf(people.duty)).items.find((one) => one.id === id);
    expect(mine).toMatchObject({ withMe: [((await ladder(id)) as { ladderId: string }).ladderId] });
    await expect(scene.act(people.stranger, 'messages.takeOver', { id, ladderId })).rejects.toMatchObject({
      status: 404,
    });
    await scene.act(people.duty, 'messages.takeOver', { id, ladderId });
    expect(await ladder(id)).toMatchObject({ state: 'taken_over', endedBy: people.duty.personId });
    expect(await open()).toEqual([]);
    await expect(scene.act(people.duty, 'messages.resend', { id })).rejects.toMatchObject({
      key: 'message.nothing_new',
    });
  });

  it('a question is answered by a choice; the last answer counts, both are kept, and nobody else is asked', async () => {
    const { people } = scene;
    const { id } = await send([people.street.personId], { priority: 'urgent', choices: ['已转移', '未转移'] });
    await scene.act(people.street, 'messages.read', { id });
    expect(await ladder(id)).toMatchObject({ state: 'climbing' });
    const wrong = scene.act(people.street, 'messages.answer', { id, choice: '9' });
    await expect(wrong).rejects.toMatchObject({ key: 'message.no_such_choice', field: 'choice' });
    await expect(scene.act(people.duty, 'messages.answer', { id, choice: '1' })).rejects.toMatchObject({ status: 403 });
    await scene.act(people.street, 'messages.answer', { id, choice: '2' });
    await scene.act(people.street, 'messages.answer', { id, choice: '1' });
    expect(await ladder(id)).toMatchObject({ state: 'confirmed', endedBy: people.street.personId });
    const answers = await scene.rows(
      sql`select choice from message_answer where message_id = ${id} order by answered_at, id`,
    );
    expect(answers).toEqual([{ choice: '2' }, { choice: '1' }]);
  });

  it('finds posts, duty rooms and roles within an area, each with the reason; nobody there is skipped at once', async () => {
    const { people } = scene;
    const empty = await scene.unit('区档案馆', 'department', '110107');
    const { id } = await send([], {
      priority: 'urgent',
      asks: 'receipt',
      addressees: [
        { kind: 'post', input: { postId: people.leader.acting?.postId } },
        { kind: 'unit_duty', input: { unitId: empty } },
        { kind: 'role_in_area', input: { role: 'team_member', areaCode: '110107' } },
        { kind: 'role_in_area', input: { role: 'grid_worker', areaCode: '110107' } },
      ],
    });
    const asked = await scene.rows<{ name: string; reasonZh: string; kind: string }>(sql`
      select p.name, l.kind, a.reason_zh from ladder l join ladder_person a on a.ladder_id = l.id
      join person p on p.id = a.person_id where l.message_id = ${id} order by l.kind, p.name`);
    expect(asked).toEqual([
      { name: '周队员', kind: 'person', reasonZh: '综合应急救援队队员' },
      { name: '孙队长', kind: 'post', reasonZh: 'team_leader 孙队长' },
      // No grid worker in the district: the sender's duty room is asked in the same transaction.
      { name: '王值班', kind: 'role_in_area', reasonZh: '区应急指挥中心值班室' },
      { name: '王值班', kind: 'unit_duty', reasonZh: '区应急指挥中心值班室' },
    ]);
    const wrong = send([], { addressees: [{ kind: 'astrologer', input: {} }] });
    await expect(wrong).rejects.toMatchObject({ key: 'message.addressee_unknown', field: 'addressees.0.kind' });
    await expect(send([])).rejects.toMatchObject({ key: 'input.required', field: 'to' });
  });

  it('is sent again at once; an answer that comes late takes it off the named human; what is settled asks nobody', async () => {
    const { people } = scene;
    const about = { register: 'unit', id: scene.units.team };
    const { id } = await send([people.leader.personId], { priority: 'extra_urgent', asks: 'receipt', about });
    await wait(2);
    await scene.act(people.duty, 'messages.resend', { id });
    expect(await deliveries(id)).toHaveLength(3);
    await wait(4);
    expect(await ladder(id)).toMatchObject({ round: 1 });
    for (let step = 0; step < 6; step += 1) await wait(5);
    expect(await ladder(id)).toMatchObject({ state: 'with_human' });
    await scene.act(people.leader, 'messages.read', { id });
    expect(await ladder(id)).toMatchObject({ state: 'confirmed', endedBy: people.leader.personId });
    const other = await send([people.leader.personId], { priority: 'urgent', asks: 'receipt', about });
    await within((ctx) => stopLadders(ctx, about));
    await wait(60);
    expect(await ladder(other.id)).toMatchObject({ state: 'stopped', round: 1 });
  });

  it('passes over who has left, at once, to people who are there', async () => {
    const left = await scene.person('郑离任', scene.units.team, 'team_member');
    const { id } = await send([left.personId], { priority: 'urgent', asks: 'receipt', channels: ['in_app'] });
    scene.clock.advance(60_000);
    await scene.act(systemViewer, 'appointments.end', { id: left.acting?.id });
    await wait(15);
    // The repeat finds nobody, nobody deputises, the team keeps no room: the command centre's has it.
    expect(await ladder(id)).toMatchObject({ state: 'climbing', rung: 2, round: 1 });
  });

  it('says which channels are on, and why the others are not', async () => {
    const view = () =>
      scene.see<{ items: { name: string; whyOff: { zh: string } | null }[] }>(scene.people.duty, 'messages.channels');
    expect((await view()).items.slice(0, 3)).toMatchObject([
      { name: 'in_app', whyOff: null },
      { name: 'sms', whyOff: { zh: expect.stringContaining('SMS_') } },
      { name: 'smtp', whyOff: null },
    ]);
    const from = process.env.SMTP_FROM;
    delete process.env.SMTP_FROM;
    expect((await view()).items[2]?.whyOff?.zh).toContain('SMTP_FROM');
    process.env.SMTP_FROM = from;
  });

  it('keeps a channel to its limits: quiet hours hold back normal letters alone, a minute’s limit all of them', async () => {
    const head = await scene.person('梁带班', scene.units.centre, 'duty_leader');
    const chief = await scene.person('高指挥', scene.units.centre, 'commander');
    const smtp = { channel: 'smtp', perMinute: 2, perDay: 0, quietFrom: 9, quietTo: 20, costFen: 3 };
    const { id: rule } = await scene.act<{ id: string }>(head, 'ruleSets.propose', {
      kind: 'channel_limits',
      values: { channels: [smtp] },
      effectiveFrom: scene.clock.now().toISOString(),
      citation: '区应急办〔2026〕9号',
    });
    await scene.act(head, 'ruleSets.submit', { id: rule });
    await scene.act(chief, 'ruleSets.approve', { id: rule });
    scene.clock.advance(120_000);
    const mailed = await scene.person('何收信', scene.units.street, 'street_officer', { email: 'he@street.example' });
    const sent = async (...ids: string[]) =>
      (await Promise.all(ids.map(deliveries)))
        .flat()
        .filter(({ channel, state }) => channel === 'smtp' && state === 'sent').length;
    const normal = await send([mailed.personId]);
    const urgent: string[] = [];
    for (let go = 0; go < 3; go += 1)
      urgent.push((await send([mailed.personId], { priority: 'urgent', heading: `第${go}封` })).id);
    await sender.drain();
    expect(await sent(...urgent)).toBe(2);
    expect(await sent(normal.id)).toBe(0);
    const [line] = (
      await scene.see<{ items: { name: string; isQuiet: boolean; sentToday: number; costTodayFen: number }[] }>(
        scene.people.duty,
        'messages.channels',
      )
    ).items.filter(({ name }) => name === 'smtp');
    expect(line).toMatchObject({ isQuiet: true, costTodayFen: (line?.sentToday ?? 0) * 3 });
    scene.clock.advance(61_000);
    await sender.drain();
    expect(await sent(...urgent)).toBe(3);
    expect(await sent(normal.id)).toBe(0);
    scene.clock.advance(12 * 3_600_000);
    await sender.drain();
    expect(await sent(normal.id)).toBe(1);
  });
});
