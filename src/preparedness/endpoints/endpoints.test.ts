import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

const AT = { lng: 116.19, lat: 39.91 };
const PHONE = '13900009999';

interface Community {
  code: string;
  name: string;
  endpoints: number;
  working: number;
  groupShare: number | null;
  households: number;
  reached: number;
  unattended: number;
}

inDistrict('endpoints', (district) => {
  const officer = () => district().as('zhiban');
  const communities = async (street = '110107003') =>
    (await (await officer()).sees<{ communities: Community[] }>('endpoints.coverage', { street })).communities;

  it('a group says its share, a radius needs a place, and a device says how far it reaches', async () => {
    const who = await officer();
    const { items } = await who.sees<{ items: { communityId: string }[] }>('endpoints.list', { endpointKind: 'group' });
    const common = {
      name: '试验终端',
      communityId: items[0]?.communityId,
      administrator: '甲',
      administratorPhone: PHONE,
    };
    const field = async (more: object) => (await who.command('endpoints.register', { ...common, ...more })).body.field;
    expect(await field({ endpointKind: 'group' })).toBe('householdShare');
    expect(await field({ endpointKind: 'siren', reach: 300 })).toBe('at');
    expect(await field({ endpointKind: 'siren', at: AT })).toBe('reach');
  });

  it('a failed test is an order to its keeper, once; a passed one puts it back into use', async () => {
    const who = await officer();
    const { items } = await who.sees<{ items: { id: string; name: string; state: string }[] }>('endpoints.list', {
      endpointKind: 'loudspeaker',
      state: 'active',
    });
    const { id, name } = items[0] as { id: string; name: string };
    const orders = async () => {
      await district().settle();
      const { items: found } = await who.sees<{ items: { title: string }[] }>('orders.board', {});
      return found.filter(({ title }) => title === `请修复：${name}`).length;
    };
    const testedAt = district().clock.now().toISOString();
    expect((await who.command('endpoints.failTest', { id, testedAt })).status).toBe(400);
    await who.does('endpoints.failTest', { id, testedAt, testFinding: '无声' });
    expect(await orders()).toBe(1);
    await who.does('endpoints.failTest', { id, testedAt, testFinding: '仍无声' });
    expect(await orders()).toBe(1);
    const state = async () => (await who.sees<{ record: { state: string } }>('endpoints.record', { id })).record.state;
    expect(await state()).toBe('faulty');
    await who.does('endpoints.passTest', { id, testedAt });
    expect(await state()).toBe('active');
  });

  it('a household is surely reached by what works where it lives; any other one has somebody who knocks, or is told', async () => {
    const who = await officer();
    const before = (await communities()).find(({ households, reached }) => households > reached) as Community;
    const list = () =>
      who.sees<{ total: number; doors: { id: string; knocker: string | null; walker: string | null }[] }>(
        'endpoints.unreached',
        { community: before.code },
      );
    const { total, doors } = await list();
    expect(total).toBe(before.households - before.reached);
    expect(doors[0]).toMatchObject({ knocker: null });
    const knock = { householdId: doors[0]?.id, cause: 'no_phone', knocker: '钱敲门', knockerPhone: PHONE };
    await who.does('doorKnocks.register', knock);
    expect((await who.command('doorKnocks.register', knock)).status).toBeGreaterThanOrEqual(400);
    expect((await list()).doors.filter(({ knocker }) => knocker === '钱敲门')).toHaveLength(1);
    const named = (await communities()).find(({ code }) => code === before.code);
    expect(named?.unattended).toBe(before.unattended - 1);
    // A group that everybody is in reaches everybody, from its passed test on and as long as that is believed.
    const { items } = await who.sees<{ items: { id: string; communityId: string; name: string }[] }>('endpoints.list', {
      endpointKind: 'group',
      q: before.name.replace('社区', ''),
    });
    await who.does('endpoints.correct', { id: items[0]?.id, householdShare: 100 });
    expect((await communities()).find(({ code }) => code === before.code)).toMatchObject({
      reached: before.households,
      unattended: 0,
      groupShare: 100,
    });
    expect((await list()).total).toBe(0);
  });

  it('whoever has something to say is told which endpoints cover an area or drawn ground, and which of them work', async () => {
    const who = await officer();
    type Covering = { items: { id: string; endpointKind: string; isWorking: boolean }[] };
    const siren = { endpointKind: 'siren', at: AT, reach: 500, administrator: '甲', administratorPhone: PHONE };
    const { items } = await who.sees<{ items: { communityId: string }[] }>('endpoints.list', {});
    const { id } = await who.does<{ id: string }>('endpoints.register', {
      ...siren,
      name: '试验警报器',
      communityId: items[0]?.communityId,
    });
    const at = async (within: string) =>
      (await who.sees<Covering>('endpoints.covering', { within })).items.find((one) => one.id === id);
    expect(await at('116.19,39.914,100')).toMatchObject({ isWorking: false });
    await who.does('endpoints.passTest', { id, testedAt: district().clock.now().toISOString() });
    expect(await at('116.19,39.914,100')).toMatchObject({ isWorking: true });
    expect(await at('116.19,39.95,100')).toBeUndefined();
    const { items: inArea } = await who.sees<Covering>('endpoints.covering', { areaCode: '110107003' });
    expect(new Set(inArea.map(({ endpointKind }) => endpointKind))).toContain('group');
    expect((await who.view('endpoints.covering', { within: '116.19' })).status).toBe(400);
  });

  it('who may not know of households learns of none', async () => {
    const department = await district().as('daiban');
    const grid = await district().as('ranqi');
    expect((await grid.view('endpoints.unreached', { community: '110107003001' })).status).toBeGreaterThanOrEqual(400);
    expect((await department.view('endpoints.coverage', {})).status).toBe(200);
  });
});
