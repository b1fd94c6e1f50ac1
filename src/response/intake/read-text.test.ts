import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Answer {
  readonly proposals: {
    field: string;
    value: string | number;
    text: string;
    start: number;
    end: number;
    point?: { lng: number; lat: number } | null;
    places?: { how: string; title: string; areaCode: string }[];
  }[];
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
      matters: [],
    });
  });

  it('name places of our registers: a crossing, a community, a house; with point and area', async () => {
    const officer = await district().as('zhiban');
    await district().settle();
    const placeOf = async (text: string) => {
      const { proposals, doubts } = await officer.sees<Answer>('intake.readText', { text });
      const place = proposals.find(({ field }) => field === 'place');
      return { value: place?.value, first: place?.places?.[0], point: place?.point, doubts };
    };
    const crossing = await placeOf('喂，我这儿石景山路跟古城大街交口，有个工地把燃气管挖断了');
    expect(crossing.first).toMatchObject({ how: 'crossing', title: '石景山路与古城大街交口' });
    expect(crossing.point?.lng).toBeGreaterThan(116.1);
    const { code } = await officer.sees<{ code: string }>('areas.at', crossing.point as object);
    expect(crossing.first?.areaCode).toBe(code);
    expect((await placeOf('八角街道有人反映停电')).first).toMatchObject({ how: 'record', title: '八角街道' });
    const { items } = await officer.sees<{ items: { id: string; name: string }[] }>('protectedTargets.list');
    const [target] = items;
    const house = await placeOf(`刚才${target?.name}二楼冒烟了，快来`);
    expect(house.first).toMatchObject({ title: target?.name, records: [{ register: 'protected_target' }] });
    const elsewhere = await placeOf('海淀区万柳一处工地起火');
    expect(elsewhere).toMatchObject({ first: undefined, point: null, doubts: [{ field: 'place' }] });
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

  it('are filed with figures that can be, refused by name otherwise', async () => {
    const officer = await district().as('zhiban');
    const call = {
      sourceChannel: 'phone',
      kind: 'fire',
      knownAt: '2026-06-11T02:30:00Z',
      placeText: '古城',
      text: '着火',
    };
    for (const deaths of [-1, 1.5, 100_001, '两']) {
      const { status, body } = await officer.command('intake.take', { ...call, deaths });
      expect({ status, field: body.field }, String(deaths)).toEqual({ status: 400, field: 'deaths' });
    }
    const { id } = await officer.does<{ id: string }>('intake.take', {
      ...call,
      deaths: 0,
      damage: '过火面积约15平方米',
    });
    expect(await officer.sees('intake.record', { id })).toMatchObject({
      deaths: 0,
      trapped: null,
      damage: '过火面积约15平方米',
    });
  });
});
