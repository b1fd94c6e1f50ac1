import { expect, it } from 'vitest';
import { type District, inDistrict, type Person } from '../../../tests/support/district.ts';
import { confirmed, GAS_CALL, type Preview } from '../../../tests/support/walk.ts';

interface Running {
  readonly id: string;
  readonly version: number;
  readonly level: string;
  readonly endConditions: string[];
  readonly superiorName: string | null;
  readonly superiorCommands: boolean;
}
interface LevelPreview {
  readonly expectedHours: number;
  readonly measures: string;
  readonly adds: Preview['actions'];
  readonly withdraws: readonly { clause: string }[];
  readonly fault?: { zh: string };
}
interface Item {
  readonly id: string;
  readonly clause: string;
  readonly state: string;
  readonly before: { state: string } | null;
}
type Board = { items: { id: string; orderId: string; title: string; state: string }[] };

/** An incident with the gas plan activated at Ⅳ. */
async function begin(district: District, change: (preview: Preview) => Preview = (preview) => preview) {
  const officer = await district.as('zhiban');
  const call = await officer.does<{ id: string }>('intake.take', GAS_CALL);
  const { id: incidentId } = await officer.does<{ id: string }>('incidents.open', {
    intakeId: call.id,
    title: '燃气泄漏',
  });
  const plans = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
  const planId = plans.items[0]?.id as string;
  const preview = change(await officer.sees<Preview>('command.preview', { incidentId, planId, level: 'IV' }));
  const { id } = await officer.does<{ id: string }>('command.activate', confirmed(incidentId, planId, preview));
  await district.settle();
  return { officer, incidentId, planId, id };
}

const runningOf = async (person: Person, incidentId: string) =>
  (await person.sees<{ items: Running[] }>('command.ofIncident', { incidentId })).items[0] as Running;
const actionsOf = async (person: Person, activationId: string) =>
  (await person.sees<{ items: Item[] }>('command.actions', { activationId })).items;
const boardOf = async (person: Person, matter: string) => (await person.sees<Board>('orders.board', { matter })).items;

/** A level as its preview proposes it. */
async function levelInput(person: Person, id: string, level: string) {
  const preview = await person.sees<LevelPreview>('command.levelPreview', { id, level });
  const { expectedHours, measures, adds } = preview;
  const actions = adds.map(({ planActionId, unitId, personId, postId, offsetMinutes, content }) => ({
    planActionId,
    unitId,
    personId,
    postId,
    offsetMinutes,
    content,
  }));
  return { preview, input: { id, level, reason: '事态扩大', expectedHours, measures, actions } };
}

inDistrict('a clause that waits for another', (district) => {
  it('goes out by itself when that one is done, due from then, and is no order before', {
    timeout: 60_000,
  }, async () => {
    const { officer, incidentId, id } = await begin(district());
    expect(await actionsOf(officer, id)).toMatchObject([
      { clause: '4.3.1', state: 'waiting', before: { state: 'issued' } },
    ]);
    expect((await boardOf(officer, incidentId)).map(({ title }) => title)).not.toContain('修复管线并置换');
    const gas = await district().as('ranqi');
    const { items } = await gas.sees<{ items: { id: string; title: string }[] }>('orders.mine');
    const valve = items.find(({ title }) => title === '关闭上下游阀门')?.id;
    await gas.does('assignments.receive', { id: valve });
    await district().settle();
    expect(await actionsOf(officer, id)).toMatchObject([{ state: 'waiting', before: { state: 'received' } }]);
    district().clock.advance(10 * 60_000);
    const photo = await gas.post('/api/files?name=valve.png', PNG, { 'content-type': 'image/png' });
    await gas.does('assignments.giveFeedback', {
      id: valve,
      text: '阀门已关',
      photos: [(photo.body as { id: string }).id],
    });
    await gas.does('assignments.finish', { id: valve, result: '已关阀' });
    await district().settle();
    expect(await actionsOf(officer, id)).toEqual([]);
    const repair = (await boardOf(officer, incidentId)).find(({ title }) => title === '修复管线并置换');
    const record = await officer.sees<{ finishDueAt: string; issuedAt: string }>('assignments.record', {
      id: repair?.id,
    });
    expect(Date.parse(record.finishDueAt) - district().clock.now().getTime()).toBe(360 * 60_000);
  });
  it('is let go by hand, with a reason, when what it waits for will not be done', { timeout: 60_000 }, async () => {
    const { officer, incidentId, id } = await begin(district());
    const valve = (await boardOf(officer, incidentId)).find(({ title }) => title === '关闭上下游阀门');
    await officer.does('orders.cancel', { id: valve?.orderId, reason: '无需关阀' });
    await district().settle();
    const [waiting] = await actionsOf(officer, id);
    expect(waiting).toMatchObject({ state: 'waiting', before: { state: 'cancelled' } });
    const street = await district().as('bajiao');
    expect((await street.command('command.release', { id: waiting?.id, reason: '直接抢修' })).status).toBe(403);
    await officer.does('command.release', { id: waiting?.id, reason: '直接抢修' });
    expect(await actionsOf(officer, id)).toEqual([]);
    expect((await boardOf(officer, incidentId)).map(({ title }) => title)).toContain('修复管线并置换');
  });
  it('goes out at once where what it waits for was left out, and the clause left out stays in sight', async () => {
    const without = (preview: Preview): Preview => ({
      ...preview,
      actions: preview.actions.filter(({ clause }) => clause !== '4.2.1'),
    });
    const { officer, incidentId, id } = await begin(district(), without);
    expect(await actionsOf(officer, id)).toMatchObject([{ clause: '4.2.1', state: 'left_out' }]);
    expect((await boardOf(officer, incidentId)).map(({ title }) => title)).toContain('修复管线并置换');
  });
});

inDistrict('the level of a response', (district) => {
  it('raised adds, lowered withdraws only what nobody began; the later of two commanders sees who was first', {
    timeout: 90_000,
  }, async () => {
    const { officer, incidentId, id } = await begin(district());
    const before = (await boardOf(officer, incidentId)).length;
    const { input } = await levelInput(officer, id, 'III');
    expect(input.actions.length).toBe(3);
    const { version } = await runningOf(officer, incidentId);
    const commander = await district().as('zhihui');
    const [one, other] = await Promise.all([
      officer.command<{ orders: number }>('command.changeLevel', input, { version }),
      commander.command<{ message: { zh: string } }>(
        'command.changeLevel',
        { ...input, reason: '同时提级' },
        { version },
      ),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const loser = one.status === 412 ? one : other;
    expect(JSON.stringify(loser.body)).toMatch(/(谭|罗|[\u4e00-\u9fff]{2,4})已于.*修改/);
    await district().settle();
    expect(await runningOf(officer, incidentId)).toMatchObject({ level: 'III' });
    expect((await boardOf(officer, incidentId)).length).toBe(before + 3);

    const second = await levelInput(officer, id, 'II');
    await officer.does('command.changeLevel', second.input);
    await district().settle();
    const gas = await district().as('ranqi');
    const { items } = await gas.sees<{ items: { id: string; title: string }[] }>('orders.mine');
    const begun = items.find(({ title }) => title === '扩大关阀并调配气源')?.id;
    await gas.does('assignments.receive', { id: begun });
    await gas.does('assignments.start', { id: begun });
    const down = await levelInput(officer, id, 'IV');
    expect(down.preview.withdraws.map(({ clause }) => clause)).toEqual([
      '4.4.1',
      '4.4.2',
      '4.4.3',
      '4.5.1',
      '4.5.3',
      '4.5.4',
      '4.5.5',
      '4.5.6',
    ]);
    const lowered = await officer.does<{ cancelled: number }>('command.changeLevel', {
      ...down.input,
      reason: '事态缓解',
    });
    expect(lowered.cancelled).toBe(8);
    const after = await boardOf(officer, incidentId);
    expect(after.filter(({ state }) => state === 'cancelled').length).toBe(8);
    expect(after.find(({ title }) => title === '扩大关阀并调配气源')?.state).toBe('under_way');
    // What every level asks for goes on.
    expect(after.filter(({ state }) => state !== 'cancelled').length).toBe(before + 1);
  });

  it('follows the superior, on record, and cannot go below; ends when each condition is answered', {
    timeout: 90_000,
  }, async () => {
    const { officer, incidentId, id } = await begin(district());
    const { input } = await levelInput(officer, id, 'II');
    await officer.does('command.followSuperior', {
      ...input,
      superiorName: '市城市公共设施事故应急指挥部',
      reference: '京应急〔2026〕8号',
      decidedAt: district().clock.now().toISOString(),
      authority: 'city_headquarters',
    });
    const running = await runningOf(officer, incidentId);
    expect(running).toMatchObject({
      level: 'II',
      superiorCommands: true,
      superiorName: '市城市公共设施事故应急指挥部',
    });
    expect(await officer.sees('incidents.record', { id: incidentId })).toMatchObject({
      commandAuthority: 'city_headquarters',
      responseLevel: 'II',
    });
    expect(await officer.sees('commandHandovers.list', { incidentId })).toMatchObject({
      items: [{ target: 'city', fromBody: '区应急委', toName: '市城市公共设施事故应急指挥部' }],
    });
    const down = await levelInput(officer, id, 'IV');
    expect(down.preview.fault?.zh).toContain('市城市公共设施事故应急指挥部');
    const refused = await officer.command('command.changeLevel', { ...down.input, reason: '降级' });
    expect(refused).toMatchObject({ status: 400, body: { field: 'level' } });

    const [first, ...rest] = running.endConditions;
    const unanswered = await officer.command('command.terminate', { id, reason: '险情排除', conditionsMet: rest });
    expect(unanswered).toMatchObject({ status: 400, body: { field: 'conditionsMet' } });
    await officer.does('command.terminate', { id, reason: '市里决定', conditionsMet: rest, conditionsOpen: [first] });
    expect(await runningOf(officer, incidentId)).toMatchObject({ state: 'terminated', endConditionsOpen: [first] });
    // What still waited goes out no more.
    expect((await actionsOf(officer, id)).filter(({ state }) => state === 'waiting')).toEqual([]);
    const late = await officer.command('command.changeLevel', { ...input, reason: '再提级' });
    expect(late.status).toBe(409);
  });

  it('is not started by an edition that was superseded while somebody looked at it', { timeout: 60_000 }, async () => {
    const officer = await district().as('zhiban');
    const call = await officer.does<{ id: string }>('intake.take', GAS_CALL);
    const { id: incidentId } = await officer.does<{ id: string }>('incidents.open', {
      intakeId: call.id,
      title: '燃气泄漏',
    });
    const plans = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
    const planId = plans.items[0]?.id as string;
    const preview = await officer.sees<Preview>('command.preview', { incidentId, planId, level: 'IV' });
    const leader = await district().as('daiban');
    type Edition = { actions: { unitId: string | null }[]; seats: object[]; groups: { members: { id: string }[] }[] };
    const { id: _, ...edition } = await leader.sees<Edition & { id: string }>('plans.record', { id: planId });
    await leader.does('plans.adopt', {
      ...edition,
      groups: edition.groups.map(({ members, ...group }) => ({
        ...group,
        memberUnitIds: members.map((one) => one.id),
      })),
      actions: edition.actions.map(({ unitId, ...action }) => ({ ...action, ...(unitId ? { unitId } : {}) })),
    });
    const answer = await officer.command('command.activate', confirmed(incidentId, planId, preview));
    expect(answer).toMatchObject({ status: 409, body: { key: 'plan.superseded', field: 'planId' } });
  });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
