import { describe, expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { capacityOf } from './shelter-standards.rules.ts';

interface Shelter {
  id: string;
  name: string;
  state: string;
  capacity: number;
  occupancy: number;
  vacancy: number;
}

describe('capacity', () => {
  it('is what the effective area gives to each person, rounded down', () => {
    expect(capacityOf(2000, 2)).toBe(1000);
    expect(capacityOf(1999, 2)).toBe(999);
    expect(capacityOf(0, 2)).toBe(0);
  });
});

inDistrict('shelters', (district) => {
  const officer = () => district().as('zhiban');
  const record = async (id: string) =>
    (await (await officer()).sees<{ record: Shelter }>('shelters.record', { id })).record;
  const small = async (name: string) => {
    const who = await officer();
    const { id } = await who.does<{ id: string }>('shelters.register', {
      name,
      grade: 'community',
      durationClass: 'short',
      space: 'indoor',
      address: '古城南里 3 号',
      entrance: { lng: 116.1855, lat: 39.9065 },
      totalArea: 100,
      effectiveArea: 21,
      keeper: '王敏',
      keeperPhone: '10094920900',
    });
    return id;
  };
  const household = (shelterId: string, people: number, more: object = {}) => ({
    shelterId,
    bed: 'A-1',
    household: '张三',
    people,
    identityNumber: '11010719900307001X',
    ...more,
  });

  it('reckons its capacity by the rule, from its zones where they are drawn up', async () => {
    const id = await small('核算场所');
    expect((await record(id)).capacity).toBe(10);
    for (const [name, effectiveArea, takesPeople] of [
      ['一区', 5.9, true],
      ['二区', 5.9, true],
      ['物资区', 50, false],
    ] as const) {
      const zoneKind = takesPeople ? 'indoor' : 'supplies';
      await (await officer()).does('shelterZones.register', {
        shelterId: id,
        name,
        zoneKind,
        takesPeople,
        effectiveArea,
      });
    }
    // Each zone is rounded down by itself: twice two people, not five.
    expect((await record(id)).capacity).toBe(4);
  });

  it('takes people in when open, asks why beyond its capacity, and rests only when all have left', async () => {
    const who = await officer();
    const id = await small('开放场所');
    const closed = await who.command('shelterStays.register', household(id, 2));
    expect(closed).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    await who.does('shelters.open', { id, openedFor: '古城大街燃气泄漏' });
    await who.does('shelterStays.register', household(id, 8));
    expect(await record(id)).toMatchObject({ occupancy: 8, vacancy: 2 });
    const over = await who.command('shelterStays.register', household(id, 3));
    expect(over).toMatchObject({ status: 400, body: { field: 'overCapacityReason' } });
    const last = await who.does<{ id: string }>(
      'shelterStays.register',
      household(id, 3, { overCapacityReason: '夜间降温，无其他去处' }),
    );
    expect(await record(id)).toMatchObject({ occupancy: 11, vacancy: 0 });
    await who.does('shelters.close', { id });
    expect(await who.command('shelters.rest', { id })).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    const { items } = await who.sees<{ items: { id: string; household: string; identityNumber?: string }[] }>(
      'shelterStays.list',
      { shelterId: id },
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ household: '张三' });
    for (const stay of items) await who.does('shelterStays.checkOut', { id: stay.id, wentTo: '投亲' });
    expect(items.map((one) => one.id)).toContain(last.id);
    await who.does('shelters.rest', { id });
    expect(await record(id)).toMatchObject({ state: 'active', occupancy: 0 });
  });

  it('gives the last places to one of two desks that take people in at the same instant', async () => {
    const who = await officer();
    const id = await small('同时登记场所');
    await who.does('shelters.open', { id, openedFor: '演练' });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => who.command('shelterStays.register', household(id, 4))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await record(id)).toMatchObject({ occupancy: 8 });
  });

  it('hides who is in a shelter from those who do not run one', async () => {
    const captain = await district().as('qiangxian');
    expect((await captain.view('shelterStays.list', {})).status).toBe(403);
  });
});
