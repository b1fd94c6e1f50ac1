import { expect, it } from 'vitest';
import { inDistrict } from '../../tests/support/district.ts';
import { seedStories } from './seed-stories.ts';
import { DEMO_UNITS } from './units.ts';

inDistrict('the stories of the demo', (district) => {
  it('leave one whistle and one call settled and one of each waiting, support on its way and people being led out', async () => {
    const keys = ['gucheng', 'zhujian', 'zhiban', 'zhuanjia', 'ranqi', 'lugu', 'bajiao', 'daiban', 'shequ', 'yingji'];
    const people = new Map(await Promise.all(keys.map(async (key) => [key, await district().as(key)] as const)));
    const duty = people.get('zhiban');
    const { units } = (await duty?.sees<{ units: { id: string; name: string }[] }>('units.tree')) ?? { units: [] };
    await seedStories(district().server.platform, {
      people: new Map([...people].map(([key, { personId }]) => [key, personId])),
      units: new Map(
        DEMO_UNITS.map(({ key, name }) => [key, units.find((one) => one.name === name)?.id ?? ''] as const),
      ),
    });
    const whistles = await duty?.sees<{ items: { state: string }[] }>('streetWhistles.list');
    expect(whistles?.items.map(({ state }) => state)).toEqual(['blown', 'closed']);
    const waiting = await people.get('ranqi')?.sees<{ items: object[] }>('streetWhistles.list', { isMine: true });
    expect(waiting?.items).toHaveLength(1);
    const calls = await people.get('zhuanjia')?.sees<{ items: object[] }>('expertCalls.list', { isMine: true });
    expect(calls?.items).toMatchObject([
      { state: 'called', purpose: 'plan', may: ['answer'] },
      { state: 'accepted', advice: [{ adoption: 'partly', score: 5 }] },
    ]);
    const support = await duty?.sees<{ items: { supportKind: string; state: string; sent: object[] }[] }>(
      'supportRequests.list',
    );
    expect(support?.items).toMatchObject([
      { supportKind: 'goods', state: 'requested' },
      { supportKind: 'team', state: 'dispatched', sent: [{ state: 'en_route' }] },
    ]);
    const relief = await people.get('yingji')?.sees<{ items: object[] }>('incidents.list');
    expect(relief?.items).toMatchObject([{ title: '八角北里积水内涝' }]);
    const led = await duty?.sees<{ items: { state: string; progress: { moved: number; remaining: number } }[] }>(
      'evacuations.list',
    );
    expect(led?.items).toMatchObject([{ state: 'under_way' }]);
    expect(led?.items[0]?.progress.moved).toBeGreaterThan(0);
    expect(led?.items[0]?.progress.remaining).toBeGreaterThan(0);
    const reports = await duty?.sees<{ items: { state: string }[] }>('intake.list');
    expect(reports?.items.map(({ state }) => state).toSorted()).toEqual([
      'accepted',
      'accepted',
      'duplicate',
      'duplicate',
      'received',
      'received',
    ]);
    expect(await duty?.sees('zeroReports.list')).toMatchObject({ reported: 2, matters: 1 });
  });
});
