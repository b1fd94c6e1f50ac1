import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import type { Viewer } from '../identity/define.ts';

interface Issued {
  id: string;
  assignments: { id: string }[];
}
interface Part {
  id: string;
  state: string;
  may: string[];
  task: string | null;
  unitName: string;
  delegated: { total: number; open: number; done: number; late: number } | null;
}
interface Detail extends Part {
  parts: Part[];
  feedback: { text: string; part: { unitName: string; task: string } | null }[];
}

const MINUTE = 60_000;

onEachDatabase('a delegated order', (open) => {
  let scene: Scene;
  let communities: { id: string; worker: Viewer }[];
  let strangers: string;
  beforeAll(async () => {
    scene = await openScene(await open());
    communities = [];
    for (const [index, name] of ['八角北里社区', '八角南里社区'].entries()) {
      const id = await scene.unit(name, 'community', `110107002${String(index + 1).padStart(3, '0')}`);
      communities.push({ id, worker: await scene.person(`社工${index + 1}`, id, 'community_worker') });
    }
    strangers = await scene.unit('古城某社区', 'community', '110107003001');
  });
  afterAll(() => scene?.close());

  const issue = async (more: object = {}) => {
    const { people, units } = scene;
    const { id, assignments } = await scene.act<Issued>(people.duty, 'orders.issue', {
      title: '排查地下空间',
      content: '排查并上报',
      priority: 'normal',
      finishDueAt: new Date(scene.clock.now().getTime() + 120 * MINUTE).toISOString(),
      assignees: [{ unitId: units.street }],
      ...more,
    });
    const part = assignments[0]?.id ?? '';
    await scene.act(people.street, 'assignments.receive', { id: part });
    return { orderId: id, id: part };
  };
  const delegate = async (id: string, more: object = {}) => {
    const parts = communities.map(({ id: unitId }, index) => ({ unitId, task: `第${index + 1}片`, ...more }));
    const { assignments } = await scene.act<Issued>(scene.people.street, 'assignments.delegate', { id, parts });
    return assignments.map((one) => one.id);
  };
  const detail = (who: Viewer, id: string) => scene.see<Detail>(who, 'assignments.record', { id });
  const inbox = async (who: Viewer, template: string, about: readonly string[]) => {
    const { items } = await scene.see<{ items: { template: string; subject: { id: string } | null }[] }>(
      who,
      'messages.inbox',
      { limit: 200 },
    );
    return items.filter((one) => one.template === template && about.includes(one.subject?.id ?? '')).length;
  };
  const worker = (index: number) => communities[index]?.worker as Viewer;

  it('is rolled up above, and is not done before its parts are', async () => {
    const { people } = scene;
    const { id } = await issue({ evidenceAsked: { text: 1 } });
    const [north = '', south = ''] = await delegate(id);
    const early = scene.act(people.street, 'assignments.finish', { id });
    await expect(early).rejects.toMatchObject({ key: 'order.parts_open', params: { count: 2 } });

    await scene.act(worker(0), 'assignments.receive', { id: north });
    await scene.act(worker(0), 'assignments.giveFeedback', { id: north, text: '北里 3 处，均正常' });
    await scene.act(worker(0), 'assignments.finish', { id: north, result: '已排查' });
    expect(await inbox(people.street, 'assignment.part_finished', [id])).toBe(1);
    const seen = await detail(people.street, id);
    expect(seen).toMatchObject({ state: 'under_way', delegated: { total: 2, open: 1, done: 1, late: 0 } });
    expect(seen.parts.map((part) => part.task)).toEqual(expect.arrayContaining(['第1片', '第2片']));
    // The room above sees what was reported below, too, though it never gave that order itself.
    const above = await detail(people.duty, id);
    expect(above.feedback).toMatchObject([{ text: '北里 3 处，均正常', part: { task: '第1片' } }]);

    await scene.act(people.street, 'assignments.withdraw', { id: south, reason: '街道直接排查' });
    expect(await inbox(worker(1), 'assignment.cancelled', [south])).toBe(1);
    // Words were asked for; those of the part count.
    await scene.act(people.street, 'assignments.finish', { id });
    expect(await detail(people.duty, id)).toMatchObject({ state: 'done', delegated: { total: 1, open: 0, done: 1 } });
  });

  it('goes only to own people, units below and units of the area, each refusal by its field', async () => {
    const { people, units } = scene;
    const { id } = await issue();
    const refused = (part: object) =>
      scene.act(people.street, 'assignments.delegate', {
        id,
        parts: [
          { unitId: communities[0]?.id, task: '第1片' },
          { task: '其他', ...part },
        ],
      });
    await expect(refused({ unitId: strangers })).rejects.toMatchObject({
      key: 'order.out_of_reach',
      field: 'parts.1.unitId',
    });
    await expect(refused({ unitId: units.team })).rejects.toMatchObject({ key: 'order.out_of_reach' });
    await expect(refused({ unitId: units.street })).rejects.toMatchObject({ key: 'order.delegated_to_itself' });
    const late = new Date(scene.clock.now().getTime() + 240 * MINUTE).toISOString();
    await expect(refused({ unitId: communities[1]?.id, finishDueAt: late })).rejects.toMatchObject({
      field: 'parts.1.finishDueAt',
    });
    expect(await scene.rows(sql`select id from assignment where parent_assignment_id = ${id}`)).toEqual([]);
    await scene.act(people.street, 'assignments.delegate', {
      id,
      parts: [{ unitId: units.street, personId: people.deputy.personId, task: '本单位' }],
    });
  });

  it('is hidden from the neighbours and taken back only by whoever delegated it', async () => {
    const { people } = scene;
    const { id } = await issue();
    const [north = '', south = ''] = await delegate(id);
    await expect(detail(worker(1), north)).rejects.toMatchObject({ status: 404 });
    await expect(detail(worker(0), north)).resolves.toMatchObject({ parts: [], task: '第1片' });
    await expect(scene.act(worker(0), 'assignments.withdraw', { id: south, reason: '不' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(scene.act(worker(0), 'assignments.withdraw', { id: north, reason: '不' })).rejects.toMatchObject({
      status: 403,
    });
    expect((await detail(people.street, north)).may).toContain('withdraw');
    expect((await detail(worker(0), north)).may).not.toContain('withdraw');
  });

  it('tells whoever delegated when a part is silent, not the room', async () => {
    const { people, server } = scene;
    const { id } = await issue();
    const parts = await delegate(id);
    const [north = ''] = parts;
    scene.clock.advance(31 * MINUTE);
    await server.settle();
    expect(await inbox(people.street, 'assignment.not_received', parts)).toBe(2);
    expect(await inbox(people.duty, 'assignment.not_received', parts)).toBe(0);
    expect((await detail(people.street, id)).delegated).toMatchObject({ late: 2 });
    await expect(scene.act(people.street, 'assignments.remindParts', { id })).resolves.toMatchObject({ reminded: 2 });
    await scene.act(worker(0), 'assignments.reject', { id: north, reason: '人手不足' });
    expect(await inbox(people.street, 'assignment.rejected', parts)).toBe(1);
    // What was returned lies with the delegating unit again, and blocks nothing.
    await scene.act(people.street, 'assignments.withdraw', { id: (await delegate(id))[0], reason: '改由街道办理' });
  });

  it('ends with the order, and with a part that is given to somebody else', async () => {
    const { people, units } = scene;
    const { id, orderId } = await issue();
    const children = await delegate(id);
    await scene.act(people.duty, 'orders.reassign', {
      id: orderId,
      assignmentId: id,
      to: { unitId: units.team },
      reason: '改派队伍',
    });
    const states = await scene.rows<{ state: string }>(
      sql`select state from assignment where id = any(${children}::uuid[])`,
    );
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const open = await scene.rows(
      sql`select id from clock where subject_id = any(${children}::uuid[]) and state = 'running'`,
    );
    expect(open).toEqual([]);
    const board = await scene.see<{ items: Part[] }>(people.duty, 'orders.board', {});
    expect(board.items.some((one) => children.includes(one.id))).toBe(false);
  });
});
