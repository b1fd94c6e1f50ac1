import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { runClocks } from '../clocks/index.ts';
import type { Viewer } from '../identity/define.ts';

interface Issued {
  id: string;
  number: string;
  assignments: { id: string }[];
}
interface Card {
  id: string;
  state: string;
  may: string[];
  isLate: boolean;
  personName: string | null;
}

const MINUTE = 60_000;

onEachDatabase('orders', (open) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(await open());
  });
  afterAll(() => scene?.close());

  const issue = (more: object = {}) => {
    const { people, units } = scene;
    return scene.act<Issued>(people.duty, 'orders.issue', {
      title: '转移 12 号楼地下室 3 户',
      content: '立即转移并安置',
      priority: 'extra_urgent',
      assignees: [{ unitId: units.street, personId: people.street.personId }],
      ...more,
    });
  };
  const stateOf = async (id: string) =>
    (await scene.rows<{ state: string }>(sql`select state from assignment where id = ${id}`))[0]?.state;
  const successors = (id: string) =>
    scene.rows<{ id: string; assigneePersonId: string }>(
      sql`select id, assignee_person_id from assignment where previous_assignment_id = ${id}`,
    );
  const clockOf = async (id: string, name: string) =>
    (await scene.rows<{ state: string }>(sql`select state from clock where subject_id = ${id} and name = ${name}`))[0]
      ?.state;
  const told = async (who: Viewer, template: string, about: string) => {
    const { items } = await scene.see<{ items: { template: string; subject: { id: string } | null }[] }>(
      who,
      'messages.inbox',
      { limit: 200 },
    );
    return items.filter((one) => one.template === template && one.subject?.id === about).length;
  };
  const mine = async (who: Viewer) => (await scene.see<{ items: Card[] }>(who, 'orders.mine')).items;

  it('is delivered when the inbox was fetched, received in time, and then nobody else is asked', async () => {
    const { people } = scene;
    const { assignments } = await issue();
    const id = assignments[0]?.id ?? '';
    await scene.server.settle();
    const { toConfirm } = await scene.see<{ toConfirm: string[] }>(people.street, 'messages.inbox');
    await scene.act(people.street, 'messages.arrive', { messages: toConfirm });
    await scene.server.settle();
    expect(await stateOf(id)).toBe('delivered');
    scene.clock.advance(4 * MINUTE);
    await scene.act(people.street, 'assignments.receive', { id });
    expect(await clockOf(id, 'receive')).toBe('met');
    scene.clock.advance(2 * MINUTE);
    await scene.server.settle();
    expect(await stateOf(id)).toBe('received');
    expect(await successors(id)).toEqual([]);
  });

  it('goes to the deputy exactly once when nobody receives it, though two replicas watch the clock', async () => {
    const { people, server } = scene;
    const { id: orderId, assignments } = await issue();
    const id = assignments[0]?.id ?? '';
    const replica = runClocks(server.platform);
    scene.clock.advance(5 * MINUTE);
    await Promise.all([replica.drain(), server.settle()]);
    await scene.until('the deputy has it', async () => (await successors(id)).length > 0);
    await Promise.all([replica.drain(), server.settle()]);
    await replica.stop();
    expect(await successors(id)).toMatchObject([{ assigneePersonId: people.deputy.personId }]);
    expect(await stateOf(id)).toBe('unanswered');
    expect(await told(people.deputy, 'assignment.issued', (await successors(id))[0]?.id ?? '')).toBe(1);
    expect(await told(people.street, 'assignment.passed_to_deputy', id)).toBe(1);
    const fired = await scene.rows(sql`select id from fact where kind = 'clock.fell_due'
      and payload -> 'subject' ->> 'id' = ${id}`);
    expect(fired).toHaveLength(1);

    const late = scene.act(people.street, 'assignments.receive', { id });
    await expect(late).rejects.toMatchObject({ key: 'state.taken' });
    const [deputys] = await mine(people.deputy);
    expect(deputys).toMatchObject({ state: 'issued', personName: '赵代理' });
    expect(deputys?.may).toContain('receive');

    // The deputy is silent too: now a person in the duty room has to pick up the telephone.
    scene.clock.advance(5 * MINUTE);
    await server.settle();
    expect(await told(people.duty, 'assignment.not_received', deputys?.id ?? '')).toBe(1);
    expect(await successors(deputys?.id ?? '')).toEqual([]);
    await scene.act(people.duty, 'orders.cancel', { id: orderId, reason: '测试结束' });
  });

  it('tells the duty room when no deputy is named, and may still be received late', async () => {
    const { people, units, server } = scene;
    const { assignments } = await issue({ assignees: [{ unitId: units.team }] });
    const id = assignments[0]?.id ?? '';
    for (let minute = 0; minute < 6; minute += 1) {
      scene.clock.advance(MINUTE);
      await server.settle();
    }
    expect(await stateOf(id)).toBe('issued');
    expect(await told(people.duty, 'assignment.not_received', id)).toBe(1);
    // The room that has heard of the silence is not asked by the order's own message as well; and that something came
    // there is no delivery to the team.
    expect(await told(people.duty, 'assignment.issued', id)).toBe(0);
    const { toConfirm } = await scene.see<{ toConfirm: string[] }>(people.duty, 'messages.inbox');
    await scene.act(people.duty, 'messages.arrive', { messages: toConfirm });
    await server.settle();
    expect(await stateOf(id)).toBe('issued');
    await scene.act(people.leader, 'assignments.receive', { id });
    expect(await clockOf(id, 'receive')).toBe('late');
  });

  it('tells the command centre when a headquarters issued it that keeps no room of its own', async () => {
    const { people, units, server } = scene;
    const commander = await scene.person(
      '罗指挥',
      await scene.unit('燃气事故应急指挥部', 'special_headquarters', '110107'),
      'commander',
    );
    const { assignments } = await scene.act<Issued>(commander, 'orders.issue', {
      title: '关阀',
      content: '关闭上游阀门',
      priority: 'extra_urgent',
      assignees: [{ unitId: units.team }],
    });
    scene.clock.advance(6 * MINUTE);
    await server.settle();
    expect(await told(people.duty, 'assignment.not_received', assignments[0]?.id ?? '')).toBe(1);
  });

  it('is not finished without the photo that was asked for; the photo is seen by who has a part in it', async () => {
    const { people, units } = scene;
    const finishDueAt = new Date(scene.clock.now().getTime() + 60 * MINUTE).toISOString();
    const { id: orderId, assignments } = await issue({
      evidenceAsked: { photo: 1, paper: 1 },
      finishDueAt,
      assignees: [{ unitId: units.team }],
    });
    const id = assignments[0]?.id ?? '';
    await scene.act(people.leader, 'assignments.receive', { id });
    await scene.act(people.leader, 'assignments.start', { id });
    const early = scene.act(people.leader, 'assignments.finish', { id, result: '已处置' });
    await expect(early).rejects.toMatchObject({
      key: 'state.guard',
      phrase: { zh: expect.stringContaining('现场照片 1、书面材料 1') },
    });

    const photo = await scene.act<{ id: string }>(people.leader, 'files.keep', {
      sha256: 'ab'.repeat(32),
      mediaType: 'image/jpeg',
      size: 3,
      name: '现场.jpg',
    });
    await expect(scene.see(people.duty, 'files.about', { id: photo.id })).resolves.toMatchObject({ name: '现场.jpg' });
    await expect(scene.see(people.member, 'files.about', { id: photo.id })).rejects.toMatchObject({ status: 404 });
    const stolen = scene.act(people.street, 'assignments.giveFeedback', { id, photos: [photo.id] });
    await expect(stolen).rejects.toMatchObject({ status: 404 });
    await scene.act(people.leader, 'assignments.giveFeedback', { id, text: '已到场', photos: [photo.id] });
    await expect(scene.see(people.member, 'files.about', { id: photo.id })).resolves.toMatchObject({
      name: '现场.jpg',
    });
    await expect(scene.see(people.stranger, 'files.about', { id: photo.id })).rejects.toMatchObject({ status: 404 });

    const paper = await scene.act<{ id: string }>(people.leader, 'files.keep', {
      sha256: 'cd'.repeat(32),
      mediaType: 'application/pdf',
      size: 4,
      name: '转移登记表.pdf',
    });
    const still = scene.act(people.leader, 'assignments.finish', { id, result: '已处置' });
    await expect(still).rejects.toMatchObject({ phrase: { zh: expect.stringMatching(/还缺：书面材料 1。/) } });
    await scene.act(people.leader, 'assignments.giveFeedback', { id, files: [paper.id] });
    await scene.act(people.leader, 'assignments.finish', { id, result: '已处置' });
    expect(await clockOf(id, 'finish')).toBe('met');
    await scene.act(people.duty, 'assignments.verify', { id });
    const record = await scene.see<{ state: string; result: string; feedback: { text: string; photos: string[] }[] }>(
      people.duty,
      'assignments.record',
      { id },
    );
    expect(record).toMatchObject({
      state: 'verified',
      result: '已处置',
      evidenceGiven: { photo: 1, paper: 1, text: 1 },
      feedback: [{ files: [paper.id] }, { text: '已到场', photos: [photo.id] }],
    });
    const board = await scene.see<{ items: Card[] }>(people.leader, 'orders.board', {});
    expect(board.items.some((card) => card.id === id)).toBe(false);
    const order = await scene.see<{ parts: Card[] }>(people.leader, 'orders.record', { id: orderId });
    expect(order.parts.map((part) => part.state)).toEqual(['verified']);
  });

  it('returned with a reason it is given to somebody else, once', async () => {
    const { people, units } = scene;
    const { id: orderId, assignments } = await issue({ assignees: [{ unitId: units.team }] });
    const id = assignments[0]?.id ?? '';
    await scene.act(people.leader, 'assignments.reject', { id, reason: '车辆检修' });
    expect(await told(people.duty, 'assignment.rejected', id)).toBe(1);
    const to = { unitId: units.street, personId: people.street.personId };
    const input = { id: orderId, assignmentId: id, to, reason: '改派街道' };
    const both = await Promise.allSettled([
      scene.act(people.duty, 'orders.reassign', input),
      scene.act(people.duty, 'orders.reassign', input),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ key: 'order.reassigned' });
    expect(await stateOf(id)).toBe('rejected');
    expect((await mine(people.street)).map((card) => card.id)).toContain((await successors(id))[0]?.id);
  });

  it('two people receive at the same instant: one wins, the other learns who and when', async () => {
    const { people, units } = scene;
    const { assignments } = await issue({ assignees: [{ unitId: units.street }] });
    const id = assignments[0]?.id ?? '';
    const both = await Promise.allSettled([
      scene.act(people.street, 'assignments.receive', { id }),
      scene.act(people.deputy, 'assignments.receive', { id }),
    ]);
    const lost = both.findIndex((one) => one.status === 'rejected');
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const winner = lost === 0 ? people.deputy.name : people.street.name;
    expect((both[lost] as PromiseRejectedResult).reason).toMatchObject({
      key: 'state.taken',
      phrase: { zh: expect.stringMatching(new RegExp(`${winner}已于\\d\\d:\\d\\d`)) },
    });
  });

  it('is seen by who issued it and who must do it, answered only by them, and unknown to everybody else', async () => {
    const { people, units } = scene;
    const { id: orderId, assignments } = await issue({ assignees: [{ unitId: units.team }] });
    const id = assignments[0]?.id ?? '';
    await expect(scene.see(people.stranger, 'assignments.record', { id })).rejects.toMatchObject({ status: 404 });
    await expect(scene.see(people.stranger, 'orders.record', { id: orderId })).rejects.toMatchObject({ status: 404 });
    await expect(scene.act(people.street, 'assignments.receive', { id })).rejects.toMatchObject({ status: 404 });
    await expect(scene.act(people.duty, 'assignments.receive', { id })).rejects.toMatchObject({ status: 403 });
    await expect(scene.act(people.member, 'assignments.receive', { id })).rejects.toMatchObject({ status: 403 });
    await expect(scene.see(people.member, 'assignments.record', { id })).resolves.toMatchObject({ state: 'issued' });
  });

  it('never changes once issued: neither by a command nor by SQL; it can be called off', async () => {
    const { people, units, server } = scene;
    const { id: orderId, assignments } = await issue({ assignees: [{ unitId: units.team }, { unitId: units.street }] });
    const change = sql`update "order" set content = '另一件事' where id = ${orderId}`.execute(
      server.platform.database.kysely,
    );
    await expect(change).rejects.toThrow('an issued order never changes');
    expect(await scene.act(people.duty, 'orders.remind', { id: orderId })).toMatchObject({ reminded: 2 });
    expect(await told(people.leader, 'order.reminded', assignments[0]?.id ?? '')).toBe(1);
    await scene.act(people.duty, 'orders.cancel', { id: orderId, reason: '误报' });
    expect(await Promise.all(assignments.map((one) => stateOf(one.id)))).toEqual(['cancelled', 'cancelled']);
    expect(await told(people.leader, 'order.cancelled', orderId)).toBe(1);
    const again = scene.act(people.duty, 'orders.remind', { id: orderId });
    await expect(again).rejects.toMatchObject({ key: 'state.guard' });
  });

  it('is changed by an order in its place; both know of one another and the receiver reads what is different', async () => {
    const { people, units } = scene;
    const { id: orderId, assignments } = await issue({
      evidenceAsked: { photo: 1 },
      assignees: [{ unitId: units.team }, { unitId: units.street }],
    });
    const [first = '', second = ''] = assignments.map((one) => one.id);
    await scene.act(people.street, 'assignments.receive', { id: second });
    const same = scene.act(people.duty, 'orders.change', { id: orderId, reason: '核对', content: '立即转移并安置' });
    await expect(same).rejects.toMatchObject({ key: 'state.guard' });
    const next = await scene.act<Issued>(people.duty, 'orders.change', {
      id: orderId,
      reason: '现场增加 2 户',
      content: '立即转移 5 户并安置',
      evidenceAsked: { photo: 2, paper: 1 },
    });
    expect(await Promise.all([first, second].map(stateOf))).toEqual(['cancelled', 'cancelled']);
    expect(next.assignments).toHaveLength(2);
    const id = next.assignments[0]?.id ?? '';
    expect(await told(people.leader, 'assignment.changed', id)).toBe(1);
    type Change = { before: object | null; after: object | null };
    const after = await scene.see<{ change: Change }>(people.leader, 'assignments.record', { id });
    expect(after.change).toMatchObject({
      after: null,
      before: {
        assignmentId: first,
        differences: [
          { before: { zh: '立即转移并安置' }, after: { zh: '立即转移 5 户并安置' } },
          { before: { zh: '现场照片 1' }, after: { zh: '现场照片 2、书面材料 1' } },
        ],
      },
    });
    const before = await scene.see<{ change: Change }>(people.leader, 'assignments.record', { id: first });
    expect(before.change).toMatchObject({ before: null, after: { assignmentId: id } });
    const again = scene.act(people.duty, 'orders.change', { id: orderId, reason: '再改', content: '另一件事' });
    await expect(again).rejects.toMatchObject({ key: 'state.guard' });
    const foreign = scene.act(people.leader, 'orders.change', { id: orderId, reason: '改', content: '别的事' });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
    await scene.act(people.duty, 'orders.cancel', { id: next.id, reason: '测试结束' });
  });

  it('climbs its own ladder until it is received; reading is not receiving, and every rung is seen on its page', async () => {
    const { people, units, server } = scene;
    const { assignments } = await issue({ assignees: [{ unitId: units.team }] });
    const id = assignments[0]?.id ?? '';
    type Ladders = {
      items: { id: string; rule: { label: { zh: string } }; ladders: { state: string; rung: number }[] }[];
    };
    const ladders = async () => {
      const { items } = await scene.see<Ladders>(people.duty, 'messages.ofRecord', {
        register: 'assignment',
        recordId: id,
      });
      return items.at(-1);
    };
    const first = await ladders();
    expect(first).toMatchObject({ rule: { label: { zh: '指令催办阶梯' } }, ladders: [{ state: 'climbing', rung: 0 }] });
    await scene.act(people.leader, 'messages.read', { id: first?.id ?? '' });
    expect(await ladders()).toMatchObject({ ladders: [{ state: 'climbing' }] });
    scene.clock.advance(2 * MINUTE);
    await server.settle();
    const repeated = await scene.rows(
      sql`select id from fact where kind = 'message.repeated' and subject_id = ${first?.id}`,
    );
    expect(repeated).toHaveLength(1);
    await scene.act(people.leader, 'assignments.receive', { id });
    await server.settle();
    expect(await ladders()).toMatchObject({ ladders: [{ state: 'stopped' }] });
    const hidden = scene.see(people.stranger, 'messages.ofRecord', { register: 'assignment', recordId: id });
    await expect(hidden).rejects.toMatchObject({ status: 404 });
  });

  it('carries the mark of its matter in every message', async () => {
    const { people, units, server } = scene;
    const drill = await scene.unit('演练分指挥部', 'street_sub_headquarters', '110107');
    await sql`update unit set mark = 'drill' where id = ${drill}`.execute(server.platform.database.kysely);
    const { assignments } = await issue({
      concerns: { register: 'unit', id: drill },
      assignees: [{ unitId: units.team }],
    });
    const { items } = await scene.see<{ items: { heading: { zh: string }; subject: { id: string } | null }[] }>(
      people.leader,
      'messages.inbox',
    );
    const message = items.find((one) => one.subject?.id === assignments[0]?.id);
    expect(message?.heading.zh).toMatch(/^【演练】请签收 令〔2026〕\d+号/);
  });

  it('reminds before the finish is due and tells the room when it is past', async () => {
    const { people, units, server } = scene;
    const finishDueAt = new Date(scene.clock.now().getTime() + 30 * MINUTE).toISOString();
    const { assignments } = await issue({ priority: 'normal', finishDueAt, assignees: [{ unitId: units.team }] });
    const id = assignments[0]?.id ?? '';
    await scene.act(people.leader, 'assignments.receive', { id });
    scene.clock.advance(21 * MINUTE);
    await server.settle();
    expect(await told(people.leader, 'assignment.finish_near', id)).toBe(1);
    scene.clock.advance(10 * MINUTE);
    await server.settle();
    expect(await told(people.leader, 'assignment.finish_late', id)).toBe(1);
    expect(await told(people.duty, 'assignment.finish_late', id)).toBe(1);
    const { items, counts } = await scene.see<{ items: Card[]; counts: { late: number } }>(
      people.duty,
      'orders.board',
      {
        lateOnly: true,
      },
    );
    expect(items.find((card) => card.id === id)).toMatchObject({ isLate: true });
    expect(counts.late).toBeGreaterThan(0);
  });
});
