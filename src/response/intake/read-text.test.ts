import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Answer {
  readonly proposals: { field: string; value: string | number; text: string; start: number; end: number }[];
  readonly doubts: { field: string }[];
}

inDistrict('words of a report', (district) => {
  it('are answered as fields with the words they came from, to who takes reports', async () => {
    const officer = await district().as('zhiban');
    const text = '今天上午10时35分左右，古城大街与石景山路交口施工挖断燃气管，2人受伤。';
    const { status, body } = await officer.post('/api/intake/read-text', { text, at: '2026-06-11T10:40:00+08:00' });
    expect(status).toBe(200);
    const { proposals, doubts } = body as unknown as Answer;
    expect(proposals[0]).toMatchObject({ field: 'occurredAt', value: '2026-06-11T02:35:00.000Z' });
    for (const one of proposals) expect(one.text).toBe(text.slice(one.start, one.end));
    expect(doubts).toEqual([]);
    expect((await officer.post('/api/intake/read-text', { text: '', at: '2026-06-11T10:40:00+08:00' })).body).toEqual({
      proposals: [],
      doubts: [],
    });
  });

  it('are refused in words where they are too many, no words, or asked of nobody who takes reports', async () => {
    const officer = await district().as('zhiban');
    const long = await officer.post('/api/intake/read-text', { text: '火'.repeat(20_001) });
    expect(long.status).toBe(400);
    expect(JSON.stringify(long.body)).toContain('最多 20000 个字');
    expect((await officer.post('/api/intake/read-text', { text: '火'.repeat(20_000) })).status).toBe(200);
    expect((await officer.post('/api/intake/read-text', { text: 3 })).status).toBe(400);
    expect((await officer.post('/api/intake/read-text', { text: '起火', at: 'gestern' })).status).toBe(400);
    expect((await officer.post('/api/intake/read-text', {})).status).toBe(400);
    expect((await officer.get('/api/intake/read-text?text=起火')).status).toBe(400);
    expect((await district().anybody().post('/api/intake/read-text', { text: '起火' })).status).toBe(401);
    expect((await (await district().as('sysadmin')).post('/api/intake/read-text', { text: '起火' })).status).toBe(403);
  });
});
