import { beforeAll, expect, it } from 'vitest';
import { type District, inDistrict, type Person } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';
import type { Candidate } from './candidates.views.ts';

interface Sent {
  id: string;
  state: string;
  title: string;
  may: string[];
  minutes: number | null;
}
interface Request {
  id: string;
  number: string;
  state: string;
  arriveFrom: string;
  arriveDueAt: string;
  arrivedAt: string | null;
  may: string[];
  sent: Sent[];
}
const MINUTE = 60_000;

inDistrict('support', (get) => {
  let district: District;
  let officer: Person;
  let incidentId: string;
  beforeAll(async () => {
    district = get();
    ({ officer, incidentId } = await walkOneIncident(district));
  }, 60_000);

  const ask = (who: Person, more: object = {}) =>
    who.does<{ id: string; number: string; state: string }>('supportRequests.make', {
      incidentId,
      supportKind: 'team',
      content: '关阀堵漏，协助警戒',
      speciality: 'gas',
      priority: 'urgent',
      ...more,
    });
  const best = async (more: object) =>
    (await officer.sees<{ items: Candidate[] }>('supportRequests.candidates', { incidentId, ...more })).items;
  const see = (who: Person, id: string) => who.sees<Request>('supportRequests.record', { id });
  const send = (id: string, resourceId: string, more: object = {}) =>
    officer.command<{ dispatchId: string; reason?: { zh: string }; detail?: string }>('supportRequests.send', {
      id,
      resourceId,
      ...more,
    });
  const teamState = async (name: string) =>
    (await officer.sees<{ items: { name: string; state: string; id: string }[] }>('teams.list', {})).items.find(
      (one) => one.name === name,
    );

  it('goes from a street’s request over the room to the team leader’s phone and back, each register with it', async () => {
    const street = await district.as('gucheng');
    const leader = await district.as('qiangxian');
    const { id, state } = await ask(street);
    expect(state).toBe('requested');
    const seen = await see(street, id);
    // The first support of an incident counts from the event, 10:35.
    expect(seen).toMatchObject({ arriveFrom: '2026-06-11T02:35:00.000Z', arriveDueAt: '2026-06-11T08:35:00.000Z' });
    expect(seen.may).toEqual(['withdraw']);
    expect((await send(id, incidentId)).status).toBe(409);
    await officer.does('supportRequests.approve', { id });
    const [first, ...others] = await best({ supportKind: 'team', speciality: 'gas' });
    expect(first).toMatchObject({ title: '燃气抢修队', isAvailable: true });
    expect(first?.reasons).toContain('fits');
    expect(first?.minutes).toBeGreaterThan(0);
    // Nearer ones that are no gas teams stand behind, and say so.
    expect(others.every(({ reasons }) => reasons.includes('unfit'))).toBe(true);
    await officer.does('supportRequests.send', { id, resourceId: first?.id });
    expect(await teamState('燃气抢修队')).toMatchObject({ state: 'dispatched' });
    const mine = await leader.sees<{ items: Sent[] }>('supportDispatches.mine');
    expect(mine.items).toMatchObject([{ title: '燃气抢修队', may: ['depart', 'arrive'] }]);
    const dispatchId = mine.items[0]?.id ?? '';
    await leader.does('supportDispatches.depart', { id: dispatchId });
    expect(await teamState('燃气抢修队')).toMatchObject({ state: 'en_route' });
    district.clock.advance(18 * MINUTE);
    const early = await leader.command('supportDispatches.arrive', { id: dispatchId, at: '2026-06-11T02:00:00Z' });
    expect(early).toMatchObject({ status: 400, body: { field: 'at' } });
    await leader.does('supportDispatches.arrive', { id: dispatchId });
    expect(await see(street, id)).toMatchObject({ state: 'arrived' });
    await leader.does('supportDispatches.return', { id: dispatchId });
    expect(await teamState('燃气抢修队')).toMatchObject({ state: 'active' });
    expect(await see(street, id)).toMatchObject({ state: 'closed' });
    const history = await officer.sees<{ came: number; inTime: number; medianMinutes: number }>(
      'supportDispatches.ofTeam',
      { teamId: first?.id },
    );
    expect(history).toMatchObject({ came: 1, inTime: 1, medianMinutes: 18 });
    expect((await best({ supportKind: 'team', speciality: 'gas' }))[0]?.history).toMatchObject({ came: 1 });
  });

  it('sends no team twice: of two officers at one instant one reads who has it', async () => {
    const [one, other] = [await ask(officer, { isApproved: true }), await ask(officer, { isApproved: true })];
    const [first] = await best({ supportKind: 'team', speciality: 'gas' });
    const leaderOfRoom = await district.as('daiban');
    const answers = await Promise.all([
      officer.command('supportRequests.send', { id: one.id, resourceId: first?.id }),
      leaderOfRoom.command('supportRequests.send', { id: other.id, resourceId: first?.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = JSON.stringify(answers.find(({ status }) => status === 409)?.body);
    expect(refused).toMatch(/燃气抢修队已由(程一鸣|秦伯安)于.*派往 援〔2026〕\d+号/);
    const open = (await Promise.all([one, other].map(({ id }) => see(officer, id)))).flatMap(({ sent }) => sent);
    expect(open).toHaveLength(1);
    // Whoever lost keeps an approved request, sees that the team is out, and is offered others behind it.
    const [out, next] = await best({ supportKind: 'team', speciality: 'gas' });
    expect(out).toMatchObject({ title: '燃气抢修队', isAvailable: false });
    expect(out?.heldFor).toMatch(/援〔2026〕\d+号/);
    expect(next?.isAvailable).toBe(true);
    await officer.does('supportDispatches.recall', { id: open[0]?.id, reason: '现场已控制' });
    expect(await teamState('燃气抢修队')).toMatchObject({ state: 'active' });
    for (const { id } of [one, other]) {
      expect(await see(officer, id)).toMatchObject({ state: 'approved' });
      await officer.does('supportRequests.withdraw', { id, decision: '现场已控制' });
    }
  });

  it('takes goods off the shelf and back by the ledger, and never more than there are', async () => {
    const { items } = await officer.sees<{ items: { id: string; name: string }[] }>('supplies.list', { limit: 200 });
    const kept = await officer.sees<{ items: { supplyId: string; warehouseId: string; quantity: number }[] }>(
      'supportRequests.candidates',
      { incidentId, supportKind: 'goods', supplyId: items[0]?.id },
    );
    expect(kept.items.length).toBeGreaterThan(0);
    const [shelf] = kept.items as unknown as Candidate[];
    const before = shelf?.amount ?? 0;
    const request = (quantity: number) =>
      ask(officer, { supportKind: 'goods', speciality: null, supplyId: items[0]?.id, quantity, isApproved: true });
    const lorry = { vehiclePlate: '京A12345', driver: '赵师傅' };
    const much = await request(before + 1);
    expect((await send(much.id, shelf?.id ?? '', lorry)).status).toBe(409);
    expect(await see(officer, much.id)).toMatchObject({ state: 'approved', sent: [] });
    const { id } = await request(2);
    const answer = await send(id, shelf?.id ?? '', lorry);
    expect(answer.status).toBe(200);
    const amount = async () =>
      (await best({ supportKind: 'goods', supplyId: items[0]?.id })).find((one) => one.id === shelf?.id)?.amount ?? 0;
    expect(await amount()).toBe(before - 2);
    const dispatchId = answer.body.dispatchId;
    expect((await see(officer, id)).sent).toMatchObject([{ state: 'en_route', may: ['arrive'] }]);
    expect((await officer.command('supportDispatches.recall', { id: dispatchId, reason: '不需要了' })).status).toBe(
      409,
    );
    await officer.does('supportDispatches.arrive', { id: dispatchId });
    const tooMuch = await officer.command('supportDispatches.return', { id: dispatchId, returnedQuantity: 3 });
    expect(tooMuch).toMatchObject({ status: 400, body: { field: 'returnedQuantity' } });
    await officer.does('supportDispatches.return', { id: dispatchId, returnedQuantity: 1 });
    expect(await amount()).toBe(before - 1);
    expect(await see(officer, id)).toMatchObject({ state: 'closed' });
  });

  it('follows what is moved in its own register: a vehicle that came back, a shelter that opened, a call declined', async () => {
    const sendBest = async (kind: string, more: object = {}) => {
      const { id } = await ask(officer, { supportKind: kind, speciality: null, isApproved: true, ...more });
      const [first] = await best({ supportKind: kind, ...more });
      expect((await send(id, first?.id ?? '')).status).toBe(200);
      return { id, resourceId: first?.id ?? '' };
    };
    const shelter = await sendBest('shelter', { quantity: 100 });
    await officer.does('shelters.open', { id: shelter.resourceId, openedFor: '燃气泄漏疏散' });
    const { id, resourceId } = await ask(officer, { isApproved: true }).then(async (made) => {
      const [first] = await best({ supportKind: 'team', speciality: 'gas' });
      await send(made.id, first?.id ?? '');
      return { id: made.id, resourceId: first?.id ?? '' };
    });
    await officer.does('teams.arrive', { id: resourceId });
    const expert = await sendBest('expert', { expertField: 'gas' });
    await district.settle();
    expect(await see(officer, shelter.id)).toMatchObject({ state: 'arrived', sent: [{ state: 'on_site' }] });
    expect(await see(officer, id)).toMatchObject({ state: 'arrived', sent: [{ state: 'on_site' }] });
    const calls = await officer.sees<{ items: { id: string }[] }>('expertCalls.list', {});
    await officer.does('expertCalls.answer', { id: calls.items[0]?.id, answer: 'declined', reason: '出差在外' });
    await officer.does('teams.standBy', { id: resourceId });
    await district.settle();
    expect(await see(officer, expert.id)).toMatchObject({ state: 'approved', sent: [{ state: 'recalled' }] });
    expect(await see(officer, id)).toMatchObject({ state: 'closed', sent: [{ state: 'returned' }] });
  });

  it('tells the room once when nobody came in time, and hides a request from whoever has no part in it', async () => {
    const street = await district.as('gucheng');
    const { id } = await ask(street);
    district.clock.advance(7 * 60 * MINUTE);
    await district.settle();
    const { entries } = await officer.sees<{ entries: { kind: string }[] }>('timeline.of', {
      register: 'support_request',
      recordId: id,
    });
    expect(entries.filter(({ kind }) => kind === 'support_request.late')).toHaveLength(1);
    const other = await district.as('bajiao');
    expect((await other.view('supportRequests.record', { id })).status).toBe(404);
    const captain = await district.as('qiangxian');
    expect((await captain.command('supportRequests.approve', { id })).status).toBe(403);
  });
});
