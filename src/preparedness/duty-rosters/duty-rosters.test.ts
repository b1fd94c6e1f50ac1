import { expect, it } from 'vitest';
import { type District, inDistrict, type Person } from '../../../tests/support/district.ts';
import { execute, systemViewer } from '../../foundation/api/index.ts';
import { newId } from '../../kernel/ids.ts';

interface Unit {
  id: string;
  shortName: string;
}
interface Seat {
  id: string | null;
  version: number;
  dutyKind: string;
  day: string;
  startsAt: string;
  personId: string | null;
  personName: string;
  substituteId: string | null;
  isFixed: boolean;
}
interface Month {
  roster: { id: string; version: number; state: string; breachReason: string | null } | null;
  seats: Seat[];
  breaches: { kind: string; weight: string; words: { zh: string } }[];
  members: { personId: string; name: string; dutyKind: string; month: { shifts: number; hours: number } }[];
}

const MONTH = '2026-07';

/** A unit's posts and rota, made of whoever holds posts in it. */
async function rotaOf(who: Person, unitName: string, leaders: string[], officers: string[]) {
  const { units } = await who.sees<{ units: Unit[] }>('units.tree');
  const unitId = units.find((one) => one.shortName === unitName)?.id ?? '';
  const post = { unitId, shiftLength: 'h24', startsAt: '08:30', seats: 1, ownerUnitId: unitId };
  await who.does('dutyPosts.register', { ...post, dutyKind: 'leader' });
  await who.does('dutyPosts.register', { ...post, dutyKind: 'officer', dutyPhone: '010-0000-1234' });
  const { items } = await who.sees<{ items: { id: string; name: string; posts: string }[] }>('people.list', {
    unitId,
    limit: 200,
  });
  const people = (postName: string) => items.filter(({ posts }) => posts.includes(postName));
  const joined = { unitId, ownerUnitId: unitId, joinedOn: '2026-01-01' };
  for (const [index, { id }] of leaders.flatMap(people).entries()) {
    const rank = index === 0 ? 'chief' : 'deputy';
    await who.does('dutyMembers.register', { ...joined, dutyKind: 'leader', personId: id, rank });
  }
  for (const [turn, { id }] of officers.flatMap(people).entries())
    await who.does('dutyMembers.register', {
      ...joined,
      dutyKind: 'officer',
      personId: id,
      rank: 'staff',
      turn: turn + 1,
    });
  return { unitId, people: items };
}

const monthOf = (who: Person, unitId: string, month = MONTH) => who.sees<Month>('dutyRosters.month', { unitId, month });
const officersOf = ({ seats }: Month) => seats.filter(({ dutyKind }) => dutyKind === 'officer');

inDistrict('rosters', (district) => {
  let unitId: string;
  const keeper = () => district().as('gucheng');

  it('are proposed by the rules, published with notice, and changed by hand within them', async () => {
    const street = await keeper();
    ({ unitId } = await rotaOf(street, '古城街道', ['街道主任', '平安建设办干部'], ['街道值班员', '应急专干']));
    expect((await monthOf(street, unitId)).breaches.every(({ kind }) => kind === 'gap')).toBe(true);
    expect(await street.does('dutyRosters.propose', { unitIds: [unitId], month: MONTH })).toMatchObject({
      planned: 62,
      empty: 0,
    });
    const planned = await monthOf(street, unitId);
    expect(planned.breaches).toEqual([]);
    expect(planned.roster).toMatchObject({ state: 'draft' });
    const shares = planned.members.filter(({ dutyKind }) => dutyKind === 'officer').map((one) => one.month.shifts);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    expect(planned.members[0]?.month.hours).toBe((planned.members[0]?.month.shifts ?? 0) * 24);

    // Two days running: eight hours of rest are not kept, and the reason is told in words.
    const [first, second] = officersOf(planned);
    const refused = await street.command('dutyShifts.assign', { id: second?.id, personId: first?.personId });
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain('只休息 0 小时，应不少于 8 小时');
    // Dragged onto one another two seats change people, and stay so when the month is planned again.
    const third = officersOf(planned)[2];
    const far = officersOf(planned).findLast(({ personId }) => personId !== third?.personId);
    await street.does('dutyShifts.exchange', { id: third?.id, otherId: far?.id });
    await street.does('dutyRosters.propose', { unitIds: [unitId], month: MONTH });
    const again = await monthOf(street, unitId);
    expect(again.seats.find(({ id }) => id === third?.id)).toMatchObject({ personId: far?.personId, isFixed: true });
    expect(again.breaches).toEqual([]);

    const { version, id } = again.roster as NonNullable<Month['roster']>;
    await street.does('dutyRosters.publish', { id }, { version });
    await district().settle();
    const bench = await district().as('gucheng');
    const { items } = await bench.sees<{ items: { heading: { zh: string } }[] }>('messages.inbox');
    expect(JSON.stringify(items)).toContain('古城街道 2026-07 值班表已发布');
    expect(await street.sees('dutyRosters.list', { month: MONTH })).toMatchObject({
      items: [{ unitName: '古城街道', state: 'published', empty: 0 }],
    });
  });

  it('a gap is published only with a reason; a neighbour plans nothing here', async () => {
    const street = await keeper();
    const { seats } = await monthOf(street, unitId);
    const some = seats.find(({ dutyKind }) => dutyKind === 'officer');
    await street.does('dutyShifts.cancel', { id: some?.id, reason: '当日全员演练' });
    const { roster, breaches } = await monthOf(street, unitId);
    expect(breaches.map(({ words }) => words.zh)).toEqual(['值班员 07-01 08:30 至 07-02 08:30 缺 1 人']);
    const { body } = await street.command('dutyRosters.publish', { id: roster?.id });
    expect(body).toMatchObject({ field: 'reason' });
    expect(JSON.stringify(body)).toContain('缺 1 人');
    await street.does('dutyRosters.publish', { id: roster?.id, reason: '当日全员在岗演练' });

    const other = await district().as('bajiao');
    expect((await other.command('dutyRosters.propose', { unitIds: [unitId], month: MONTH })).status).toBe(403);
    expect((await other.command('dutyShifts.cancel', { id: seats[3]?.id, reason: '不该能做' })).status).toBe(403);
    expect((await other.view('dutyRosters.month', { unitId, month: MONTH })).status).toBe(200);
  });

  it('special periods ask for more officers and for the head of the unit', async () => {
    const [officer, street] = [await district().as('zhiban'), await keeper()];
    await officer.does('specialPeriods.register', {
      name: '夏季重大活动',
      periodKind: 'major_event',
      startsOn: '2026-08-10',
      endsOn: '2026-08-12',
      extraOfficers: 1,
      needsChief: true,
      asksDailyReport: true,
    });
    await street.does('dutyRosters.propose', { unitIds: [unitId], month: '2026-08' });
    const { seats, breaches, members } = await monthOf(street, unitId, '2026-08');
    expect(breaches).toEqual([]);
    const on = (day: string, kind: string) => seats.filter((one) => one.day === day && one.dutyKind === kind);
    expect([on('2026-08-09', 'officer').length, on('2026-08-11', 'officer').length]).toEqual([1, 2]);
    const chief = members.find(({ dutyKind }) => dutyKind === 'leader');
    expect(on('2026-08-11', 'leader')[0]?.personId).toBe(chief?.personId);
  });

  it('now, next and «the duty of X»: the room is whoever is on duty by the roster', async () => {
    const [officer, street] = [await district().as('zhiban'), await keeper()];
    await street.does('dutyRosters.propose', { unitIds: [unitId], month: '2026-06' });
    const { roster } = await monthOf(street, unitId, '2026-06');
    const room = async () => {
      const { id } = await officer.does<{ id: string }>('messages.send', {
        addressees: [{ kind: 'unit_duty', input: { unitId } }],
        heading: '请检查排水泵',
        asks: 'receipt',
      });
      await district().settle();
      const { ladders } = await officer.sees<{ ladders: { people: { name: string }[] }[] }>('messages.record', { id });
      return ladders.flatMap(({ people }) => people.map(({ name }) => name));
    };
    expect((await room()).length).toBeGreaterThan(1);
    await street.does('dutyRosters.publish', { id: roster?.id });
    type Now = { units: { unitName: string; onDuty: Seat[]; next: Seat[]; missing: object[]; dutyPhone: string }[] };
    const { units } = await street.sees<Now>('dutyShifts.now');
    const [own] = units;
    expect(own).toMatchObject({ unitName: '古城街道', dutyPhone: '010-0000-1234', missing: [] });
    expect(own?.onDuty.map(({ dutyKind }) => dutyKind)).toEqual(['leader', 'officer']);
    expect(own?.next[0]?.startsAt).toBe('2026-06-12T00:30:00.000Z');
    expect(await room()).toEqual([own?.onDuty[1]?.personName]);
    const { id } = await officer.does<{ id: string }>('messages.send', {
      addressees: [{ kind: 'duty_of', input: { unitId, dutyKind: 'leader' } }],
      heading: '请领导阅示',
    });
    await district().settle();
    const { ladders } = await officer.sees<{ ladders: object[] }>('messages.record', { id });
    expect(JSON.stringify(ladders)).toContain(own?.onDuty[0]?.personName);
    const week = await street.sees<{ units: { days: object[][] }[] }>('dutyShifts.week');
    expect(week.units[0]?.days.map((day) => day.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });

  it('a sheet of a unit comes in row by row: unknown people are told by their row and write nothing', async () => {
    const street = await keeper();
    const { seats } = await monthOf(street, unitId, '2026-06');
    const known = seats.find(({ dutyKind }) => dutyKind === 'officer')?.personName ?? '';
    const text = [
      '单位,日期,岗位,姓名,备班,接班时间',
      `古城街道,2026-09-01,值班员,${known},,8:30`,
      '古城街道,2026-09-02,值班员,查无此人,,8:30',
      `没有的街道,2026-09-03,值班员,${known},,8:30`,
      `古城街道,2026-09-01,带班领导,${known},,20:00`,
    ].join('\n');
    const { body } = await street.post(
      '/api/imports?register=duty_roster_sheet&name=zhiban.csv&source=x',
      Buffer.from(text),
      { 'content-type': 'application/octet-stream' },
    );
    const { id } = body as { id: string };
    const { mapping } = await street.sees<{ mapping: string[] }>('imports.record', { id });
    await street.does('imports.check', { id, mapping, coordinateSystem: 'cgcs2000', known: 'update' });
    await district().settle();
    const { items } = await street.sees<{ items: { row: number; reason: { zh: string } }[] }>('imports.problems', {
      id,
    });
    const words = items.map(({ row, reason }) => `${row} ${reason.zh}`);
    expect(words).toContain('3 该单位没有查无此人，请先在通讯录登记');
    expect(words).toContain('4 没有这个单位');
    await street.does('imports.write', { id });
    await district().settle();
    const september = await monthOf(street, unitId, '2026-09');
    expect(september.seats.filter(({ personId }) => personId).map(({ personName, day }) => [personName, day])).toEqual([
      [known, '2026-09-01'],
    ]);
  });

  it('an empty post is found, told to a named human once, and closed when somebody is there', async () => {
    const [street, chief] = [await keeper(), await district().as('gucheng-zhuren')];
    const officer = await district().as('zhiban');
    const { seats } = await monthOf(street, unitId, '2026-06');
    const tomorrow = seats.find(({ day, dutyKind }) => day === '2026-06-12' && dutyKind === 'officer');
    await street.does('dutyShifts.assign', { id: tomorrow?.id, personId: null });
    await findGaps(district(), unitId);
    await findGaps(district(), unitId);
    type Gaps = { items: { id: string; state: string; toldName: string; startsAt: string; missing: number }[] };
    const { items } = await officer.sees<Gaps>('dutyGaps.list');
    expect(items).toMatchObject([{ state: 'open', missing: 1, startsAt: '2026-06-12T00:30:00.000Z' }]);
    expect(items[0]?.toldName).toBe('夏秉文');
    const inbox = await chief.sees<{ items: object[] }>('messages.inbox');
    expect(JSON.stringify(inbox.items)).toContain('值班员 2026年6月12日8时30分 起缺 1 人');
    await street.does('dutyShifts.assign', { id: tomorrow?.id, personId: tomorrow?.personId });
    await findGaps(district(), unitId);
    expect((await officer.sees<Gaps>('dutyGaps.list')).items).toMatchObject([{ state: 'filled' }]);
  });
});

/** As the job does it, every ten minutes; nothing new is no fault. */
async function findGaps({ server }: District, unitId: string): Promise<void> {
  const input = { id: newId(), name: 'dutyGaps.find', input: { unitId } };
  await execute(server.platform, input, systemViewer).catch(() => undefined);
  await server.settle();
}
