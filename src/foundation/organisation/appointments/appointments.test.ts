import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../../tests/support/scene.ts';
import { systemViewer } from '../../api/index.ts';
import type { Viewer } from '../../identity/define.ts';

const DAY = 86_400_000;

onEachDatabase('who held a post, as it was known', (open) => {
  let scene: Scene;
  let person: Viewer;
  let id: string;
  beforeAll(async () => {
    scene = await openScene(await open());
    person = await scene.person('冯任职', scene.units.street, 'street_officer');
    id = person.acting?.id ?? '';
  });
  afterAll(() => scene?.close());

  const start = () => new Date('2026-06-11T10:40:00+08:00').getTime();
  const day = (count: number) => new Date(start() + count * DAY);
  const holders = async (at: Date, believedAt?: Date) => {
    const found = await scene.see<{ holders: { personName: string | null; postId: string }[] }>(
      scene.people.stranger,
      'units.holders',
      { id: scene.units.street, at: at.toISOString(), ...(believedAt ? { believedAt: believedAt.toISOString() } : {}) },
    );
    return found.holders.filter(({ postId }) => postId === person.acting?.postId).map(({ personName }) => personName);
  };

  it('answers for day D as known on day E: an end that came late does not change what was known before', async () => {
    // Ten days on it becomes known that the post was left after three days.
    scene.clock.advance(10 * DAY);
    await scene.act(systemViewer, 'appointments.end', { id, at: day(3).toISOString() });
    expect(await holders(day(2))).toEqual(['冯任职']);
    expect(await holders(day(5))).toEqual([null]);
    expect(await holders(day(5), day(9))).toEqual(['冯任职']);
    expect(await holders(day(5), day(11))).toEqual([null]);
    expect(await holders(day(5), day(-1))).toEqual([null]);
  });

  it('keeps a correction beside what it corrects, with its reason', async () => {
    scene.clock.advance(10 * DAY);
    const correct = (more: object) =>
      scene.act(systemViewer, 'appointments.correct', {
        id,
        from: day(0).toISOString(),
        until: day(7).toISOString(),
        reason: '免职文件所载日期为第七天',
        ...more,
      });
    await expect(correct({ until: day(-2).toISOString() })).rejects.toMatchObject({ key: 'input.field' });
    await correct({});
    expect([await holders(day(5)), await holders(day(5), day(15)), await holders(day(5), day(9))]).toEqual([
      ['冯任职'],
      [null],
      ['冯任职'],
    ]);
    const { beliefs } = await scene.see<{
      beliefs: { validTo: Date | null; retractedAt: Date | null; reason: string }[];
    }>(scene.people.duty, 'people.record', { id: person.personId });
    expect(beliefs.map(({ validTo, retractedAt, reason }) => [validTo, retractedAt !== null, reason])).toEqual([
      [day(7), false, '免职文件所载日期为第七天'],
      [day(3), true, null],
      [null, true, null],
    ]);
  });

  it('gives a post back only to who may hold it, and never twice at a time', async () => {
    const { id: again } = await scene.act<{ id: string }>(systemViewer, 'appointments.appoint', {
      personId: person.personId,
      postId: person.acting?.postId,
    });
    const both = scene.act(systemViewer, 'appointments.correct', {
      id,
      from: day(0).toISOString(),
      until: null,
      reason: '误登记',
    });
    await expect(both).rejects.toMatchObject({ key: 'appointment.doubled' });
    const stranger = scene.act(scene.people.duty, 'appointments.correct', {
      id: again,
      from: day(0).toISOString(),
      until: null,
      reason: '越权',
    });
    await expect(stranger).rejects.toMatchObject({ status: 403 });
    await scene.act(systemViewer, 'appointments.end', {
      id: again,
      at: new Date(scene.clock.now().getTime() + DAY).toISOString(),
    });
  });

  it('judges both times in SQL as the beliefs say, whatever days are asked', async () => {
    const beliefs = await scene
      .see<{
        beliefs: {
          postName: string;
          validFrom: string;
          validTo: string | null;
          recordedAt: string;
          retractedAt: string | null;
        }[];
      }>(scene.people.duty, 'people.record', { id: person.personId })
      .then(({ beliefs: all }) => all);
    const holds = (at: Date, known: Date) =>
      beliefs.some(
        (one) =>
          new Date(one.recordedAt) <= known &&
          (one.retractedAt === null || new Date(one.retractedAt) > known) &&
          new Date(one.validFrom) <= at &&
          (one.validTo === null || new Date(one.validTo) > at),
      );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -2, max: 25 }), fc.integer({ min: -2, max: 25 }), async (valid, known) => {
        const found = await holders(day(valid), day(known));
        expect(found.includes('冯任职')).toBe(holds(day(valid), day(known)));
      }),
      { numRuns: 40 },
    );
  });
});
