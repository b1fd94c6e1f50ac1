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
