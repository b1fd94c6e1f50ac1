import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';

interface Sheet {
  number: string;
  state: string;
  version: number;
  takerName: string | null;
  refusal: string | null;
  takenAt: string | null;
  openMatters: Record<string, { words: { zh: string }; dueAt: string | null }[]>;
}

const DEVICES = { videoConference: 'sound', telephone: 'sound', fax: 'faulty', radio: 'sound', satellite: 'none' };

inDistrict('the hand-over of a shift', (district) => {
  it('lists by itself what is open, holds only when both have signed, and goes back when it is refused', async () => {
    const { officer } = await walkOneIncident(district());
    const leader = await district().as('daiban');
    const { unitId } = await officer.sees<{ unitId: string }>('people.record', { id: officer.personId });
    await officer.does('dutyLogEntries.register', {
      unitId,
      notedAt: '2026-06-11T02:30:00Z',
      entryKind: 'call',
      subject: '市局询问用气恢复时间',
      words: '张先生来电询问',
      toFollow: '恢复供气后回电',
    });
    const { id } = await officer.does<{ id: string }>('shiftHandovers.begin', { unitId });
    expect((await officer.does<{ id: string }>('shiftHandovers.begin', { unitId })).id).toBe(id);
    const look = (who = officer) => who.sees<Sheet>('shiftHandovers.record', { id });
    const { openMatters, state } = await look();
    expect(state).toBe('pending');
    const words = (group: string) => openMatters[group]?.map((one) => one.words.zh) ?? [];
    expect(words('incidents')).toEqual([expect.stringContaining('施工破坏燃气管线')]);
    expect(words('orders').length).toBeGreaterThan(1);
    expect(words('log')).toEqual(['市局询问用气恢复时间：恢复供气后回电']);
    expect(words('instructions')).toEqual([]);

    const give = (takerId: string, version?: number) =>
      officer.command(
        'shiftHandovers.hand',
        { id, takerId, ...DEVICES, focus: '燃气现场', goods: '钥匙 2 把', abnormal: null },
        version ? { version } : {},
      );
    expect((await give(officer.personId)).body).toMatchObject({ field: 'takerId' });
    expect((await leader.command('shiftHandovers.hand', { id, takerId: officer.personId, ...DEVICES })).status).toBe(
      409,
    );
    expect((await give(leader.personId)).status).toBe(200);
    await district().settle();
    expect(JSON.stringify(await leader.sees('messages.inbox'))).toContain('请核对并签名');
    expect((await officer.command('shiftHandovers.take', { id })).status).toBe(409);
    expect((await leader.command('shiftHandovers.refuse', { id })).body).toMatchObject({ field: 'reason' });
    await leader.does('shiftHandovers.refuse', { id, reason: '传真机故障未说明' });
    expect(await look()).toMatchObject({ state: 'refused', refusal: '传真机故障未说明' });
    expect((await give(leader.personId)).status).toBe(200);

    // What comes later does not change what was signed.
    const signed = await look(leader);
    await officer.does('dutyLogEntries.register', {
      unitId,
      notedAt: '2026-06-11T02:39:00Z',
      entryKind: 'other',
      subject: '交班后',
      toFollow: '不在单上',
    });
    await leader.does('shiftHandovers.take', { id }, { version: signed.version });
    const taken = await look();
    expect(taken).toMatchObject({ state: 'taken', takerName: '秦伯安', takenAt: expect.any(String) });
    expect(taken.openMatters.log).toHaveLength(1);
    expect((await give(leader.personId)).status).toBe(409);
    const street = await district().as('bajiao');
    expect((await street.view('shiftHandovers.record', { id })).status).toBe(404);
    expect((await street.command('shiftHandovers.begin', { unitId })).status).toBe(403);
  });
});
