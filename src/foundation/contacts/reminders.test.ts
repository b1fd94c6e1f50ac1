import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { execute, systemViewer } from '../api/index.ts';
import { runJobs } from '../jobs/index.ts';

const DAY = 86_400_000;

interface Stale {
  reminder: { lastAt: Date | null; units: number; nextAt: Date };
  counts: { missing: number; old: number };
}

onEachDatabase('the reminder of numbers to check', (open) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(await open());
  });
  afterAll(() => scene?.close());

  const hour = async () => {
    const runner = runJobs(scene.server.platform);
    await runner.drain();
    await runner.stop();
    await scene.server.settle();
  };
  const inbox = async (who: keyof Scene['people']) => {
    const { items } = await scene.see<{ items: { template: string; heading: { zh: string } }[] }>(
      scene.people[who],
      'messages.inbox',
    );
    return items.filter(({ template }) => template === 'contact.to_check').map(({ heading }) => heading.zh);
  };

  it('goes once a month to whoever keeps the phone book of the unit, with how many numbers', async () => {
    await hour();
    // Nobody of the scene has a number; the street has an officer and a deputy.
    expect(await inbox('street')).toEqual(['八角街道有 2 个号码待核对，请在「号码核对」中逐一确认']);
    expect(await inbox('leader')).toEqual(['综合应急救援队有 2 个号码待核对，请在「号码核对」中逐一确认']);
    expect(await inbox('member')).toEqual([]);
    const page = await scene.see<Stale>(scene.people.street, 'contacts.stale');
    expect(page.reminder).toMatchObject({ units: 1, nextAt: new Date('2026-07-01T09:00:00+08:00') });
    expect(page.reminder.lastAt).toEqual(scene.clock.now());
    await hour();
    scene.clock.advance(2 * 3_600_000);
    await hour();
    expect(await inbox('street')).toHaveLength(1);
    scene.clock.advance(20 * DAY);
    await hour();
    expect(await inbox('street')).toHaveLength(2);
  });

  it('says nothing to a unit whose numbers are sound', async () => {
    for (const who of ['street', 'deputy'] as const) {
      const input = { id: scene.people[who].personId, phone: who === 'street' ? '13800000001' : '13800000002' };
      await scene.act(systemViewer, 'contacts.confirm', input);
    }
    scene.clock.advance(31 * DAY);
    await hour();
    expect(await inbox('street')).toHaveLength(2);
    expect(await inbox('leader')).toHaveLength(3);
    const again = execute(
      scene.server.platform,
      { id: crypto.randomUUID(), name: 'contacts.remind', input: { unitId: scene.units.street } },
      systemViewer,
    );
    await expect(again).rejects.toMatchObject({ key: 'state.guard' });
  });
});
