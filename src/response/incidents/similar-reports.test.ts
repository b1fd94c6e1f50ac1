import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

const GUCHENG = { lng: 116.18, lat: 39.906 };
/** Longitude moved by metres at this latitude. */
const east = (metres: number) => ({
  ...GUCHENG,
  lng: GUCHENG.lng + metres / (111_320 * Math.cos((39.906 * Math.PI) / 180)),
});

interface Similar {
  readonly items: { id: string; metres: number | null; isProposed: boolean }[];
}

inDistrict('one matter told twice', (district) => {
  const call = (more: object) => ({
    sourceChannel: 'phone',
    kind: 'utility.gas',
    knownAt: '2026-06-11T02:00:00Z',
    place: GUCHENG,
    placeText: '古城大街路口',
    text: '燃气味',
    ...more,
  });

  it('is found by place and hour in other words, and not what is farther or older', async () => {
    const officer = await district().as('zhiban');
    const taken = await Promise.all(
      [
        {},
        { place: east(300), knownAt: '2026-06-11T01:20:00Z', placeText: '饭馆门口' },
        { place: east(700) },
        { knownAt: '2026-06-11T00:30:00Z' },
      ].map((more) => officer.does<{ id: string }>('intake.take', call(more))),
    );
    const { knownAt, place, kind } = call({});
    const { items } = await officer.sees<Similar>('incidents.similarReports', {
      knownAt,
      place,
      kind,
      placeText: '古城大街路口',
    });
    expect(items.map(({ id }) => id)).toEqual([taken[0]?.id, taken[1]?.id]);
    expect(items[0]).toMatchObject({ isProposed: true, metres: 0 });
    expect(Math.round(items[1]?.metres ?? 0)).toBeCloseTo(300, -1);
    const own = await officer.sees<Similar>('incidents.similarReports', {
      knownAt,
      place,
      kind,
      exceptId: taken[0]?.id,
    });
    expect(own.items.map(({ id }) => id)).toEqual([taken[1]?.id]);
  });

  it('is merged without losing a report or its clock, and taken apart again with a reason', async () => {
    const officer = await district().as('zhiban');
    const first = await officer.does<{ id: string }>('intake.take', call({ knownAt: '2026-06-11T02:30:00Z' }));
    const second = await officer.does<{ id: string }>('intake.take', call({ knownAt: '2026-06-11T02:35:00Z' }));
    const { id } = await officer.does<{ id: string }>('incidents.open', { intakeId: first.id, title: '燃气泄漏' });
    await officer.does('incidents.merge', { id, intakeId: second.id });
    const record = (of: string) =>
      officer.sees<{ state: string; incidentId: string | null; reportDueAt: string; steps: string[] }>(
        'intake.record',
        { id: of },
      );
    const merged = await record(second.id);
    expect(merged).toMatchObject({ state: 'duplicate', incidentId: id, reportDueAt: '2026-06-11T03:05:00.000Z' });
    expect((await officer.command('incidents.unmerge', { intakeId: first.id, reason: '不是重复' })).status).toBe(409);
    expect((await officer.command('incidents.unmerge', { intakeId: second.id, reason: '' })).status).toBe(400);
    await officer.does('incidents.unmerge', { intakeId: second.id, reason: '另一栋楼' });
    expect(await record(second.id)).toMatchObject({
      state: 'received',
      incidentId: null,
      reportDueAt: merged.reportDueAt,
    });
    // What is said of a closed matter is shown beside a new call, and offered to nobody as the place to merge into.
    const beside = async () => {
      const asked = { knownAt: '2026-06-11T02:32:00Z', place: GUCHENG, kind: 'utility.gas', exceptId: second.id };
      const { items } = await officer.sees<{ items: { id: string; isClosed: boolean }[] }>(
        'incidents.similarReports',
        asked,
      );
      return items.find((one) => one.id === first.id)?.isClosed;
    };
    expect(await beside()).toBe(false);
    await officer.does('incidents.grade', { id, grade: 'general', reason: '无伤亡' });
    await officer.does('incidents.control', { id });
    await officer.does('incidents.close', { id, summary: '已处置', leftReason: '测试' });
    expect(await beside()).toBe(true);
    // It may become a matter of its own.
    await officer.does('incidents.open', { intakeId: second.id, title: '另一处燃气泄漏' });
    expect((await record(second.id)).state).toBe('accepted');
  });
});
