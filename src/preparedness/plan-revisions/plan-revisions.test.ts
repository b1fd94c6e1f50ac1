import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

interface Item {
  readonly id: string;
  readonly cause: string;
  readonly state: string;
  readonly planName: string;
  readonly about: string;
  readonly causePlural: string | null;
  readonly causeId: string | null;
  readonly mayAnswer: boolean;
}
interface Plan {
  readonly id: string;
  readonly version: number;
  readonly issuedAt: string;
  readonly filedAt: string | null;
  readonly filingDueAt: string | null;
  readonly evaluationDueAt: string | null;
}
const asked = async (person: Person, more: object = {}) =>
  (await person.sees<{ items: Item[] }>('planRevisions.list', more)).items;
const gasPlan = async (person: Person) => {
  const { items } = await person.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
  return person.sees<Plan>('plans.record', { id: items[0]?.id });
};
const DAY = 86_400_000;

inDistrict('a plan after it was issued', (district) => {
  it('is filed within 20 working days, or late with a reason; asked to be revised by facts, once for each', {
    timeout: 90_000,
  }, async () => {
    const leader = await district().as('daiban');
    const plan = await gasPlan(leader);
    expect(plan.filingDueAt).not.toBeNull();
    const issued = Date.parse(plan.issuedAt);
    // 20 working days are four weeks and the holidays between.
    expect(Date.parse(plan.filingDueAt ?? '') - issued).toBeGreaterThan(26 * DAY);
    // Weeks later nobody would still be signed in: the limit is moved here, not the clock.
    const moveTo = (name: string, minutes: number) =>
      sql`update clock set due_at = ${new Date(district().clock.now().getTime() + minutes * 60_000)}, warn_at = null
        where subject_id = ${plan.id} and name = ${name}`.execute(district().server.platform.database.kysely);
    await moveTo('filing', -1);
    await district().settle();
    const late = { id: plan.id, filedAt: district().clock.now().toISOString(), filedWith: '市城市管理委员会' };
    expect(await leader.command('plans.file', late)).toMatchObject({ status: 400, body: { field: 'reason' } });
    const { version } = await gasPlan(leader);
    const filed = await leader.does<{ isLate: boolean }>(
      'plans.file',
      { ...late, reason: '等待市级部门意见' },
      { version },
    );
    expect(filed.isLate).toBe(true);
    expect((await leader.command('plans.file', { ...late, reason: '再次' })).status).toBe(409);

    // 三定: the duties of a unit that the plan names are changed.
    const { units } = await leader.sees<{ units: { id: string; shortName: string; version?: number }[] }>('units.tree');
    const gas = units.find(({ shortName }) => shortName === '燃气石景山所');
    const administrator = await district().as('sysadmin');
    const renamed = await administrator.command('units.rename', {
      id: gas?.id,
      name: '北京燃气石景山分公司',
      shortName: '燃气石景山分公司',
    });
    expect(renamed.status).toBe(200);
    await district().settle();
    const first = await asked(leader);
    expect(first.filter(({ cause }) => cause === 'other_information').map(({ planName }) => planName)).toContain(
      '石景山区施工破坏燃气管线突发事件应急处置预案（示例）',
    );
    expect(first[0]).toMatchObject({ causeId: gas?.id, causePlural: 'units', mayAnswer: true });

    // Three years: the evaluation falls due by itself.
    await moveTo('evaluation', -1);
    await district().settle();
    expect((await asked(leader)).some(({ cause }) => cause === 'evaluation_due')).toBe(true);

    // Anybody may ask; only the unit whose plan it is answers; a new edition takes everything in.
    const street = await district().as('gucheng');
    await street.does('planRevisions.ask', { planId: plan.id, about: '4.2.2 警戒距离在老旧小区做不到' });
    const [mine] = (await asked(street, { planId: plan.id })).filter(({ cause }) => cause === 'unit_judges');
    expect(mine).toMatchObject({ mayAnswer: false });
    expect((await street.command('planRevisions.accept', { id: mine?.id })).status).toBe(403);
    await leader.does('planRevisions.accept', { id: mine?.id });
    type Whole = Plan & { groups: { members: { id: string }[] }[]; actions: { unitId: string | null }[] };
    const { id: _, ...edition } = await leader.sees<Whole>('plans.record', { id: plan.id });
    await leader.does('plans.adopt', {
      ...edition,
      textId: undefined,
      groups: edition.groups.map(({ members, ...group }) => ({
        ...group,
        memberUnitIds: members.map((one) => one.id),
      })),
      actions: edition.actions.map(({ unitId, ...action }) => ({ ...action, ...(unitId ? { unitId } : {}) })),
    });
    await district().settle();
    expect(await asked(leader, { planId: plan.id })).toEqual([]);
    expect((await asked(leader, { planId: plan.id, state: 'all' })).every(({ state }) => state === 'done')).toBe(true);
    expect((await gasPlan(leader)).filedAt).toBeNull();
  });
});
