import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { GAS_CALL } from '../../../tests/support/walk.ts';

interface List {
  items: { id: string; day: string; signedAt: string | null; isLate: boolean; documents: { id: string }[] }[];
  missing: string[];
}

inDistrict('the brief of a day', (district) => {
  it('is drawn from what was filed, names who has not reported, and is met by its signature', async () => {
    const officer = await district().as('zhiban');
    const leader = await district().as('daiban');
    const day = '2026-06-11';
    const call = await officer.does<{ id: string }>('intake.take', GAS_CALL);
    await officer.does('incidents.open', {
      intakeId: call.id,
      title: '「6·11」施工破坏燃气管线',
      grade: 'general',
      gradeReason: '两人轻伤',
    });
    await officer.does('intake.take', { ...GAS_CALL, mark: 'drill' });
    await officer.does('zeroReports.ask', { day });
    const { items: units } = await officer.sees<{ items: { id: string; unitName: string }[] }>('zeroReports.list');
    for (const { id } of units.slice(1)) await officer.does('zeroReports.report', { id, matters: 0 });
    expect(await officer.command('dailyBriefs.open', { day: '2026-06-12' })).toMatchObject({ status: 400 });
    const { id } = await officer.does<{ id: string }>('dailyBriefs.open', { day });
    expect((await officer.command('dailyBriefs.open', { day })).status).toBe(409);
    const document = await officer.does<{ id: string }>('officialDocuments.draft', {
      kind: 'daily_brief',
      subjectId: id,
    });
    const paper = await officer.sees<{ title: string; version: number }>('officialDocuments.record', {
      id: document.id,
    });
    const words = JSON.stringify(paper);
    expect(paper.title).toBe('2026年6月11日要情');
    expect(words).toContain('当日突发事件 1 起，较前一日增加 1 起。');
    expect(words).toContain('「6·11」施工破坏燃气管线（');
    await officer.does('officialDocuments.submit', { id: document.id });
    // The leader directs the emergency office, under whose letterhead it goes; the room has none.
    const { body } = await leader.get('/api/session');
    const hat = (body as unknown as { hats: { id: string }[] }).hats[1]?.id ?? '';
    await leader.does('officialDocuments.sign', { id: document.id }, { hat });
    await district().settle();
    const { items } = await officer.sees<List>('dailyBriefs.list');
    expect(items).toMatchObject([{ day, isLate: false, documents: [{ id: document.id }] }]);
    expect(items[0]?.signedAt).not.toBeNull();
  });
});
