import { expect, it } from 'vitest';
import { inDistrict } from '../../tests/support/district.ts';
import { seedStories } from './seed-stories.ts';
import { DEMO_UNITS } from './units.ts';

inDistrict('the stories of the demo', (district) => {
  it('leave one whistle and one call settled and one of each waiting for somebody', async () => {
    const keys = ['gucheng', 'zhujian', 'zhiban', 'zhuanjia', 'ranqi', 'lugu', 'bajiao', 'daiban'];
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
    const reports = await duty?.sees<{ items: { state: string }[] }>('intake.list');
    expect(reports?.items.map(({ state }) => state).toSorted()).toEqual([
      'accepted',
      'duplicate',
      'duplicate',
      'received',
      'received',
    ]);
    expect(await duty?.sees('zeroReports.list')).toMatchObject({ reported: 2, matters: 1 });
  });
});
