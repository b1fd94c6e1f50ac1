import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Preview {
  items: { unitId: string; postId: string | null; unitName: string; areaName: string; people: string[] }[];
  missing: string[];
  gaps: number;
  total: number;
}

inDistrict('an order to many', (district) => {
  const preview = async (input: object) => (await district().as('zhiban')).sees<Preview>('orders.addressees', input);

  it('shows beforehand which units of a kind get it, who is told in each, and where nobody is', async () => {
    const streets = await preview({ kinds: ['street_office'] });
    expect(streets).toMatchObject({ total: 9, gaps: 0, missing: [] });
    const communities = await preview({ kinds: ['community'], area: '110107003' });
    expect(communities.total).toBeGreaterThan(10);
    expect(new Set(communities.items.map((one) => one.areaName))).toEqual(new Set(['八角街道']));
    expect(communities.items.every((one) => one.people.length > 0)).toBe(true);
    // An office is a hat alone: five of them, each answered for by whoever wears it.
    const offices = await preview({ kinds: ['office'] });
    expect(offices.gaps).toBe(offices.items.filter((one) => one.people.length === 0).length);
    expect(await preview({ kinds: [] })).toMatchObject({ total: 0 });
  });

  it('names the areas that have no such unit', async () => {
    const sysadmin = await district().as('sysadmin');
    await sysadmin.does('areas.define', {
      code: '110107003999',
      name: '新设社区',
      kind: 'community',
      parentCode: '110107003',
      outline: [
        [
          [116.2, 39.9],
          [116.201, 39.9],
          [116.201, 39.901],
          [116.2, 39.9],
        ],
      ],
    });
    const { missing } = await preview({ kinds: ['community'], area: '110107003' });
    expect(missing).toEqual(['新设社区']);
  });

  it('goes to each post of a role, and all who are silent are reminded at once', async () => {
    const officer = await district().as('zhiban');
    // Nobody else in the district is silent.
    const board = await officer.sees<{ items: { orderId: string; state: string }[] }>('orders.board', {});
    const silent = board.items.filter(({ state }) => state === 'issued' || state === 'delivered');
    for (const orderId of new Set(silent.map((one) => one.orderId)))
      await officer.does('orders.cancel', { id: orderId, reason: '演示开始' });
    const { items } = await preview({ role: 'street_chief' });
    expect(items).toHaveLength(9);
    const assignees = items.map(({ unitId, postId }) => ({ unitId, postId }));
    const issued = await officer.does<{ id: string; assignments: { id: string }[] }>('orders.issue', {
      title: '各街道主任到岗',
      content: '立即到岗带班',
      priority: 'urgent',
      assignees,
    });
    const chief = await district().as('gucheng-zhuren');
    const mine = await chief.sees<{ items: { id: string; orderId: string }[] }>('orders.mine');
    const own = mine.items.find((one) => one.orderId === issued.id);
    await chief.does('assignments.receive', { id: own?.id });
    expect(await officer.does('orders.remindSilent', {})).toMatchObject({ orders: 1, reminded: 8 });
    const stranger = await district().as('yingji');
    expect((await stranger.command('orders.remindSilent', {})).status).toBe(403);
    await officer.does('orders.cancel', { id: issued.id, reason: '演示结束' });
    expect((await officer.command('orders.remindSilent', {})).body).toMatchObject({ key: 'state.guard' });
  });
});
