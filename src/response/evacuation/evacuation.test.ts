import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { type District, inDistrict, type Person } from '../../../tests/support/district.ts';
import { GAS_CALL, walkOneIncident } from '../../../tests/support/walk.ts';
import { rowsOf } from '../../foundation/api/index.ts';

interface Drawn {
  id: string;
  number: string;
  doors: number;
  people: number;
  withoutHelper: number;
  alreadyListed: number;
}
interface Door {
  id: string;
  version: number;
  address: string;
  vulnerable: number;
  people: number;
  helperId: string | null;
  outcome: string;
  isCheckedIn: boolean;
}
interface Evacuation {
  state: string;
  progress: { people: number; moved: number; remaining: number; refused: number; pending: number };
  shelters: { id: string; sent: number; checkedIn: number; difference: number }[];
  helpers: { id: string | null; name: string | null; hasPost: boolean; doors: number; open: number }[];
  may: string[];
}

inDistrict('evacuation', (get) => {
  let district: District;
  let officer: Person;
  let street: Person;
  let community: Person;
  let incidentId: string;
  let shelterId: string;
  let within: string;
  beforeAll(async () => {
    district = get();
    street = await district.as('bajiao');
    community = await district.as('shequ');
    const { items } = await community.sees<{ items: { at: { lng: number; lat: number } }[] }>('households.list', {});
    const at = items[0]?.at;
    ({ officer, incidentId } = await walkOneIncident(district, { ...GAS_CALL, place: at }));
    within = `${at?.lng},${at?.lat},400`;
    const shelters = await officer.sees<{ items: { id: string; name: string }[] }>('shelters.list', {});
    shelterId = shelters.items.find(({ name }) => name.startsWith('八角'))?.id ?? '';
    await officer.does('shelters.open', { id: shelterId, openedFor: '燃气泄漏疏散' });
  }, 60_000);

  const draw = (who: Person, more: object = {}) =>
    who.does<Drawn>('evacuations.draw', {
      incidentId,
      title: '泄漏点下风向居民楼',
      within,
      purpose: '燃气泄漏转移避险',
      shelterId,
      ...more,
    });
  const see = (id: string, who = officer) => who.sees<Evacuation>('evacuations.record', { id });
  const doorsOf = async (id: string, who = officer) =>
    (await who.sees<{ items: Door[] }>('evacuationHouseholds.list', { evacuationId: id })).items;

  it('lists the vulnerable first with who knocks, moves them door by door, agrees with the shelter, and brings them home', async () => {
    const nowhere = await street.command('evacuations.draw', {
      incidentId,
      title: '空地',
      within: '116.0,39.7,10',
      purpose: '燃气泄漏转移避险',
    });
    expect(nowhere).toMatchObject({ status: 400, body: { field: 'within' } });
    const drawn = await draw(street);
    expect(drawn).toMatchObject({ withoutHelper: 0, alreadyListed: 0 });
    expect(drawn.doors).toBeGreaterThan(1);
    const doors = await doorsOf(drawn.id);
    expect(doors[0]?.vulnerable).toBeGreaterThan(0);
    expect(doors.every(({ helperId }) => helperId !== null)).toBe(true);
    // Why residents were looked up stands in the log of accesses.
    const log = await (await district.as('auditor')).sees<{ accesses: { reason: string | null; kind: string }[] }>(
      'personalData.accessLog',
      {},
    );
    expect(log.accesses[0]).toMatchObject({ kind: 'evacuation.exported', reason: '燃气泄漏转移避险' });
    // The same households again are not listed twice.
    const again = await street.command('evacuations.draw', {
      incidentId,
      title: '再列一次',
      within,
      purpose: '燃气泄漏转移避险',
    });
    expect(again).toMatchObject({ status: 400, body: { field: 'within' } });

    // The community's head takes all doors over, so that one phone reports them.
    await street.does('evacuations.assign', {
      id: drawn.id,
      doors: doors.map(({ id }) => id),
      helperId: community.personId,
    });
    const before = await community.command('evacuationHouseholds.report', { id: doors[0]?.id, outcome: 'moved' });
    expect(before.status).toBe(409);
    await street.does('evacuations.start', { id: drawn.id });
    await district.settle();
    const orders = await community.sees<{ items: { title: string }[] }>('orders.mine');
    expect(orders.items.map(({ title }) => title)).toContain('转移避险：泄漏点下风向居民楼');
    const mine = await community.sees<{ items: Door[] }>('evacuationHouseholds.mine');
    expect(mine.items.map(({ id }) => id)).toEqual(doors.map(({ id }) => id));
    const behind = await community.sees<{ items: { name: string; phone: string; vulnerabilities: string[] }[] }>(
      'evacuationHouseholds.residents',
      { doorId: doors[0]?.id },
    );
    expect(behind.items[0]?.vulnerabilities.length).toBeGreaterThan(0);
    expect(behind.items[0]?.name).toContain('*');

    const [first, second, ...others] = mine.items as [Door, Door, ...Door[]];
    await community.does('evacuationHouseholds.report', { id: first.id, outcome: 'moved' });
    const silent = await community.command('evacuationHouseholds.report', { id: second.id, outcome: 'refused' });
    expect(silent).toMatchObject({ status: 400, body: { field: 'reason' } });
    await community.does('evacuationHouseholds.report', { id: second.id, outcome: 'refused', reason: '老人不愿离家' });
    for (const one of others) await community.does('evacuationHouseholds.report', { id: one.id, outcome: 'away' });
    const now = await see(drawn.id);
    expect(now.progress).toMatchObject({ moved: first.people, refused: second.people, remaining: second.people });
    expect(now.shelters).toMatchObject([{ sent: first.people, checkedIn: 0, difference: first.people }]);
    // The last door ends the helper's order by itself.
    expect(
      (await community.sees<{ items: { title: string }[] }>('orders.mine')).items.map(({ title }) => title),
    ).not.toContain('转移避险：泄漏点下风向居民楼');
    await community.does('evacuationHouseholds.checkIn', { id: first.id, bed: 'A-1', people: first.people });
    const twice = await community.command('evacuationHouseholds.checkIn', { id: first.id, bed: 'A-2', people: 1 });
    expect(twice.status).toBe(409);
    expect((await see(drawn.id)).shelters).toMatchObject([
      { sent: first.people, checkedIn: first.people, difference: 0 },
    ]);
    const { record } = await officer.sees<{ record: { occupancy: number } }>('shelters.record', { id: shelterId });
    expect(record.occupancy).toBe(first.people);

    const remains = await street.command('evacuations.end', { id: drawn.id });
    expect(remains).toMatchObject({ status: 400, body: { field: 'reason' } });
    await street.does('evacuations.end', { id: drawn.id, reason: '一户劝说无效，民警值守' });
    const tooEarly = await community.command('evacuationHouseholds.goHome', { id: first.id });
    expect(tooEarly.status).toBe(409);
    await street.does('evacuations.allowHome', { id: drawn.id });
    await community.does('evacuationHouseholds.goHome', { id: first.id });
    // With the last of them noted one by one nobody is left to be noted together.
    const together = await community.command('evacuations.allHome', { id: drawn.id });
    expect(together.status).toBe(others.length > 0 ? 200 : 409);
    expect(await see(drawn.id)).toMatchObject({ state: 'returned' });
    await district.settle();
    const after = await officer.sees<{ record: { occupancy: number } }>('shelters.record', { id: shelterId });
    expect(after.record.occupancy).toBe(0);
  });

  it('starts only when nobody who left is to knock, and says at how many doors', async () => {
    const drawn = await draw(officer, { shelterId: null });
    const doors = await doorsOf(drawn.id);
    const leaving = doors[0]?.helperId ?? '';
    const sysadmin = await district.as('sysadmin');
    const held = await district.server.platform.database.transact(
      (tx) => rowsOf<{ id: string }>(tx, sql`select id from appointment where person_id = ${leaving}`),
      { readOnly: true },
    );
    for (const { id } of held) await sysadmin.does('appointments.end', { id });
    district.clock.advance(1000);
    const refused = await street.command('evacuations.start', { id: drawn.id });
    expect(refused.status).toBe(409);
    const gone = doors.filter(({ helperId }) => helperId === leaving);
    expect(JSON.stringify(refused.body)).toContain(`${gone.length} 户的责任人已离任`);
    expect((await see(drawn.id)).helpers.find(({ id }) => id === leaving)).toMatchObject({ hasPost: false });
    await street.does('evacuations.assign', {
      id: drawn.id,
      doors: gone.map(({ id }) => id),
      helperId: community.personId,
    });
    await street.does('evacuations.start', { id: drawn.id });
    await street.does('evacuations.withdraw', { id: drawn.id, reason: '改由应急队转移' });
  });

  it('keeps one of two answers at a door at one instant, asks nobody without a post, and hides it from others', async () => {
    const drawn = await draw(officer, { shelterId: null });
    const doors = await doorsOf(drawn.id);
    await officer.does('evacuations.assign', {
      id: drawn.id,
      doors: doors.map(({ id }) => id),
      helperId: community.personId,
    });
    const nobody = await officer.command('evacuations.assign', {
      id: drawn.id,
      doors: [doors[0]?.id],
      helperId: '00000000-0000-7000-8000-000000000000',
    });
    expect(nobody).toMatchObject({ status: 400, body: { field: 'helperId' } });
    await officer.does('evacuations.start', { id: drawn.id });
    const [door] = await doorsOf(drawn.id);
    const answers = await Promise.all([
      community.command(
        'evacuationHouseholds.report',
        { id: door?.id, outcome: 'moved' },
        { version: door?.version ?? 0 },
      ),
      street.command(
        'evacuationHouseholds.report',
        { id: door?.id, outcome: 'not_home' },
        { version: door?.version ?? 0 },
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const other = await district.as('gucheng');
    expect((await other.view('evacuations.record', { id: drawn.id })).status).toBe(404);
    expect((await other.command('evacuations.end', { id: drawn.id, reason: '不归我管' })).status).toBe(404);
    // A key sent again because the browser was closed in between is the same report.
    const key = '0198f0a0-0000-7000-8000-00000000aaaa';
    const once = { id: doors[1]?.id, outcome: 'moved', movedPeople: 1 };
    await community.does('evacuationHouseholds.report', once, { key });
    const before = (await doorsOf(drawn.id)).find(({ id }) => id === doors[1]?.id)?.version;
    await community.does('evacuationHouseholds.report', once, { key });
    expect((await doorsOf(drawn.id)).find(({ id }) => id === doors[1]?.id)?.version).toBe(before);
    await officer.does('evacuations.withdraw', { id: drawn.id, reason: '泄漏已止住' });
    expect((await community.sees<{ items: object[] }>('evacuationHouseholds.mine')).items).toEqual([]);
    expect(
      (await community.sees<{ items: { title: string }[] }>('orders.mine')).items.filter(({ title }) =>
        title.startsWith('转移'),
      ),
    ).toEqual([]);
  });
});
