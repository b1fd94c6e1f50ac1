import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../../tests/support/scene.ts';
import { systemViewer } from '../../api/index.ts';
import type { Database } from '../../database/index.ts';
import type { Viewer } from '../../identity/define.ts';
import { runLadders } from '../index.ts';
import { MESSAGE_LADDERS } from './ladder.rules.ts';

const MINUTE = 60_000;

onEachDatabase('ladders', (open) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(await open());
  });
  afterAll(() => scene?.close());

  const send = async (to: string[], more: object = {}) =>
    (
      await scene.act<{ id: string }>(scene.people.duty, 'messages.send', {
        to,
        heading: '请到岗值守',
        priority: 'urgent',
        asks: 'receipt',
        ...more,
      })
    ).id;
  const ladders = (messageId: string) =>
    scene.rows<{ state: string; rung: number; round: number }>(
      sql`select state, rung, round from ladder where message_id = ${messageId} order by id`,
    );

  it('two replicas and one that is killed before its commit take every step once', async () => {
    const { platform } = scene.server;
    const { street, leader, member, stranger } = scene.people;
    const ids: string[] = [];
    for (let index = 0; index < 15; index += 1)
      ids.push(await send([street, leader, member, stranger].map((one) => one.personId)));
    const dying = runLadders({ ...platform, database: neverCommits(platform.database) });
    scene.clock.advance(15 * MINUTE);
    await dying.drain();
    await dying.stop();
    const replicas = [runLadders(platform), runLadders(platform)];
    await Promise.all(replicas.map((one) => one.drain()));
    await scene.server.settle();
    await Promise.all(replicas.map((one) => one.stop()));
    for (const id of ids) {
      expect(await ladders(id)).toEqual(Array(4).fill({ state: 'climbing', rung: 0, round: 2 }));
      const facts = await scene.rows(sql`select id from fact where subject_id = ${id} and kind = 'message.repeated'`);
      expect(facts).toHaveLength(4);
    }
  });

  it('asks whoever has answered for themselves again when it is for somebody else who is silent', async () => {
    const { duty, stranger } = scene.people;
    const id = await send([duty.personId, stranger.personId]);
    type Inbox = { unread: number; items: { id: string; readAt: Date | null }[] };
    const inbox = () => scene.see<Inbox>(duty, 'messages.inbox', {});
    const letter = async () => (await inbox()).items.find((one) => one.id === id);
    const states = () =>
      scene.rows<{ state: string }>(sql`select state from ladder where message_id = ${id} order by state`);
    await scene.act(duty, 'messages.read', { id });
    const { unread } = await inbox();
    expect([(await letter())?.readAt === null, await states()]).toEqual([
      false,
      [{ state: 'climbing' }, { state: 'confirmed' }],
    ]);
    await expect(scene.act(duty, 'messages.read', { id })).rejects.toMatchObject({ key: 'message.nothing_new' });
    for (let step = 0; step < 8 && (await letter())?.readAt !== null; step += 1) {
      scene.clock.advance(15 * MINUTE);
      await scene.server.settle();
    }
    const { unread: more } = await inbox();
    expect([(await letter())?.readAt, more > unread]).toEqual([null, true]);
    await scene.act(duty, 'messages.read', { id });
    expect(await states()).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }]);
    expect((await inbox()).unread).toBe(more - 1);
    // That they read it is for them and the sender to hear, not for everybody who got the same.
    const facts = await scene.rows<{ involved: object[] }>(
      sql`select involved from fact where subject_id = ${id} and kind = 'message.read'`,
    );
    expect(facts.map(({ involved }) => involved)).toEqual(
      [1, 2].map(() => [{ unitPath: null, personId: duty.personId }]),
    );
  });

  it('follows the rule in force when it was sent; letters that all come back send it on without waiting', async () => {
    const leader = await scene.person('带班', scene.units.centre, 'duty_leader');
    const commander = await scene.person('指挥', scene.units.centre, 'commander');
    const before = await send([scene.people.leader.personId]);
    scene.clock.advance(1000);
    const byMail = { who: 'addressee', channels: ['smtp'], waitMinutes: 600, repeats: 3, repeatMinutes: 60 };
    const room = { who: 'duty_room', channels: ['in_app'], waitMinutes: 30, repeats: 0, repeatMinutes: 5 };
    const { id: rule } = await scene.act<{ id: string }>(leader, 'ruleSets.propose', {
      kind: 'message_ladders',
      values: { ...MESSAGE_LADDERS.initial.values, urgent: [byMail, room] },
      effectiveFrom: scene.clock.now().toISOString(),
      citation: '区应急办〔2026〕5号',
    });
    await scene.act(leader, 'ruleSets.submit', { id: rule });
    await scene.act(commander, 'ruleSets.approve', { id: rule });
    const now = () => scene.server.platform.rules(MESSAGE_LADDERS, scene.clock.now()).version;
    await scene.until('the rule is known', async () => now() === 2);
    scene.clock.advance(1000);

    // No mail server is set: the rung has no channel, and is passed in the transaction that sends.
    const off = await send([scene.people.leader.personId]);
    expect(await ladders(off)).toEqual([{ state: 'climbing', rung: 1, round: 1 }]);
    Object.assign(process.env, { SMTP_URL: 'smtp://127.0.0.1:1', SMTP_FROM: 'duty@centre.example' });
    try {
      const on = await send([scene.people.leader.personId]);
      expect(await ladders(on)).toEqual([{ state: 'climbing', rung: 0, round: 1 }]);
      // What the sender reports about a person without an address.
      const [letter] = await scene.rows<{ id: string }>(
        sql`select id from delivery where message_id = ${on} and channel = 'smtp'`,
      );
      const outcome = { kind: 'failed', reason: 'no address' };
      await scene.act(systemViewer, 'messages.settle', {
        deliveries: [{ deliveryId: letter?.id, attempt: 0, outcome }],
      });
      await scene.server.settle();
      expect(await ladders(on)).toEqual([{ state: 'climbing', rung: 1, round: 1 }]);
    } finally {
      delete process.env.SMTP_URL;
      delete process.env.SMTP_FROM;
    }
    scene.clock.advance(15 * MINUTE);
    await scene.server.settle();
    expect((await ladders(before))[0]).toMatchObject({ state: 'climbing', rung: 0, round: 2 });
  });

  it('by hand: waits until a named person enters who took it; a confirmation at the door ends the asking, a failure goes on', async () => {
    const { member, leader, street, duty } = scene.people;
    const to = [member.personId, leader.personId];
    const id = await send(to, { channels: ['door'], text: '联系人张某' });
    interface Item {
      id: string;
      messageId: string;
      personName: string;
      text: { zh: string };
    }
    const waiting = async () =>
      (await scene.see<{ items: Item[] }>(duty, 'messages.byHand')).items.filter((one) => one.messageId === id);
    const items = await waiting();
    expect(items.map((one) => one.text.zh)).toEqual(['联系人张某', '联系人张某']);
    const [one, other] = [member, leader].map((who) => items.find(({ personName }) => personName === who.name));
    const enter = (who: Viewer, input: object) => scene.act(who, 'messages.enterHandReceipt', input);
    // A street carries what its own people sent, and nobody signs without a name.
    await expect(enter(street, { id: one?.id, result: 'confirmed', words: '本人' })).rejects.toMatchObject({
      key: 'record.unknown',
    });
    await expect(enter(duty, { id: one?.id, result: 'confirmed', words: ' ' })).rejects.toMatchObject({
      key: 'input.required',
    });
    await enter(duty, { id: one?.id, result: 'confirmed', words: '王敲门 当面确认' });
    await expect(enter(duty, { id: one?.id, result: 'failed', words: '又一次' })).rejects.toMatchObject({
      key: 'record.unknown',
    });
    await enter(duty, { id: other?.id, result: 'failed', words: '家中无人' });
    expect(await waiting()).toEqual([]);
    const rows = await scene.rows<{
      state: string;
      receipt: string | null;
      lastError: string | null;
      enteredBy: string;
    }>(sql`
      select state, receipt, last_error, entered_by from delivery where message_id = ${id} and channel = 'door' order by state`);
    expect(rows).toEqual([
      { state: 'failed', receipt: null, lastError: '家中无人', enteredBy: duty.personId },
      { state: 'read', receipt: '王敲门 当面确认', lastError: null, enteredBy: duty.personId },
    ]);
    const states = await scene.rows<{ state: string }>(
      sql`select state from ladder where message_id = ${id} order by state`,
    );
    expect(states).toEqual([{ state: 'climbing' }, { state: 'confirmed' }]);
  });

  it('by hand after silence: what came of a call or a visit is kept beside whoever took it over, and ends the asking', async () => {
    const { member, leader, street, duty } = scene.people;
    const id = await send([member.personId, leader.personId], { choices: ['能到', '不能到'] });
    const ladderOf = async (personId: string) =>
      (
        await scene.rows<{ id: string; state: string }>(sql`
          select id, state from ladder where message_id = ${id} and input ->> 'personId' = ${personId}`)
      )[0];
    const enter = (who: Viewer, input: object) =>
      scene.act(who, 'messages.followUp', { id, channel: 'phone', ...input });
    const one = { ladderId: (await ladderOf(member.personId))?.id, result: 'confirmed', words: '王工 电话中答复' };
    await expect(enter(street, one)).rejects.toMatchObject({ key: 'record.unknown' });
    await expect(enter(duty, { ...one, choice: '9' })).rejects.toMatchObject({ key: 'message.no_such_choice' });
    await expect(enter(duty, { ...one, channel: 'smtp' })).rejects.toMatchObject({ field: 'channel' });
    await enter(duty, { ...one, result: 'failed', words: '无人接听' });
    expect((await ladderOf(member.personId))?.state).toBe('climbing');
    await enter(duty, { ...one, choice: '1' });
    expect((await ladderOf(member.personId))?.state).toBe('confirmed');
    await expect(enter(duty, one)).rejects.toMatchObject({ key: 'message.nothing_new' });
    const other = (await ladderOf(leader.personId))?.id;
    await scene.act(duty, 'messages.takeOver', { id, ladderId: other });
    await enter(duty, { ladderId: other, channel: 'door', result: 'delivered', words: '李某 家属代收' });
    expect((await ladderOf(leader.personId))?.state).toBe('taken_over');
    const rows = await scene.rows(sql`
      select channel, round, state, coalesce(receipt, last_error) as words from delivery
      where message_id = ${id} and entered_by = ${duty.personId} order by channel, round`);
    expect(rows).toEqual([
      { channel: 'door', round: 1, state: 'delivered', words: '李某 家属代收' },
      { channel: 'phone', round: 1, state: 'failed', words: '无人接听' },
      { channel: 'phone', round: 2, state: 'answered', words: '王工 电话中答复' },
    ]);
  });
});

/** A replica that is killed at the worst moment: its work is done and not committed. */
function neverCommits(database: Database): Database {
  return {
    ...database,
    transact: (run, options) =>
      database.transact(async (tx) => {
        const result = await run(tx);
        if (!options?.readOnly) throw new Error('killed before the commit');
        return result;
      }, options),
  };
}
