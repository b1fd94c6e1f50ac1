import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

interface Plan {
  readonly id: string;
  readonly edition: number;
  readonly state: string;
  readonly unitName: string;
  readonly mayRenew: boolean;
  readonly editions: readonly { id: string; edition: number; state: string }[];
  readonly actions: readonly { clause: string; unitId: string | null; offsetMinutes: number }[];
}

const inForce = async (person: Person) => {
  const { items } = await person.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
  return person.sees<Plan>('plans.record', { id: items[0]?.id });
};
/** The plan as `plans.adopt` takes it. */
const asInput = ({ id: _, ...plan }: Plan) => ({
  ...plan,
  actions: plan.actions.map(({ unitId, ...action }) => ({ ...action, ...(unitId ? { unitId } : {}) })),
  groups: (plan as Plan & { groups: { members: { id: string }[] }[] }).groups.map(({ members, ...group }) => ({
    ...group,
    memberUnitIds: members.map(({ id }) => id),
  })),
});

inDistrict('the next edition of a plan', (district) => {
  it('supersedes the one in force, stays with its unit, and both editions lead to one another', async () => {
    const leader = await district().as('daiban');
    const before = await inForce(leader);
    expect(before).toMatchObject({ edition: 1, mayRenew: true });
    const [first, ...rest] = before.actions;
    await leader.does(
      'plans.adopt',
      asInput({ ...before, actions: [{ ...first, offsetMinutes: 3 }, ...rest] as Plan['actions'] }),
    );
    const after = await inForce(leader);
    expect(after).toMatchObject({ edition: 2, state: 'in_force', unitName: before.unitName });
    expect(after.actions[0]?.offsetMinutes).toBe(3);
    const old = await leader.sees<Plan>('plans.record', { id: before.id });
    expect(old).toMatchObject({ state: 'superseded', mayRenew: false });
    expect(old.editions.map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'in_force'],
      [1, 'superseded'],
    ]);
  });
  it('is neither offered to nor taken from a department whose plan it is not', async () => {
    const housing = await district().as('zhujian');
    const plan = await inForce(housing);
    expect(plan.mayRenew).toBe(false);
    expect((await housing.command('plans.adopt', asInput(plan))).status).toBe(403);
    expect(await inForce(await district().as('zhiban'))).toMatchObject({ id: plan.id, mayRenew: false });
  });
  it('refuses a clause that is no number: it could not be put in order', async () => {
    const leader = await district().as('daiban');
    const plan = await inForce(leader);
    const [first, ...rest] = plan.actions;
    const wrong = asInput({ ...plan, actions: [{ ...first, clause: '四.1' }, ...rest] as Plan['actions'] });
    const answer = await leader.command<{ details: { field: string }[] }>('plans.adopt', wrong);
    expect(answer.status).toBe(400);
    expect(answer.body.details.map(({ field }) => field)).toEqual(['actions.0.clause']);
  });
});

inDistrict('what a plan says of its command', (district) => {
  it('names seats with who holds them today, groups with their members, and reads as DOCX and as a web page', async () => {
    const officer = await district().as('zhiban');
    type Whole = Plan & {
      seats: { name: string; holder: string | null }[];
      groups: { name: string; members: { name: string }[] }[];
      endConditions: string[];
    };
    const { items } = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
    const id = items[0]?.id;
    const plan = await officer.sees<Whole>('plans.record', { id });
    expect(plan.seats.find(({ name }) => name === '执行总指挥')?.holder).toBe('罗怀川');
    expect(plan.groups.find(({ name }) => name === '抢险救援组')?.members.map(({ name }) => name)).toContain(
      '燃气石景山所',
    );
    expect(plan.endConditions.length).toBeGreaterThan(2);
    const docx = await officer.get(`/api/plans/${id}/paper?format=docx`);
    expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const html = (await officer.get(`/api/plans/${id}/paper?format=html`)).raw.toString();
    for (const words of ['执行总指挥', '抢险救援组', '关闭上下游阀门', '响应终止']) expect(html).toContain(words);
    expect((await district().anybody().get(`/api/plans/${id}/paper`)).status).toBe(401);
  });
  it('is kept while it is written, for whoever writes it and nobody else, until it is given up', async () => {
    const leader = await district().as('daiban');
    const { id: about } = await inForce(leader);
    const kept = async (who: Person) =>
      (await who.sees<{ draft: { content: { name: string } } | null }>('planDrafts.mine', { about })).draft?.content;
    expect(await kept(leader)).toBeUndefined();
    await leader.does('planDrafts.keep', { about, content: { name: '草稿一', levels: [] } });
    await leader.does('planDrafts.keep', { about, content: { name: '草稿二', levels: [] } });
    expect(await kept(leader)).toEqual({ name: '草稿二', levels: [] });
    expect(await kept(await district().as('zhujian'))).toBeUndefined();
    const officer = await district().as('zhiban');
    expect((await officer.command('planDrafts.keep', { about, content: { name: '' } })).status).toBe(403);
    const odd = { about: 'drop table', content: { name: '' } };
    expect((await leader.command('planDrafts.keep', odd)).status).toBe(400);
    const long = { about, content: { name: '长', words: '长'.repeat(1_000_001) } };
    expect((await leader.command('planDrafts.keep', long)).status).toBe(413);
    await leader.does('planDrafts.drop', { about });
    expect(await kept(leader)).toBeUndefined();
    expect((await leader.command('planDrafts.drop', { about })).status).toBe(404);
  });
  it('refuses clauses that wait for one another, on the server too', async () => {
    const leader = await district().as('daiban');
    const plan = await inForce(leader);
    const [first, second, ...rest] = plan.actions;
    const circle = [{ ...first, afterClause: second?.clause }, { ...second, afterClause: first?.clause }, ...rest];
    const answer = await leader.command<{ key: string; message: { zh: string } }>(
      'plans.adopt',
      asInput({ ...plan, actions: circle as Plan['actions'] }),
    );
    expect(answer).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    expect(JSON.stringify(answer.body)).toContain(`条款 ${first?.clause} 互相等待`);
  });
});
