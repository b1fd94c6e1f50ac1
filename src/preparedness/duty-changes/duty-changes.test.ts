import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

interface Seat {
  id: string;
  dutyKind: string;
  day: string;
  personId: string;
  isFixed: boolean;
}

const MONTH = '2026-06';

inDistrict('a shift that changes hands', (district) => {
  let unitId: string;
  const people = async () => {
    const [one, other] = [await district().as('gucheng'), await district().as('gucheng-fu')];
    return { one, other, chief: await district().as('gucheng-zhuren') };
  };
  const seatsOf = async (who: Person) =>
    (await who.sees<{ seats: Seat[] }>('dutyRosters.month', { unitId, month: MONTH })).seats;

  it('is swapped by two and approved by a third, and planning the month again leaves it so', async () => {
    const { one, other, chief } = await people();
    ({ unitId } = await one.sees<{ unitId: string }>('people.record', { id: one.personId }));
    const base = { unitId, ownerUnitId: unitId, dutyKind: 'officer' };
    await one.does('dutyPosts.register', { ...base, seats: 1, shiftLength: 'h24', startsAt: '08:30' });
    const { items } = await one.sees<{ items: { id: string; posts: string }[] }>('people.list', { unitId, limit: 200 });
    const more = items.filter(({ posts }) => posts.includes('应急专干')).map(({ id }) => id);
    for (const personId of [one.personId, other.personId, ...more])
      await one.does('dutyMembers.register', { ...base, personId, rank: 'staff', joinedOn: '2026-01-01' });
    await one.does('dutyRosters.propose', { unitIds: [unitId], month: MONTH });
    await one.does('dutyRosters.publishAll', { unitIds: [unitId], month: MONTH });
    const seats = await seatsOf(one);
    const [mine, theirs] = pairOf(seats, one.personId, other.personId);

    // Their shift of the day after one's own: too little rest, told before anybody is bothered.
    const day = (count: number) => new Date(Date.parse(mine.day) + count * 86_400_000).toISOString().slice(0, 10);
    const next = seats.find((seat) => seat.day === day(1)) as Seat;
    const close = { shiftId: mine.id, changeKind: 'take_over', toId: next.personId, reason: '家中有事' };
    const refused = await one.command('dutyChanges.ask', close);
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain('只休息 0 小时');
    expect((await other.command('dutyChanges.ask', { ...close, toId: one.personId })).status).toBe(409);

    const asked = { shiftId: mine.id, changeKind: 'swap', toId: other.personId, reason: '家中有事' };
    expect((await one.command('dutyChanges.ask', asked)).body).toMatchObject({ field: 'otherShiftId' });
    const wrong = { ...asked, otherShiftId: mine.id };
    expect((await one.command('dutyChanges.ask', wrong)).body).toMatchObject({ field: 'otherShiftId' });
    const { id } = await one.does<{ id: string }>('dutyChanges.ask', { ...asked, otherShiftId: theirs.id });
    await district().settle();
    expect(JSON.stringify(await other.sees('messages.inbox'))).toContain('同事请您接');
    expect((await one.command('dutyChanges.answer', { id, agrees: true })).status).toBe(409);
    expect((await chief.command('dutyChanges.approve', { id })).status).toBe(409);
    await other.does('dutyChanges.answer', { id, agrees: true });
    await district().settle();
    expect(JSON.stringify(await chief.sees('messages.inbox'))).toContain('双方已同意，请批准');
    expect((await other.command('dutyChanges.approve', { id })).status).toBe(409);
    await chief.does('dutyChanges.approve', { id });

    const held = async () => {
      const now = await seatsOf(one);
      const at = (seat: Seat) => now.find((each) => each.id === seat.id)?.personId;
      return [at(mine), at(theirs)];
    };
    expect(await held()).toEqual([other.personId, one.personId]);
    await one.does('dutyRosters.propose', { unitIds: [unitId], month: MONTH });
    expect(await held()).toEqual([other.personId, one.personId]);
    const { items: list } = await chief.sees<{ items: { id: string; state: string }[] }>('dutyChanges.list');
    expect(list).toMatchObject([{ id, state: 'approved' }]);
  });

  it('is not approved when the roster has moved on, and can be declined or taken back', async () => {
    const { one, other, chief } = await people();
    const seats = await seatsOf(one);
    const mine = seats.filter(({ personId, day }) => personId === one.personId && day > '2026-06-15').at(-1) as Seat;
    // The colleague is free around that day.
    for (const { id } of seats.filter(({ personId, day }) => personId === other.personId && isNear(day, mine.day)))
      await chief.does('dutyShifts.assign', { id, personId: null });
    const free = async (changeKind: 'on_behalf' | 'take_over') =>
      one.command<{ id: string }>('dutyChanges.ask', {
        shiftId: mine.id,
        changeKind,
        toId: other.personId,
        reason: '外出培训',
      });
    const first = await free('on_behalf');
    expect(first.status).toBe(200);
    await other.does('dutyChanges.answer', { id: first.body.id, agrees: false, refusal: '当日休假' });
    const second = await free('take_over');
    await one.does('dutyChanges.withdraw', { id: second.body.id });
    const third = await free('take_over');
    await other.does('dutyChanges.answer', { id: third.body.id, agrees: true });
    await chief.does('dutyShifts.assign', { id: mine.id, personId: null });
    const late = await chief.command('dutyChanges.approve', { id: third.body.id });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.body)).toContain('值班表已调整');
    await chief.does('dutyChanges.refuse', { id: third.body.id, refusal: '值班表已调整' });
    const stranger = await district().as('bajiao');
    expect((await stranger.command('dutyChanges.approve', { id: third.body.id })).status).toBe(404);
  });
});

const isNear = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) <= 86_400_000;

/** A shift of each that they can swap without one of them sitting on two days running. */
function pairOf(seats: Seat[], one: string, other: string): [Seat, Seat] {
  const of = (person: string) => seats.filter(({ personId, day }) => personId === person && day > '2026-06-13');
  const isFree = (person: string, at: Seat, but: Seat) =>
    of(person).every((seat) => seat === but || !isNear(seat.day, at.day));
  for (const mine of of(one))
    for (const theirs of of(other)) if (isFree(other, mine, theirs) && isFree(one, theirs, mine)) return [mine, theirs];
  throw new Error('no two shifts fit');
}
